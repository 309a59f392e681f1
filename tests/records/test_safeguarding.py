import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db, now
from survey.records.safeguarding import LookUp, StoryFlag
from survey.records.story import Story
from tests import making
from tests.records.worlds import count, kept


@pytest.fixture
def story(app):
    return making.story(making.evaluation())


def flag(story, **known):
    usual = {"raised_by": "phrases", "why": "a phrase", "due_at": now()}
    return kept(StoryFlag(story_id=story.id, **usual | known))


def test_a_worry_is_open_until_it_has_an_outcome_and_a_time(story):
    assert flag(story).settled_at is None
    assert flag(story, settled_as="no_reach", settled_at=now(), note="Rang twice.").id


@pytest.mark.parametrize(
    "wrong",
    [
        {"raised_by": "nobody"},
        {"settled_as": "forgotten", "settled_at": now()},
        {"settled_as": "contacted"},
        {"settled_at": now()},
        {"due_at": None},
    ],
)
def test_nothing_else_is_kept(story, wrong):
    with pytest.raises(IntegrityError):
        flag(story, **wrong)


def test_nobody_looks_up_a_teller_without_a_reason(story):
    made = flag(story)
    assert kept(LookUp(flag_id=made.id, reason="She may be in danger.")).at
    with pytest.raises(IntegrityError):
        kept(LookUp(flag_id=made.id, reason=""))


def test_worries_and_look_ups_go_with_their_story_and_outlast_the_colleague(story):
    colleague = making.user("gone@example.org")
    db.session.commit()
    made = flag(story, raised_by="coordinator", colleague_id=colleague.id)
    kept(LookUp(flag_id=made.id, user_id=colleague.id, reason="Why."))
    db.session.delete(colleague)
    db.session.commit()
    assert made.colleague is None and count(LookUp) == 1
    db.session.execute(db.delete(Story).where(Story.id == story.id))
    assert count(StoryFlag) == count(LookUp) == 0
