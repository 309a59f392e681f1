"""Case studies to be put on paper."""

from survey.engagement import case_studies
from survey.engagement.case_studies import Described
from survey.questionnaires.story_ids import PROMPTS
from survey.records.base import db
from tests import making
from tests.making import EVERY_USE

SENTENCE = "After my wife died I did not go out. [name] from the lunch club knocked until I said yes. "


def told(evaluation, story_before="I was low.", **given):
    return making.confirmed(making.story(evaluation, story_before=story_before, **EVERY_USE | given))


def case_study(evaluation, story=None, title="To the lunch club", **known):
    usual = {"kind": "journey", "title": title, "prompts": PROMPTS, "outcomes": ("hope",)}
    made = case_studies.add(story or told(evaluation), Described(**usual | known))
    db.session.commit()
    return made


def words(count):
    """So many characters of a story."""
    return (SENTENCE * (count // len(SENTENCE) + 1))[:count]
