import pytest
from sqlalchemy import select

from survey.engagement import consents, significant_changes
from survey.engagement.significant_changes import Choice, NotReady
from survey.questionnaires.story_ids import LEARNING
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.making import EVERY_USE

CHOICE = Choice("Two coordinators and a resident", "It shows how neighbours came to help.")


@pytest.fixture
def evaluation(app):
    other = making.evaluation(making.user("noise@example.org"), name="Another")
    significant_changes.pick(ready(other), Choice("Noise", "Noise"))
    made = making.evaluation()
    db.session.commit()
    return made


def ready(evaluation):
    return making.confirmed(making.story(evaluation, story_before="Words.", **EVERY_USE))


def picked(evaluation):
    return [(each.story_id, each.panel, each.reasons) for each in significant_changes.of(evaluation)]


def test_the_newest_stands_and_the_others_stay(evaluation):
    first, second = ready(evaluation), ready(evaluation)
    assert picked(evaluation) == []
    significant_changes.pick(first, CHOICE)
    significant_changes.pick(second, Choice("The board", "More."))
    db.session.commit()
    assert picked(evaluation) == [(second.id, "The board", "More."), (first.id, CHOICE.panel, CHOICE.reasons)]
    lines = db.session.scalars(select(TrailLine).where(TrailLine.evaluation_id == evaluation.id)).all()
    assert (lines[-1].act, lines[-1].detail) == ("picked the most significant change", f"story {second.id}")


def test_only_what_the_team_may_read_can_be_picked(evaluation):
    unconfirmed = making.story(evaluation, story_before="Words.", **EVERY_USE)
    empty = making.story(evaluation, story_about=["hope"], **EVERY_USE)
    withdrawn, gone = ready(evaluation), ready(evaluation)
    consents.withdraw(withdrawn, LEARNING)
    making.take_back(gone)
    db.session.expire_all()
    for story in (unconfirmed, empty, withdrawn, gone):
        with pytest.raises(NotReady):
            significant_changes.pick(story, CHOICE)
    assert picked(evaluation) == []


def test_a_story_that_is_taken_back_takes_the_panels_reasons_along(evaluation):
    story = ready(evaluation)
    significant_changes.pick(story, CHOICE)
    making.take_back(story)
    assert picked(evaluation) == []
