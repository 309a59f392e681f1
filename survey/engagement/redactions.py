"""Names and places taken out of a story: what is suggested, what a person chose, and what was confirmed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import delete

from survey.access import trail
from survey.access.stories import may_be_read
from survey.analysis import redaction
from survey.engagement.stories import MayNotBeRead, which
from survey.records.base import db
from survey.records.story import Story, StoryText
from survey.records.story_texts import as_told

# Stories that somebody filled with names to trouble us: the page would not end.
MOST_ROWS = 1000
CONFIRMED = "taken out before"
Span = tuple[int, int, str]


class ChangedMeanwhile(ValueError):
    """The words as they were told are not those that the page showed."""


@dataclass(frozen=True)
class Place:
    """Where something stands that is suggested, or that was taken out before."""

    prompt: str
    start: int
    end: int


@dataclass(frozen=True)
class Row:
    """The same words wherever they are suggested: one decision for a person."""

    key: str
    words: str
    kind: str
    bracket: str
    places: tuple[Place, ...]
    # Whether it would go if nobody changed anything.
    goes: bool


@dataclass(frozen=True)
class Chosen:
    """What a person takes out: rows of suggestions, words of their own, and what takes their place."""

    rows: Mapping[str, str]
    words: tuple[tuple[str, str], ...] = ()


def rows(story: Story) -> list[Row]:
    """What is suggested and what was taken out before, in the order in which it is told."""
    told, before = as_told(story), {text.prompt: text for text in story.texts}
    found: dict[str, Row] = {}
    for prompt, words in told.items():
        for start, end, kind, bracket, goes in _found(words, before.get(prompt)):
            said = " ".join(words[start:end].split())
            key = sha256(said.casefold().encode()).hexdigest()[:12]
            row = found.get(key) or Row(key, said, kind, bracket, (), False)
            places = (*row.places, Place(prompt, start, end))
            found[key] = Row(key, row.words, row.kind, row.bracket, places, row.goes or goes)
    return list(found.values())[:MOST_ROWS]


def spans(story: Story, chosen: Chosen) -> dict[str, list[Span]]:
    """Where each part of the story is cut, as chosen."""
    told = as_told(story)
    cut: dict[str, list[Span]] = {prompt: [] for prompt in told}
    for row in rows(story):
        if row.key in chosen.rows:
            for place in row.places:
                cut[place.prompt].append((place.start, place.end, chosen.rows[row.key]))
    for words, bracket in chosen.words:
        for prompt, said in told.items():
            cut[prompt] += [(*span, bracket) for span in redaction.everywhere(said, words)]
    return {prompt: redaction.merged(told[prompt], found) for prompt, found in cut.items()}


def is_in(story: Story, words: str) -> bool:
    """Whether these words stand anywhere in it."""
    return any(redaction.everywhere(said, words) for said in as_told(story).values())


def stamp(story: Story) -> str:
    """Tells one state of the words as told, and of what was confirmed of them, from another."""
    before = sorted((text.prompt, text.spans) for text in story.texts)
    return _digest([as_told(story), before])


def result(story: Story, cut: Mapping[str, Iterable[Span]]) -> dict[str, str]:
    """Each part as it would read."""
    return {prompt: redaction.apply(said, cut.get(prompt, ())) for prompt, said in as_told(story).items()}


def stamp_of_result(story: Story, cut: Mapping[str, Iterable[Span]]) -> str:
    """Tells what a person was shown from anything else."""
    return _digest(result(story, cut))


def confirm(story: Story, cut: Mapping[str, list[Span]], shown: str) -> None:
    """Keep the whole story as it may be read. `shown` is the stamp of what the person had before them.

    Raises ChangedMeanwhile or MayNotBeRead.
    """
    # Held, so that nobody types up a recording or takes the story back while it is saved.
    db.session.refresh(story, with_for_update=True)
    db.session.expire(story, ["texts", "recordings", "consents"])
    if not may_be_read(story).may:
        raise MayNotBeRead("Nobody may read this story now, so nothing was saved.")
    if shown != stamp(story):
        raise ChangedMeanwhile("The words of this story, or what was taken out of them, have changed.")
    db.session.execute(delete(StoryText).where(StoryText.story_id == story.id))
    for prompt, words in result(story, cut).items():
        db.session.add(
            StoryText(
                story_id=story.id,
                prompt=prompt,
                spans=json.dumps(cut.get(prompt, [])),
                redacted=words,
                confirmed_by_id=trail.signed_in(),
            )
        )
    db.session.flush()
    db.session.expire(story, ["texts"])
    trail.note("redacted a story", story.evaluation, which(story))


def _found(words: str, before: StoryText | None) -> Iterable[tuple[int, int, str, str, bool]]:
    """What was taken out of a part before, and what else is suggested; the latter stayed in then."""
    kept = [] if before is None else [tuple(span) for span in json.loads(before.spans)]
    found = [(start, end, CONFIRMED, bracket, True) for start, end, bracket in kept]
    for each in redaction.suggest(words):
        if not any(start < each.end and each.start < end for start, end, _ in kept):
            found.append((each.start, each.end, each.kind, each.bracket, before is None))
    return sorted(found)


def _digest(said: object) -> str:
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
