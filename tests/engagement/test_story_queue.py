from datetime import timedelta

import pytest
from sqlalchemy import event, update

from survey.access import stories as access
from survey.access.telling import ENDED, NEVER_GIVEN, TAKEN_BACK, WITHDRAWN
from survey.engagement import consents, story_queue, themes
from survey.engagement.story_queue import EMPTY, GONE, READY, TO_REDACT, UNREAD
from survey.engagement.story_tags import About
from survey.questionnaires.story_ids import LEARNING
from survey.records.base import db, now
from survey.records.story import StoryConsent, StoryText
from tests import making
from tests.making import EVERY_USE

WORDS = {"story_before": "I was alone.", "story_happened": "We met."}


@pytest.fixture
def evaluation(app):
    other = making.evaluation(making.user("noise@example.org"), name="Another")
    theirs = making.story(other, story_before="Noise", story_about=["hope"], **EVERY_USE)
    themes.tag(theirs, [themes.add(other, "Noise", "").id])
    made = making.evaluation()
    making.story(made, sent=False, story_before="Not told yet", **EVERY_USE)
    db.session.commit()
    return made


def states(evaluation):
    db.session.expire_all()
    return {each.id: each.state for each in story_queue.listed(evaluation)}


def end_learning(story):
    yesterday = now().date() - timedelta(days=1)
    query = update(StoryConsent).where(StoryConsent.story_id == story.id, StoryConsent.purpose == LEARNING)
    db.session.execute(query.values(until=yesterday))
    db.session.commit()


def test_only_what_was_told_here_is_listed_the_newest_first(evaluation):
    assert story_queue.listed(evaluation) == []
    told = [making.story(evaluation, **WORDS, **EVERY_USE).id for _ in range(3)]
    assert [each.id for each in story_queue.listed(evaluation)] == told[::-1]


def test_a_story_is_ready_when_every_part_is_confirmed(evaluation):
    story = making.story(evaluation, **WORDS, **EVERY_USE)
    assert states(evaluation) == {story.id: TO_REDACT} and story_queue.ready(evaluation) == []
    db.session.add(StoryText(story_id=story.id, prompt="story_before", spans="[]", redacted="x"))
    db.session.commit()
    assert states(evaluation) == {story.id: TO_REDACT}
    making.confirmed(story)
    assert states(evaluation) == {story.id: READY}
    assert [each.id for each in story_queue.ready(evaluation)] == [story.id]


def test_a_recording_waits_for_somebody_who_types_it_up(evaluation):
    story = making.confirmed(making.story(evaluation, **WORDS, **EVERY_USE))
    spoken = making.recording(story, "story_different")
    [listed] = story_queue.listed(evaluation)
    assert (listed.state, listed.is_to_type_up) == (TO_REDACT, True)
    spoken.transcript = "It is better."
    db.session.commit()
    [listed] = story_queue.listed(evaluation)
    assert (listed.state, listed.is_to_type_up) == (TO_REDACT, False)
    making.confirmed(story)
    assert states(evaluation) == {story.id: READY}


def test_a_story_without_a_word_is_not_ready_but_its_tags_are_known(evaluation):
    story = making.story(evaluation, story_before="", story_about=["hope"], **EVERY_USE)
    [listed] = story_queue.listed(evaluation)
    assert (listed.state, listed.outcomes) == (EMPTY, {"hope"}) and story_queue.ready(evaluation) == []
    making.recording(story)
    assert states(evaluation) == {story.id: TO_REDACT}


def test_of_a_story_that_nobody_may_read_only_the_reason_is_known(evaluation):
    learning = EVERY_USE | {"use_learning": "no"}
    never = making.story(evaluation, story_about=["hope"], **WORDS, **learning)
    ended, withdrawn, gone = (
        making.story(evaluation, story_about=["hope"], **WORDS, **EVERY_USE) for _ in range(3)
    )
    theme = themes.add(evaluation, "Neighbours", "")
    for story in (ended, withdrawn, gone):
        themes.tag(story, [theme.id])
    end_learning(ended)
    consents.withdraw(withdrawn, LEARNING)
    making.take_back(gone)
    db.session.expire_all()
    listed = {each.id: each for each in story_queue.listed(evaluation)}
    whys = {never: NEVER_GIVEN, ended: ENDED, withdrawn: WITHDRAWN, gone: TAKEN_BACK}
    for story, why in whys.items():
        found = listed[story.id]
        assert found.state == (GONE if story is gone else UNREAD) and found.decision.why == why
        assert (found.way, found.about, found.themes) == ("", (), frozenset())


def test_the_queue_and_the_door_say_the_same(evaluation):
    """What is listed as ready is what access lets be read; the two ask the records in different ways."""
    ready = making.confirmed(making.story(evaluation, **WORDS, **EVERY_USE))
    part = making.story(evaluation, **WORDS, **EVERY_USE)
    part.texts.append(StoryText(prompt="story_before", spans="[]", redacted="x"))
    wordless = making.story(evaluation, **EVERY_USE)
    unread = making.confirmed(making.story(evaluation, **WORDS))
    making.take_back(making.story(evaluation, **WORDS, **EVERY_USE))
    db.session.commit()
    for each in story_queue.listed(evaluation):
        story = story_queue.get(evaluation, each.id)
        allowed = access.may_be_read(story).may and access.is_redacted(story)
        assert access.is_ready(story) == (each.state == READY)
        assert allowed == (each.state in (READY, EMPTY))
    assert {each.id for each in story_queue.ready(evaluation)} == {ready.id}
    assert states(evaluation)[wordless.id] == EMPTY
    assert states(evaluation)[part.id] == TO_REDACT and states(evaluation)[unread.id] == UNREAD


def test_it_says_what_a_story_is_about(evaluation):
    tags = {"story_about": ["hope", "control"], "hope_direction": "better"}
    making.story(evaluation, way="written_down", **tags, **WORDS, **EVERY_USE)
    [listed] = story_queue.listed(evaluation)
    assert set(listed.about) == {About("hope", "better"), About("control", "")}
    assert listed.outcomes == {"hope", "control"} and listed.way == "written_down"


def test_a_long_queue_takes_as_many_queries_as_a_short_one(evaluation):
    theme = themes.add(evaluation, "Neighbours", "")

    def told():
        themes.tag(making.story(evaluation, **WORDS, **EVERY_USE), [theme.id])
        db.session.commit()

    def queries():
        db.session.expire_all()
        asked = []
        note = lambda *told: asked.append(told[2])  # noqa: E731
        event.listen(db.engine, "before_cursor_execute", note)
        story_queue.listed(evaluation)
        event.remove(db.engine, "before_cursor_execute", note)
        return len(asked)

    told()
    few = queries()
    for _ in range(4):
        told()
    assert queries() == few <= 10


def test_a_story_is_found_in_its_own_evaluation_once_told(evaluation):
    story, draft = making.story(evaluation, **EVERY_USE), making.story(evaluation, sent=False)
    other = making.evaluation(making.user("third@example.org"))
    assert story_queue.get(evaluation, story.id) is story
    assert story_queue.get(evaluation, draft.id) is None and story_queue.get(other, story.id) is None
