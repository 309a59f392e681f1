"""Example values for what stands in the addresses of stories: all of one story that was told."""

from survey.engagement import safeguarding, telling
from survey.records.base import db
from survey.records.safeguarding import PHRASES
from tests import making

WORDS = {"story_before": "I was low.", "story_about": ["hope"]}


def story_values(evaluation, user) -> dict:
    """The values; whose evaluation it is has both duties."""
    making.lead(evaluation, user.email)
    telling.open_telling(evaluation)
    story = making.confirmed(making.story(evaluation, **WORDS, **making.EVERY_USE))
    flag = safeguarding.raise_flag(story, PHRASES, "low")
    db.session.flush()
    return {"story_id": story.id, "flag_id": flag.id}
