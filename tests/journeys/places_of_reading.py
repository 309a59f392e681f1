"""Stories as the team reads them, at every point of the way, in the evaluation of one owner."""

from survey.engagement import consents, quotations, recordings, significant_changes, telling, themes
from survey.engagement.quotations import Wanted
from survey.engagement.significant_changes import Choice
from survey.questionnaires.story_ids import LEARNING, PUBLISHED
from survey.records.base import db
from tests import making
from tests.trust.addresses_stories import SOUND

LONG = "Averyveryverylongwordwithoutanyblank" * 3
SAID = {
    "story_before": f"I was alone with [name].\n\n{LONG}",
    "story_happened": "קראתי לשכנה שלי. 👨‍👩‍👧",
    "story_about": ["hope", "something_else"],
    "hope_direction": "up_and_down",
    "triad_who": "me_people",
}


def make(owner) -> dict:
    """The names that stand in addresses, and what stands for each."""
    reading = making.evaluation(owner, name="Reading stories", made_up=True)
    making.lead(reading, owner.email)
    telling.open_telling(reading)
    theme = themes.add(reading, f"Neighbours {LONG[:60]}", "People who live near.")
    themes.add(reading, "Time", "")
    ready, waiting, spoken, unread, gone = (
        making.story(reading, **SAID, **making.EVERY_USE) for _ in range(5)
    )
    for story in (spoken, ready):
        recordings.keep(story.id, "story_different", SOUND)
    ready.recordings[0].transcript = "It is better now."
    for story in (ready, unread, gone):
        making.confirmed(story)
    _used(ready, theme)
    significant_changes.pick(unread, Choice("Two coordinators", "It shows how neighbours came."))
    significant_changes.pick(ready, Choice("Two coordinators", f"It shows more.\n{LONG}"))
    consents.withdraw(unread, LEARNING)
    making.take_back(gone)
    db.session.flush()
    return {
        "reading": reading.id,
        "read": ready.id,
        "read_waiting": waiting.id,
        "read_spoken": spoken.id,
        "read_unread": unread.id,
        "read_gone": gone.id,
        "typed_up": ready.recordings[0].id,
        "not_typed_up": spoken.recordings[0].id,
        "theme": theme.id,
    }


def _used(ready, theme) -> None:
    themes.tag(ready, [theme.id])
    quotations.place(ready, Wanted("story_before", "I was alone with [name].", "hope", True))
    quotations.place(ready, Wanted("story_happened", "קראתי לשכנה שלי.", None, False))
    consents.withdraw(ready, PUBLISHED)
