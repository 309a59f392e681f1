from datetime import timedelta

import pytest
from sqlalchemy import update

from survey.engagement import consents, telling, themes
from survey.questionnaires.story_ids import LEARNING
from survey.records.base import db, now
from survey.records.evaluation import Grant
from survey.records.response import Response
from survey.records.story import StoryConsent
from survey.records.trail import TrailLine
from survey.web.evaluator import stories
from tests import making
from tests.making import EVERY_USE
from tests.reading import text

WORDS = {"story_before": "I was alone."}


@pytest.fixture
def evaluation(signed_in, evaluator):
    other = making.evaluation(making.user("noise@example.org"), name="Another")
    making.story(other, **WORDS, **EVERY_USE)
    made = making.evaluation(evaluator)
    making.lead(made, "lead@example.org")
    making.story(made, sent=False, **WORDS, **EVERY_USE)
    return made


def address(evaluation, rest=""):
    return f"/evaluations/{evaluation.id}/stories{rest}"


def lead(page):
    return page.xpath("string(//p[@class='govuk-body-l'])")


def rows(page):
    return [
        [
            " ".join("".join(cell.xpath(".//text()[not(../@aria-hidden)]")).split())
            for cell in row.xpath("th | td")
        ]
        for row in page.xpath("//tbody/tr")
    ]


def tell(evaluation, **given):
    return making.story(evaluation, **{**WORDS, **EVERY_USE, **given})


def test_at_first_there_is_none(signed_in, evaluation):
    page = signed_in.page(address(evaluation))
    assert lead(page) == "No story has been told yet." and not page.xpath("//table")


@pytest.mark.parametrize(
    ("waiting", "ready", "gone", "said"),
    [
        (1, 0, 0, "One story was told. It waits to be redacted."),
        (0, 1, 0, "One story was told. It is ready."),
        (0, 0, 1, "One story was told. Nobody may read it."),
        (1, 1, 0, "Two stories were told. One waits to be redacted. The team may read all of them."),
        (0, 2, 0, "Two stories were told. None wait to be redacted. The team may read all of them."),
        (2, 1, 2, "Five stories were told. Two wait to be redacted. Nobody may read two of them."),
    ],
)
def test_the_first_sentence_says_what_waits_and_what_nobody_may_read(
    signed_in, evaluation, waiting, ready, gone, said
):
    for _ in range(waiting):
        tell(evaluation)
    for _ in range(ready):
        making.confirmed(tell(evaluation))
    for number in range(gone):
        story = tell(evaluation)
        making.take_back(story) if number else consents.withdraw(story, LEARNING)
    db.session.commit()
    assert lead(signed_in.page(address(evaluation))) == said


def test_what_waits_is_led_to_the_oldest_first(signed_in, evaluation):
    ready = making.confirmed(tell(evaluation))
    page = signed_in.page(address(evaluation))
    assert not page.xpath("//p[@class='govuk-body-l']/a")
    waiting = [tell(evaluation).id for _ in range(2)]
    page = signed_in.page(address(evaluation))
    [link] = page.xpath("//p[@class='govuk-body-l']/a")
    assert link.text_content() == "Two wait to be redacted."
    assert [row[0] for row in rows(page)] == [f"Story {each}" for each in (*waiting[::-1], ready.id)]
    page = signed_in.page(link.get("href"))
    assert [row[0] for row in rows(page)] == [f"Story {each}" for each in waiting]
    assert "Stories 1 to 2 of 2, the oldest first: To redact" in page.xpath("string(//caption)")


def test_each_story_says_where_it_stands_and_what_it_is_about(signed_in, evaluation):
    ready = making.confirmed(
        tell(evaluation, story_about=["hope", "something_else"], hope_direction="up_and_down", way="session")
    )
    themes.tag(ready, [themes.add(evaluation, name, "").id for name in ("Trust & <b>", "Help")])
    spoken = tell(evaluation)
    making.recording(spoken)
    waiting = tell(evaluation)
    db.session.commit()
    day = now().strftime("%-d %b %Y")
    assert rows(signed_in.page(address(evaluation))) == [
        [f"Story {waiting.id}", f"{day}By the poster", "To redact", "Not said", "None yet"],
        [
            f"Story {spoken.id}",
            f"{day}By the poster",
            "A recording waits to be typed up",
            "Not said",
            "None yet",
        ],
        [
            f"Story {ready.id}",
            f"{day}In a session",
            "Ready",
            "Hope for the future: went up and downSomething else",
            "HelpTrust & <b>",
        ],
    ]


def test_a_story_with_tags_alone_says_that_there_are_no_words(signed_in, evaluation):
    tell(evaluation, story_before="", story_about=["hope"])
    page = signed_in.page(address(evaluation))
    assert lead(page) == "One story was told. It has no words."
    assert rows(page)[0][2:4] == ["Nothing was written or said", "Hope for the future"]


def test_of_what_nobody_may_read_only_number_day_and_why_is_seen(signed_in, evaluation):
    never = tell(evaluation, story_about=["hope"], use_learning="no", way="session")
    ended = tell(evaluation, story_about=["hope"])
    yesterday = now().date() - timedelta(days=1)
    learning = (StoryConsent.story_id == ended.id, StoryConsent.purpose == LEARNING)
    db.session.execute(update(StoryConsent).where(*learning).values(until=yesterday))
    gone = tell(evaluation, story_about=["hope"])
    making.take_back(gone)
    day = now().strftime("%-d %b %Y")
    reading = "the team reading it to learn"
    assert rows(signed_in.page(address(evaluation))) == [
        [f"Story {gone.id}", day, "Taken back."],
        [f"Story {ended.id}", day, f"May not be read. Consent to {reading} has ended."],
        [f"Story {never.id}", day, f"May not be read. Its teller did not agree to {reading}."],
    ]
    # Nor is it told by what can be picked.
    assert rows(signed_in.page(address(evaluation, "?outcome=hope"))) == []
    assert len(rows(signed_in.page(address(evaluation, "?state=unread")))) == 2


def test_stories_are_picked_by_outcome_theme_and_state(signed_in, evaluation):
    hope, control = tell(evaluation, story_about=["hope"]), tell(evaluation, story_about=["control"])
    theme = themes.add(evaluation, "Trust", "")
    themes.tag(control, [theme.id])
    making.confirmed(control)

    def picked(query):
        return [row[0] for row in rows(signed_in.page(address(evaluation, f"?{query}")))]

    assert picked("outcome=hope") == picked("state=to_redact") == [f"Story {hope.id}"]
    assert picked(f"theme={theme.id}") == picked("state=ready") == [f"Story {control.id}"]
    assert picked(f"outcome=hope&theme={theme.id}") == []
    page = signed_in.page(address(evaluation, "?outcome=hope"))
    assert page.xpath("//select[@name='outcome']/option[@selected]/@value") == ["hope"]
    assert "Hope for the future" in page.xpath("string(//caption)")
    assert "No story here fits that" in text(signed_in.page(address(evaluation, "?state=taken_back")))


@pytest.mark.parametrize("query", ["outcome=sleep", "theme=999", "theme=x", "state=x", "page=2", "page=0"])
def test_what_is_not_there_is_not_guessed(signed_in, evaluation, query):
    tell(evaluation)
    assert signed_in.get(address(evaluation, f"?{query}")).status_code == 404


def test_a_long_list_has_pages(signed_in, evaluation, monkeypatch):
    monkeypatch.setattr(stories, "ON_A_PAGE", 2)
    told = [tell(evaluation, story_about=["hope"]).id for _ in range(3)]
    first = signed_in.page(address(evaluation, "?outcome=hope"))
    assert [row[0] for row in rows(first)] == [f"Story {told[2]}", f"Story {told[1]}"]
    assert "Stories 1 to 2 of 3" in first.xpath("string(//caption)")
    [later] = first.xpath("//a[@rel='next']/@href")
    assert [row[0] for row in rows(signed_in.page(later))] == [f"Story {told[0]}"]


def test_it_warns_when_nobody_is_safeguarding_lead_while_stories_are_asked_for(signed_in, evaluation):
    tell(evaluation)
    assert "No story can be told now" not in text(signed_in.page(address(evaluation)))
    db.session.execute(update(Grant).values(safeguards=False))
    db.session.commit()
    assert "No story can be told now" in text(signed_in.page(address(evaluation)))
    telling.opened(evaluation).closed_at = now()
    db.session.commit()
    assert "No story can be told now" not in text(signed_in.page(address(evaluation)))


def test_those_with_the_duty_are_led_to_what_waits(signed_in, evaluation, evaluator):
    waiting, _ready = tell(evaluation), making.confirmed(tell(evaluation))
    assert not signed_in.page(address(evaluation)).xpath("//table//a[contains(@href, 'redact')]")
    making.lead(evaluation, evaluator.email)
    links = signed_in.page(address(evaluation)).xpath("//table//a[contains(@href, 'redact')]/@href")
    assert links == [address(evaluation, f"/{waiting.id}/redact")]


def test_looking_leaves_no_trail_and_no_word(signed_in, evaluation):
    tell(evaluation, story_before="Canary")
    before = db.session.query(TrailLine).count()
    assert "Canary" not in signed_in.get(address(evaluation)).text
    db.session.rollback()
    assert db.session.query(TrailLine).count() == before and db.session.query(Response).count() == 3


def test_the_evaluations_first_page_counts_them(signed_in, evaluation):
    def status():
        page = signed_in.page(f"/evaluations/{evaluation.id}")
        return " ".join(page.xpath("string(//*[@id='stories-status'])").split())

    assert status() == "None yet"
    making.confirmed(tell(evaluation))
    assert status() == "1 told"
    tell(evaluation)
    assert status() == "2 told, 1 to redact"


def test_colleagues_without_access_find_nothing(signed_in, evaluation):
    theirs = making.evaluation(making.user("noise@example.org"))
    assert signed_in.get(address(theirs)).status_code == 404
