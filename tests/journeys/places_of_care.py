"""Worries and case studies at every point of the way, in the evaluation of one owner."""

from datetime import timedelta

from survey.engagement import case_studies, consents, safeguarding, telling
from survey.engagement.case_studies import Described
from survey.questionnaires.story_ids import STEERING_GROUP
from survey.records.base import db, now
from survey.records.safeguarding import COORDINATOR, PHRASES
from tests import making

WORDS = {"story_before": "I was low.\nI stayed in.", "story_about": ["hope"], "story_different": "I go out."}
WANTED = {"story_contact_wanted": "yes", "story_contact": "Ann, 01632 960 001"}


def make(owner) -> dict:
    """The names that stand in addresses, and what stands for each."""
    caring = making.evaluation(owner, name="Caring", made_up=True)
    making.lead(caring, owner.email)
    telling.open_telling(caring)
    making.partner(caring, "nhs", "Elm Road Surgery")
    [resident] = making.people(caring, code="wren-214")
    story = _told(caring, way="link", resident=resident, **WANTED)
    late, looked, done = (safeguarding.raise_flag(story, *why) for why in WORRIES)
    late.due_at = now() - timedelta(hours=3)
    looked.colleague_id = owner.id
    safeguarding.look_up(looked, "She may be in danger at home.").user_id = owner.id
    safeguarding.settle(done, "passed_on", "Told the social worker.")
    gone = _told(caring, **WANTED)
    given_back = safeguarding.raise_flag(gone, PHRASES, "nobody cares")
    making.take_back(gone)
    quiet = making.evaluation(owner, name="Nobody told")
    making.lead(quiet, owner.email)
    return {
        "caring": caring.id,
        "nobody_told": quiet.id,
        "story_told": story.id,
        "flag_late": late.id,
        "flag_looked": looked.id,
        "flag_done": done.id,
        "flag_given_back": given_back.id,
        **_case_studies(caring, story),
    }


WORRIES = ((PHRASES, "hurt myself"), (COORDINATOR, "She sounded frightened."), (COORDINATOR, "As before."))


def _case_studies(caring, story) -> dict:
    made = case_studies.add(story, Described("journey", "From an empty house", ("story_before",)))
    stopped = _told(caring)
    case_studies.add(
        stopped, Described("agency", "How a surgery saw it", ("story_before",), agency_view="Less.")
    )
    consents.withdraw(stopped, STEERING_GROUP)
    db.session.flush()
    return {"case_study": made.id}


def _told(caring, **given):
    return making.confirmed(making.story(caring, **WORDS, **making.EVERY_USE, **given))
