"""Example values for what stands in the addresses of stories: all of one story that was told."""

from survey.engagement import case_studies, doors, quotations, recordings, safeguarding, telling, themes
from survey.engagement.quotations import Wanted
from survey.records.base import db
from survey.records.safeguarding import PHRASES
from tests import making

SOUND = b"ID3\x03\x00\x00\x00\x00\x00\x00" + bytes(200)
WORDS = {"story_before": "I was low.", "story_about": ["hope"]}


def story_values(evaluation, user) -> dict:
    """The values; whose evaluation it is has both duties."""
    making.lead(evaluation, user.email)
    telling.open_telling(evaluation)
    # The poster's.
    doors.poster(evaluation)
    story = making.confirmed(_spoken(making.story(evaluation, **WORDS, **making.EVERY_USE)))
    flag = safeguarding.raise_flag(story, PHRASES, "low")
    db.session.flush()
    study = case_studies.add(story, case_studies.Described("journey", "A journey", ("story_before",)))
    theme = themes.add(evaluation, "Neighbours help", "")
    themes.tag(story, [theme.id])
    quotation = quotations.place(story, Wanted("story_before", "I was low.", None, False))
    return {
        "story_id": story.id,
        "flag_id": flag.id,
        "case_study_id": study.id,
        "theme_id": theme.id,
        "quotation_id": quotation.id,
        "recording_id": story.recordings[0].id,
    }


def story_filters(values, outcome) -> dict:
    """What a page picks stories by; an outcome that only one of the two evaluations asks about."""
    return {"story": values["story_id"], "theme": values["theme_id"], "outcome": outcome}


def _spoken(story):
    """With a recording beside what was typed, and typed up."""
    recordings.keep(story.id, "story_happened", SOUND)
    story.recordings[0].transcript = "I met people."
    return story
