from datetime import timedelta

from survey.commands import example_worries
from survey.engagement import safeguarding
from survey.questionnaires import story_ids as ids
from survey.records.base import db
from tests import making
from tests.making import EVERY_USE


def test_two_tellers_would_like_to_be_contacted():
    said = example_worries.said_too(3, 5)
    assert said.keys() == {3, 5}
    assert all(
        each[ids.CONTACT_WANTED] == ["yes"] and "Made-up" in each[ids.CONTACT][0] for each in said.values()
    )


def test_worries_are_settled_within_their_day(app):
    evaluation, owner = making.evaluation(), making.user()
    asked = making.story(evaluation, story_contact_wanted="yes", story_contact="Made-up May", **EVERY_USE)
    raised = making.story(evaluation, **EVERY_USE)
    example_worries.keep([asked, raised], owner)
    db.session.commit()
    assert safeguarding.open_flags(evaluation) == []
    first, second = sorted(safeguarding.settled_flags(evaluation), key=lambda flag: flag.id)
    assert [first.story, second.story] == [asked, raised]
    assert [first.raised_by, second.raised_by] == ["teller", "coordinator"]
    for flag in (first, second):
        assert flag.settled_by == owner
        assert flag.raised_at < flag.settled_at < flag.due_at
        assert flag.due_at - flag.raised_at == timedelta(hours=24)
        assert flag.note.startswith("Made up: ")
    assert asked.contact is None
