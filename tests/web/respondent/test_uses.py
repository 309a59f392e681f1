"""With the link of a story: what was agreed to, taken back use by use or as a whole, as often as wanted."""

from datetime import timedelta

import pytest

from survey.engagement import invitations, safeguarding
from survey.records.base import db, now
from survey.records.response import AnswerRow, AnswerWords, Response
from survey.records.story import StoryConsent
from tests import making
from tests.reading import text
from tests.web.respondent import telling

YES = "Yes, until"
KEEPS = "We keep how to reach you until someone has contacted you."


@pytest.fixture
def evaluation(app):
    making.story(telling.asking(name="Noise"), story_before="Noise", **making.EVERY_USE)
    return telling.asking()


@pytest.fixture
def story(evaluation):
    return making.story(evaluation, story_before="What I wrote", **making.EVERY_USE)


@pytest.fixture
def at(story):
    return telling.home(story)


def consents(story):
    db.session.rollback()
    db.session.expire_all()
    rows = db.session.query(StoryConsent).filter_by(story_id=story.id)
    return {row.purpose: row.withdrawn_at is None for row in rows}


def offered(client, at):
    """Where the uses page leads to take a use back."""
    return client.page(f"{at}/uses").xpath("//dd/a/@href")


def take_back_use(client, at, purpose):
    return client.post(f"{at}/uses", data={"purpose": purpose})


def test_the_link_of_a_sent_story_leads_to_its_uses_and_shows_no_word_of_it(client, at):
    page = client.page(at)
    assert "What we may do with your story" in text(page) and text(page).count(YES) == 5
    assert "The name: Made-up Robin." in text(page)
    for each in ("", "/uses", "/thank-you", "/check", "/story-before", "/take-back"):
        assert "What I wrote" not in text(client.page(at + each)), each


def test_a_use_is_taken_back_alone_and_a_second_time_changes_nothing(client, at, story):
    for _ in range(2):
        assert take_back_use(client, at, "published").location == f"{at}/uses"
        assert consents(story) == dict.fromkeys(consents(story), True) | {"published": False}
    page = text(client.page(at))
    assert page.count(YES) == 4 and "You took this back on" in page
    left = ("learning", "quoted-unnamed", "quoted-named", "steering-group")
    assert offered(client, at) == [f"{at}/take-back/{use}" for use in left]


def test_one_is_asked_before_a_use_is_taken_back_and_can_keep_it(client, at, story):
    before = consents(story)
    page = client.page(f"{at}/take-back/steering-group")
    assert "We asked: May we show it to the steering group? You said yes." in text(page)
    assert "You cannot say yes again here." in text(page)
    assert page.xpath("//main//a/@href") == [f"{at}/uses"] * 2 and consents(story) == before
    assert "You took this back on" in text(client.fill(f"{at}/take-back/steering-group"))
    assert consents(story) == before | {"steering_group": False}
    assert client.get(f"{at}/take-back/steering-group").location == f"{at}/uses"


def test_a_use_that_there_is_not_is_not_asked_about(client, at):
    for use in ("everything", "steering_group", "thank-you"):
        reply = client.get(f"{at}/take-back/{use}")
        assert reply.status_code == 404 and "This page is not here" in text(reply), use


def test_a_use_that_ended_says_so_and_is_not_offered_to_be_taken_back(client, at, story):
    consent = db.session.query(StoryConsent).filter_by(story_id=story.id, purpose="learning").one()
    consent.until = now().date() - timedelta(days=1)
    db.session.commit()
    assert "No longer. This ended on" in text(client.page(at))
    assert f"{at}/take-back/learning" not in offered(client, at)
    assert client.get(f"{at}/take-back/learning").location == f"{at}/uses"
    consent.until = now().date()
    db.session.commit()
    assert "No longer" not in text(client.page(at)), "the last day still counts"


def test_what_was_never_agreed_to_is_no(client, evaluation):
    page = text(client.page(telling.home(making.story(evaluation))))
    assert page.count(" No. ") == 5 and YES not in page


@pytest.mark.parametrize("purpose", ["", "everything", "learning'; --"])
def test_a_use_that_there_is_not_is_refused(client, at, story, purpose):
    assert take_back_use(client, at, purpose).status_code == 400
    assert all(consents(story).values())


def test_the_whole_story_is_taken_back_once_asked_and_once_more(client, at, story):
    page = client.page(f"{at}/take-back")
    assert "cannot call back what is already printed" in text(page)
    assert consents(story) and db.session.query(AnswerWords).filter_by(words="What I wrote").count() == 1
    for _ in range(2):
        assert client.post(f"{at}/take-back").location == at
    assert "You took your story back" in text(client.page(at))
    assert db.session.query(AnswerWords).filter_by(words="What I wrote").count() == 0
    theirs = db.session.query(AnswerRow).join(Response).filter(Response.story_id == story.id)
    assert theirs.count() == 0 and db.session.query(AnswerWords).count() > 0, "nobody else's went"


@pytest.mark.parametrize("part", ["", "/uses", "/thank-you", "/check", "/story-before", "/take-back"])
def test_a_story_that_was_taken_back_says_so_everywhere_and_takes_nothing(client, at, story, part):
    making.take_back(story)
    assert "You took your story back" in text(client.page(at + part))
    assert client.post(at + part, data={"story_before": "Again", "purpose": "learning"}).location == at
    theirs = db.session.query(AnswerRow).join(Response).filter(Response.story_id == story.id)
    assert theirs.count() == 0


def test_a_story_that_was_never_sent_can_be_erased_too(client, evaluation):
    story = making.story(evaluation, sent=False, story_before="What I wrote")
    at = telling.home(story)
    assert f"{at}/take-back" in client.page(at).xpath("//main//a/@href")
    assert "Nobody has read it" in text(client.page(f"{at}/take-back"))
    client.fill(f"{at}/take-back")
    assert "You took your story back" in text(client.page(at))
    assert db.session.query(AnswerWords).filter_by(words="What I wrote").count() == 0


def test_residents_and_partners_have_no_such_pages(client, evaluation):
    [person] = making.people(evaluation)
    making.answer(person, control=3)
    partner = making.partner(evaluation, linked=True)
    for holder in (person, partner):
        at = f"/a/{invitations.current_link(holder).token}"
        assert client.get(f"{at}/take-back/learning").location == at
        for part in ("uses", "take-back"):
            assert client.get(f"{at}/{part}").location == at
            assert client.post(f"{at}/{part}", data={"purpose": "learning"}).location == at


def test_who_takes_a_story_back_reads_whether_we_keep_how_to_reach_them(client, evaluation):
    given = {"story_contact_wanted": "yes", "story_contact": "01632 960 001"}
    kept, other = making.story(evaluation, **given), making.story(evaluation)
    for story in (kept, other):
        making.take_back(story)
    assert KEEPS in text(client.page(telling.home(kept)))
    assert KEEPS not in text(client.page(telling.home(other)))
    for flag in safeguarding.open_flags(evaluation):
        safeguarding.settle(flag, "contacted", "Rang and talked.")
    db.session.commit()
    assert KEEPS not in text(client.page(telling.home(kept)))
