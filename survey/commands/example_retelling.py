"""What the team of the worked example made of the stories: read, quoted, picked, made into case studies."""

import io
import math
import struct
import wave
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from survey.commands.made_up_stories import BRACKETS, MadeUp
from survey.commands.made_up_telling import BEFORE, FILLED, HAPPENED, SPEAKS_OF
from survey.engagement import (
    case_studies,
    quotations,
    recordings,
    redactions,
    significant_changes,
    stakeholders,
    themes,
)
from survey.engagement.case_studies import Described
from survey.engagement.quotations import Wanted
from survey.engagement.redactions import Chosen
from survey.engagement.significant_changes import Choice
from survey.questionnaires import story_ids as ids
from survey.records.account import User
from survey.records.evaluation import Evaluation
from survey.records.retelling import AGENCY
from survey.records.session import Theme
from survey.records.story import Story
from survey.records.story_texts import as_told, redacted

THEMES = {
    "Neighbours": "People who live near help, talk or share.",
    "Having something to give": "Somebody does something for others, who were only helped before.",
    "Time": "Somebody had time, came again, and did not hurry.",
    "Getting about": "Buses, walking, what is near and what is not.",
    "Forms and offices": "Letters, appointments, being sent from one to the next.",
}
# Which words let the team see a theme in a story.
SEEN_IN = {
    "Neighbours": ("two doors down", "has a key", "by name now", "put lights up", "knocked at"),
    "Having something to give": ("mend chairs", "do the form for", "read a poem", "somebody else in"),
    "Time": ("took a while", "more than once", "We had tea", "cup of tea", "who is in my life"),
    "Getting about": ("bus", "walk to", "go as far as"),
    "Forms and offices": ("form", "letters", "office", "folder"),
}
PANEL = "Made up: two coordinators, the public health lead, and two residents"
REASONS = (
    "Made up: it shows what changes when somebody is asked what they can give. The panel was "
    "not of one mind: one member would have picked a story in which nothing got better."
)
TITLES = {"journey": "A list of who is in my life", AGENCY: "What a phone call saved"}
INTRODUCTION = (
    "Made up: this person was introduced by a GP in the autumn and met the coordinator eleven times."
)
AGENCY_VIEW = (
    "Made up: before, our officers were called out every other week, and left with nothing solved. Since the "
    "neighbours talk to each other we have not been called, and an officer knows whom to ring."
)
SECOND, PER_SECOND, PITCH = 1, 8000, 440


def codebook(evaluation: Evaluation) -> dict[str, Theme]:
    """The themes that the team looks for, by name."""
    return {name: themes.add(evaluation, name, meaning) for name, meaning in THEMES.items()}


def read(story: Story, made_up: MadeUp, owner: User, known: Mapping[str, Theme]) -> None:
    """Names and places are taken out and themes are seen, of a story that the team may read."""
    if made_up.typed[ids.use_of(ids.LEARNING)] == [ids.NO]:
        return
    cut = redactions.spans(story, Chosen(rows={}, words=tuple(made_up.hidden)))
    redactions.confirm(story, cut, redactions.stamp(story))
    for text in story.texts:
        text.confirmed_by_id = owner.id
    said = " ".join(as_told(story).values())
    seen = [name for name, words in SEEN_IN.items() if any(each in said for each in words)]
    themes.tag(story, [known[name].id for name in seen])


def speak(story: Story) -> None:
    """A recording: of a tone, for no voice is made up here."""
    recordings.keep(story.id, ids.PROMPTS[-1], _tone())


def quote(read: Iterable[tuple[Story, MadeUp]], owner: User, named: Story) -> None:
    """Place words of each beside what they speak of; nothing is quoted twice, and one is `named`."""
    quoted = set()
    for story, made_up in read:
        wanted = next(each for each in _quotable(story, made_up, story is named) if each.words not in quoted)
        quoted.add(wanted.words)
        quotations.place(story, wanted).placed_by_id = owner.id


def pick(story: Story, owner: User) -> None:
    """The most significant change, as a panel saw it."""
    significant_changes.pick(story, Choice(PANEL, REASONS)).chosen_by_id = owner.id


def case_study(story: Story, made_up: MadeUp, owner: User, kind: str) -> None:
    """A page for the steering group; an agency's view has a partner of the register beside it."""
    police = [each for each in stakeholders.of(story.evaluation) if each.kind == "police"][:1]
    described = Described(
        kind=kind,
        title=TITLES[kind],
        prompts=tuple(redacted(story)),
        introduction=INTRODUCTION,
        agency_view=AGENCY_VIEW if kind == AGENCY else "",
        outcomes=tuple(made_up.about),
        partners=tuple(police if kind == AGENCY else ()),
    )
    case_studies.add(story, described).made_by_id = owner.id


def _quotable(story: Story, made_up: MadeUp, named: bool) -> Iterator[Wanted]:
    """What it says of each outcome, how it is now and how it was; then what happened, which is of none."""
    before, happened, now, _ = ids.PROMPTS
    of_outcomes = product(((now, SPEAKS_OF), (before, BEFORE)), made_up.about)
    of_each = [(prompt, outcome, texts[outcome]) for (prompt, texts), outcome in of_outcomes]
    for prompt, outcome, texts in (*of_each, (happened, None, HAPPENED)):
        for words in map(_bracketed, texts):
            if words in redacted(story).get(prompt, ""):
                yield Wanted(prompt, words, outcome, named)


def _bracketed(text: str) -> str:
    return BRACKETS.sub(lambda found: f"[{FILLED[found[1]][0]}]", text)


def _tone() -> bytes:
    heard = (math.sin(2 * math.pi * PITCH * place / PER_SECOND) for place in range(SECOND * PER_SECOND))
    sound = io.BytesIO()
    with wave.open(sound, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(PER_SECOND)
        file.writeframes(b"".join(struct.pack("<h", int(8000 * each)) for each in heard))
    return sound.getvalue()
