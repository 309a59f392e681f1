"""Recordings typed up by people who listened to them."""

from hashlib import sha256

from sqlalchemy import delete

from survey.access import trail
from survey.analysis import worries
from survey.engagement import safeguarding
from survey.engagement.stories import which
from survey.records.base import db
from survey.records.safeguarding import PHRASES
from survey.records.story import Recording, Story, StoryText

LONGEST = 20_000


class ChangedMeanwhile(ValueError):
    """Somebody else has typed it up since the page was shown."""


def of(story: Story, recording_id: int) -> Recording | None:
    """A recording of this story."""
    recording = db.session.get(Recording, recording_id)
    return recording if recording and recording.story_id == story.id else None


def stamp(recording: Recording) -> str:
    """Tells one state of the text from another."""
    return sha256(recording.transcript.encode()).hexdigest()


def type_up(recording: Recording, words: str, shown: str) -> bool:
    """Keep what was said; gives whether it was new. `shown` is the stamp of what the typist had before them.

    What was confirmed of that part without names and places is confirmed no longer; quotations from it wait.
    Raises ChangedMeanwhile.
    """
    # Held, so that nobody confirms the old words while the new ones are saved.
    db.session.refresh(recording.story, with_for_update=True)
    db.session.refresh(recording)
    if words == recording.transcript:
        return False
    if shown != stamp(recording):
        raise ChangedMeanwhile(
            "Somebody else has typed this up while you were listening. Put your text and theirs together."
        )
    _look_for_worries(recording, words)
    recording.transcript, recording.transcribed_by_id = words, trail.signed_in()
    db.session.execute(
        delete(StoryText).where(
            StoryText.story_id == recording.story_id, StoryText.prompt == recording.prompt
        )
    )
    trail.note("typed up a recording", recording.story.evaluation, which(recording.story))
    return True


def _look_for_worries(recording: Recording, words: str) -> None:
    """Put a story before the safeguarding lead for phrases that were not in what was typed up before."""
    known = worries.found(recording.transcript)
    new = [phrase for phrase in worries.found(words) if phrase not in known]
    if new:
        safeguarding.raise_flag(recording.story, PHRASES, ", ".join(new))
