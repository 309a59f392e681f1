"""The safeguarding lead sees what is due and reads what was told; nobody else gets anything."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from survey.engagement import safeguarding
from survey.records.base import db, now
from survey.records.safeguarding import COORDINATOR, PHRASES, StoryFlag
from survey.records.trail import TrailLine
from survey.web.evaluator.safeguarding import clock, sentence
from tests import making
from tests.reading import text

WANTED = {
    "story_contact_wanted": "yes",
    "story_contact": "Ann, 01632 960 001",
    "story_before": "<b>I</b> fell.",
}


@pytest.fixture
def evaluation(signed_in, evaluator):
    made = making.evaluation(evaluator)
    making.lead(made)
    noise = making.evaluation(making.user("noise@example.org"), name="Noise")
    making.story(noise, **WANTED)
    return made


@pytest.fixture
def flag(evaluation):
    making.story(evaluation, **WANTED)
    return safeguarding.open_flags(evaluation)[0]


def address(evaluation, flag=None):
    return f"/evaluations/{evaluation.id}/safeguarding" + (f"/{flag.id}" if flag else "")


def acts(evaluation):
    return list(db.session.scalars(select(TrailLine.act).where(TrailLine.evaluation_id == evaluation.id)))


def test_the_queue_says_how_many_are_open_and_that_the_phrases_are_only_a_help(signed_in, evaluation, flag):
    late = safeguarding.raise_flag(making.story(evaluation), PHRASES, "phrase")
    late.due_at = now() - timedelta(hours=3, minutes=5)
    db.session.commit()
    page = text(signed_in.page(address(evaluation)))
    assert "Two worries are open, one of them overdue." in page
    assert "Three hours late" in page and any(f"Due {day} at" in page for day in ("tomorrow", "today"))
    assert "a help and never a filter: a story in which it finds nothing is not safe because of that" in page


def test_the_lead_reads_the_story_as_told_whatever_its_uses_and_the_trail_says_so(
    signed_in, evaluation, flag
):
    response = signed_in.get(address(evaluation, flag))
    assert "&lt;b&gt;I&lt;/b&gt; fell." in response.text and "Ann, 01632 960 001" in response.text
    assert acts(evaluation)[-1] == "read a story with a worry"


def test_a_colleagues_words_and_the_phrases_found_are_shown(signed_in, evaluation, evaluator):
    story = making.story(evaluation)
    raised = safeguarding.raise_flag(story, COORDINATOR, "He sounded low.", evaluator.id)
    found = safeguarding.raise_flag(story, PHRASES, "hurt myself")
    db.session.commit()
    page = text(signed_in.page(address(evaluation, raised)))
    assert "He sounded low." in page and "By Eva" in page
    assert "Phrases found hurt myself" in text(signed_in.page(address(evaluation, found)))


def test_once_it_is_settled_the_phrases_of_the_story_are_hidden_and_a_colleagues_words_stay(
    signed_in, evaluation, evaluator
):
    story = making.story(evaluation)
    raised = safeguarding.raise_flag(story, COORDINATOR, "He sounded low.", evaluator.id)
    found = safeguarding.raise_flag(story, PHRASES, "hurt myself")
    db.session.commit()
    refused = signed_in.fill(address(evaluation, found), note="We spoke.")
    assert refused.status_code == 422 and "hurt myself" not in text(refused)
    for flag in (raised, found):
        safeguarding.settle(flag, "contacted", "We spoke.")
    db.session.commit()
    assert "He sounded low." in text(signed_in.page(address(evaluation, raised)))
    assert "hurt myself" not in text(signed_in.page(address(evaluation, found)))


def test_a_worry_is_settled_with_an_outcome_and_a_note_and_then_shows_no_story(signed_in, evaluation, flag):
    response = signed_in.fill(
        address(evaluation, flag), settled_as="passed_on", note="Told <i>social care</i>."
    )
    assert "The worry is settled." in text(response) and "No worry is open." in text(response)
    response = signed_in.get(address(evaluation, flag))
    assert "I passed it on" in response.text and "Told &lt;i&gt;social care&lt;/i&gt;." in response.text
    assert "fell." not in response.text and "Ann" not in response.text
    assert acts(evaluation)[-1] == "settled a worry"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"note": "We spoke."}, "Choose what came of it."),
        ({"settled_as": "forgotten", "note": "We spoke."}, "Choose what came of it."),
        ({"settled_as": "contacted", "note": " "}, "Write what was done, and why"),
        ({"settled_as": "contacted", "note": "x" * 2001}, "the most is 2,000 characters"),
    ],
)
def test_without_an_outcome_and_a_note_nothing_is_settled(signed_in, evaluation, flag, given, problem):
    response = signed_in.fill(address(evaluation, flag), **given)
    assert response.status_code == 422 and problem in text(response) and given["note"] in response.text
    assert "fell." not in response.text
    db.session.expire_all()
    assert flag.settled_at is None


def test_what_a_colleague_settled_meanwhile_stands(signed_in, evaluation, flag):
    page = signed_in.page(address(evaluation, flag))
    token = page.xpath("//main//input[@name='csrf_token']/@value")[0]
    safeguarding.settle(flag, "contacted", "We spoke.")
    db.session.commit()
    given = {"settled_as": "no_need", "note": "Nothing.", "csrf_token": token}
    response = signed_in.post(address(evaluation, flag), data=given)
    assert response.status_code == 422 and "settled meanwhile" in text(response)
    db.session.expire_all()
    assert flag.note == "We spoke."


def test_a_story_that_was_taken_back_says_so_and_the_worry_stays(signed_in, evaluation, flag):
    making.take_back(flag.story)
    page = text(signed_in.page(address(evaluation, flag)))
    assert "The story was taken back on" in page and "fell." not in page
    assert "The story was taken back." in text(signed_in.page(address(evaluation)))


def test_nobody_without_the_duty_gets_anything_and_administrators_neither(client, evaluation, flag):
    colleague, admin = making.user("plain@example.org"), making.user("admin@example.org", ("administrator",))
    making.evaluations.grant(evaluation, colleague)
    making.evaluations.grant(evaluation, admin)
    db.session.commit()
    for who in (colleague, admin):
        client.delete_cookie("session")
        client.sign_in(who.email)
        for each in (address(evaluation), address(evaluation, flag), address(evaluation, flag) + "/look-up"):
            assert client.get(each).status_code == 404
            assert client.post(each).status_code in (404, 405)


def test_a_worry_of_another_evaluation_is_not_found(signed_in, evaluation):
    theirs = db.session.scalar(select(StoryFlag))
    assert signed_in.get(address(evaluation, theirs)).status_code == 404


def test_only_leads_see_how_many_are_open_on_the_first_page(signed_in, client, evaluation, flag):
    first = f"/evaluations/{evaluation.id}"
    assert "Safeguarding" in text(signed_in.page(first)) and "1 open" in text(signed_in.page(first))
    colleague = making.user("plain@example.org")
    making.evaluations.grant(evaluation, colleague)
    db.session.commit()
    client.delete_cookie("session")
    client.sign_in(colleague.email)
    assert "Safeguarding" not in text(client.page(first))


NOON = datetime(2026, 7, 1, 12, 0)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        # Summer: London is an hour ahead of what is kept.
        (NOON.replace(hour=13, minute=10), "due today at 14:10"),
        (NOON.replace(hour=22, minute=59), "due today at 23:59"),
        (NOON.replace(hour=23), "due tomorrow at 00:00"),
        (NOON.replace(day=4), "due on 4 July at 13:00"),
        (NOON, "due today at 13:00"),
        (NOON - timedelta(seconds=1), "one second late"),
        (NOON - timedelta(minutes=59), "59 minutes late"),
        (NOON - timedelta(hours=1), "one hour late"),
        (NOON - timedelta(hours=23, minutes=59), "23 hours late"),
        (NOON - timedelta(days=2), "two days late"),
    ],
)
def test_the_clock(app, due, said):
    assert clock(due, NOON) == said


@pytest.mark.parametrize(
    ("late", "early", "said"),
    [
        (0, 0, "No worry is open."),
        (0, 1, "One worry is open, and it is not overdue."),
        (1, 0, "One worry is open, and it is overdue."),
        (0, 2, "Two worries are open, none of them overdue."),
        (2, 10, "12 worries are open, two of them overdue."),
    ],
)
def test_the_first_sentence(late, early, said):
    flags = [StoryFlag(due_at=NOON - timedelta(1))] * late + [StoryFlag(due_at=NOON)] * early
    assert sentence(flags, NOON) == said
