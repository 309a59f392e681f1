"""Which stories and votes are counted, beside everything that is not."""

from datetime import date, timedelta

import pytest

from survey.access import stories as access_stories
from survey.records import story_frames
from survey.records.base import db, now
from survey.records.session import Participant, Session, Statement, Theme, Vote
from survey.records.story import StoryConsent
from survey.records.story_texts import as_told
from tests import making
from tests.making import EVERY_USE

LEARN = {"use_learning": "one_year"}
HOPE = {"story_about": ["hope", "something_else"], "hope_direction": "better"}


def today():
    return now().date()


def learning(story):
    return next(each for each in story.consents if each.purpose == "learning")


def ended(story, until):
    learning(story).until = until
    db.session.commit()
    return story


def withdrawn(story):
    learning(story).withdrawn_at = now()
    db.session.commit()
    return story


@pytest.fixture
def here(app):
    return making.evaluation()


@pytest.fixture
def noisy(here):
    """One story that counts, among all the kinds that do not."""
    other = making.evaluation(name="Another programme")
    for evaluation in (here, other):
        making.story(evaluation, sent=False, **HOPE, **LEARN)
        making.story(evaluation, **HOPE)
        making.story(
            evaluation, **HOPE, **{name: each for name, each in EVERY_USE.items() if "learn" not in name}
        )
        making.take_back(making.story(evaluation, **HOPE, **LEARN))
        withdrawn(making.story(evaluation, **HOPE, **LEARN))
        ended(making.story(evaluation, **HOPE, **LEARN), today() - timedelta(days=1))
    making.story(other, **HOPE, **LEARN)
    [told] = [making.story(here, **HOPE, triad_who="does_not_apply", triad_about="feeling", **LEARN)]
    return told


def test_only_what_the_team_may_read_is_counted(noisy):
    found = story_frames.tagged(noisy.evaluation, today())
    assert list(found.itertuples(index=False, name=None)) == [
        (noisy.id, "story_about", "hope"),
        (noisy.id, "story_about", "something_else"),
        (noisy.id, "hope_direction", "better"),
        (noisy.id, "triad_who", "does_not_apply"),
        (noisy.id, "triad_about", "feeling"),
    ]
    assert story_frames.counted(noisy.evaluation, today()) == 1


def test_a_use_holds_through_its_last_day(noisy):
    last = learning(noisy).until
    counts = [story_frames.counted(noisy.evaluation, last + timedelta(days=days)) for days in (0, 1)]
    assert counts == [1, 0]
    assert story_frames.tagged(noisy.evaluation, last + timedelta(days=1)).empty


def test_the_frames_count_what_the_pages_let_the_team_read(here):
    """The same rule stands in two rooms; they agree for every state of the one use."""
    made = [
        making.story(here, **LEARN),
        withdrawn(making.story(here, **LEARN)),
        ended(making.story(here, **LEARN), today()),
        ended(making.story(here, **LEARN), today() - timedelta(days=1)),
        making.story(here),
        making.story(here, use_published="one_year"),
    ]
    making.take_back(made[0])
    made.append(making.story(here, **LEARN))
    readable = [story for story in made if access_stories.may_be_read(story).may]
    assert [made.index(story) for story in readable] == [2, 6]
    assert story_frames.counted(here, today()) == len(readable)


def test_words_contact_and_uses_are_in_no_frame(here):
    told = making.story(
        here,
        story_before="canary",
        story_contact_wanted="yes",
        story_contact="canary",
        story_named_as="canary",
        **EVERY_USE,
    )
    assert as_told(told) == {"story_before": "canary"}
    assert story_frames.tagged(here, today()).empty


def test_themes_of_stories_that_count(noisy):
    theme, unused = (Theme(evaluation_id=noisy.evaluation_id, name=name) for name in ("Neighbours", "Money"))
    db.session.add_all((theme, unused))
    for story in db.session.scalars(db.select(type(noisy))):
        story.themes.append(theme)
    db.session.commit()
    found = story_frames.themed(noisy.evaluation, today())
    assert list(found.itertuples(index=False, name=None)) == [(noisy.id, theme.id)]


def test_nothing_told_gives_empty_frames_with_their_columns(here):
    assert list(story_frames.tagged(here, today())) == ["story", "question", "choice"]
    assert list(story_frames.themed(here, today())) == ["story", "theme"]
    assert story_frames.votes(here).empty
    assert {"statement", "agree", "not_sure", "disagree"} <= set(story_frames.votes(here))


def session(evaluation, title="Library", is_closed=True, is_opened=True, held_on=date(2026, 5, 1)):
    held = Session(
        evaluation_id=evaluation.id,
        title=title,
        held_on=held_on,
        opened_at=now() if is_opened else None,
        closed_at=now() if is_closed else None,
    )
    db.session.add(held)
    db.session.flush()
    return held


def statement(held, words="Buses matter", phones=(), position=1, outcome=None, **hands):
    put = Statement(session_id=held.id, position=position, words=words, outcome=outcome, **hands)
    db.session.add(put)
    db.session.flush()
    for vote in phones:
        phone = Participant(session_id=held.id, token_hash=f"{held.id} {put.id} {vote} {len(put.words)}")
        phone.token_hash += str(db.session.scalar(db.select(db.func.count()).select_from(Participant)))
        db.session.add(phone)
        db.session.flush()
        db.session.add(Vote(statement_id=put.id, participant_id=phone.id, vote=vote))
    db.session.commit()
    return put


def test_phones_and_hands_are_added_up_by_statement(here):
    held = session(here)
    second = statement(held, "Buses matter", position=2)
    first = statement(
        held,
        "Neighbours talk",
        phones=["agree", "agree", "disagree"],
        outcome="hope",
        hands_agree=4,
        hands_not_sure=1,
    )
    other = making.evaluation(name="Another programme")
    statement(session(other), phones=["agree"])
    found = story_frames.votes(here)
    assert list(found.itertuples(index=False, name=None)) == [
        (held.id, "Library", first.id, "Neighbours talk", "hope", 6, 1, 1),
        (held.id, "Library", second.id, "Buses matter", "", 0, 0, 0),
    ]


def test_only_sessions_that_are_over_are_counted(here):
    statement(session(here, "Still open", is_closed=False), phones=["agree"], hands_agree=5)
    statement(session(here, "Planned", is_opened=False, is_closed=False))
    statement(session(here, "By hand", is_opened=False, is_closed=False), hands_disagree=5)
    statement(session(here, "Over", held_on=date(2026, 4, 1)), phones=["not_sure"])
    assert list(story_frames.votes(here).title) == ["Over", "By hand"]


def test_a_story_without_its_consent_row_is_not_counted(here):
    told = making.story(here, **HOPE, **LEARN)
    db.session.execute(db.delete(StoryConsent).where(StoryConsent.story_id == told.id))
    db.session.commit()
    assert story_frames.counted(here, today()) == 0
