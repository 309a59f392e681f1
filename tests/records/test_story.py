"""What the database itself holds to of stories."""

from datetime import date

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from survey.engagement import invitations
from survey.records.base import db
from survey.records.resident import Invitation, Resident
from survey.records.response import AnswerWords, Response
from survey.records.story import STORY, Recording, Story, StoryConsent, StoryContact
from tests import making


@pytest.fixture
def evaluation(app):
    return making.evaluation()


@pytest.fixture
def story(evaluation):
    return making.story(evaluation, story_before="Mine", use_learning="one_year")


def consent(story, **changes):
    usual = {"story_id": story.id, "purpose": "published", "wording": 1, "until": date(2027, 1, 1)}
    return StoryConsent(**usual | changes)


def recording(story, **changes):
    usual = {
        "story_id": story.id,
        "prompt": "story_before",
        "file": "a",
        "media_type": "audio/wav",
        "size": 9,
    }
    return Recording(**usual | changes)


def refused(*rows):
    db.session.add_all(rows)
    with pytest.raises(IntegrityError):
        db.session.commit()
    db.session.rollback()


def test_a_use_is_one_that_is_known_and_agreed_to_once(story):
    refused(consent(story, purpose="everything"))
    refused(consent(story, purpose="learning"))
    refused(consent(story), consent(story))


def test_a_name_belongs_to_the_use_that_names(story):
    refused(consent(story, named_as="Robin"))
    db.session.add(consent(story, purpose="quoted_named", named_as="Robin"))
    db.session.commit()


def test_a_recording_is_one_to_a_prompt_of_something_and_its_file_nobody_elses(story, evaluation):
    other = making.story(evaluation)
    refused(recording(story, size=0))
    refused(recording(story), recording(story, file="b"))
    refused(recording(story), recording(other))


def test_a_way_is_one_that_is_known(evaluation):
    refused(Story(evaluation_id=evaluation.id, way="telephone"))


def test_a_link_and_a_response_have_one_holder(story, evaluation):
    [person] = making.people(evaluation)
    [spare] = invitations.prepare(1)
    spare.story_id, spare.resident_id = story.id, person.id
    refused(spare)
    theirs = {"story_id": story.id, "questionnaire_id": story.response.questionnaire_id}
    refused(Response(**theirs, submission_key="again"))


def test_a_story_is_asked_its_own_questions(story):
    assert story.audience == STORY


def test_what_a_story_holds_goes_with_the_resident_whose_it_is(evaluation):
    [person] = making.people(evaluation)
    said = {
        "story_before": "Mine",
        "story_contact_wanted": "yes",
        "story_contact": "1",
        "use_learning": "one_year",
    }
    db.session.add(recording(making.story(evaluation, way="link", resident=person, **said)))
    db.session.commit()
    db.session.execute(delete(Resident).where(Resident.id == person.id))
    db.session.commit()
    for kind in (Story, StoryConsent, StoryContact, Recording, AnswerWords):
        assert db.session.query(kind).count() == 0, kind
    assert db.session.query(Invitation).filter(Invitation.story_id.is_not(None)).count() == 0
