"""Quotations: words of a story, as they are without names and places, beside the outcome they speak of."""

import re
import unicodedata
from dataclasses import dataclass

from sqlalchemy import select

from survey.access import stories, telling, trail
from survey.access.telling import NAMED, NOT_REDACTED, REPORT, UNNAMED, Decision, MayNotBeTold
from survey.engagement.stories import which
from survey.records.base import db, now
from survey.records.retelling import Quotation
from survey.records.story import Story
from survey.records.story_texts import redacted

LONGEST = 600
# Makes one picture of several, such as a family of its members.
JOINER = "\N{ZERO WIDTH JOINER}"
# Where a quotation may end up.
OUTLETS = (telling.REPORT, telling.STEERING_PACK, telling.RELEASE)


class NotTheirWords(ValueError):
    """A quotation holds what the teller said and nothing else."""


class TooLong(ValueError):
    """A quotation is a few sentences, not a whole story."""


@dataclass(frozen=True)
class Wanted:
    """Words to be quoted: from which prompt, of which outcome (None: of none), with the name or without."""

    prompt: str
    words: str
    outcome: str | None
    named: bool


def of(story: Story) -> list[Quotation]:
    """Those of a story that are placed, in the order in which they were."""
    query = select(Quotation).where(Quotation.story_id == story.id, Quotation.removed_at.is_(None))
    return list(db.session.scalars(query.order_by(Quotation.id)))


def get(story: Story, quotation_id: int) -> Quotation | None:
    """A quotation of this story; also a removed one."""
    quotation = db.session.get(Quotation, quotation_id)
    return quotation if quotation and quotation.story_id == story.id else None


def may_be_placed(story: Story, *, named: bool) -> Decision:
    """Whether words of it may be quoted in that form anywhere; all who quote have read it first."""
    decision = stories.may_be_read(story)
    if not decision.may:
        return decision
    decision = stories.decide(story, REPORT, NAMED if named else UNNAMED)
    # A story may be quoted where a part of it is confirmed; the words are looked for there.
    return Decision(True) if decision.why == NOT_REDACTED and redacted(story) else decision


def place(story: Story, wanted: Wanted) -> Quotation:
    """Keep words of a story to be told. Raises MayNotBeTold, NotTheirWords or TooLong."""
    # Held, so that a teller who takes it back now is either before us or after us.
    db.session.refresh(story, with_for_update=True)
    decision = may_be_placed(story, named=wanted.named)
    if not decision.may:
        raise MayNotBeTold(decision)
    words = standing(wanted.words, redacted(story).get(wanted.prompt, ""))
    if words is None:
        raise NotTheirWords(
            "These words do not stand in that part of the story. Copy them from there, whole words, just as "
            "they are."
        )
    if len(words) > LONGEST:
        raise TooLong(f"Make this shorter: the most is {LONGEST} characters.")
    quotation = Quotation(
        story_id=story.id,
        prompt=wanted.prompt,
        words=words,
        outcome=wanted.outcome,
        named=wanted.named,
        placed_by_id=trail.signed_in(),
    )
    db.session.add(quotation)
    db.session.flush()
    trail.note("placed a quotation", story.evaluation, which(story))
    return quotation


def remove(quotation: Quotation) -> None:
    """Take a quotation out of what is told from now on; a second time changes nothing."""
    if quotation.removed_at is None:
        quotation.removed_at, quotation.words = now(), ""
        trail.note("removed a quotation", quotation.story.evaluation, which(quotation.story))


def decide(quotation: Quotation, outlet: str) -> Decision:
    """Whether it may be told there today."""
    try:
        stories.quote(quotation, outlet)
    except MayNotBeTold as refusal:
        return refusal.decision
    return Decision(True)


def standing(words: str, text: str) -> str | None:
    """The part of a text that reads like these words, however the spaces fell; None where there is none.

    Only whole words, and nothing in square brackets by half.
    """
    looked_for = "".join(sign for sign, _ in _seen(words)).strip()
    signs = _seen(text)
    seen = "".join(sign for sign, _ in signs)
    start = seen.find(looked_for) if looked_for else -1
    while start >= 0:
        end = start + len(looked_for)
        first, last = signs[start][1], signs[end][1] if end < len(signs) else len(text)
        part = text[first:last].strip()
        if _is_whole(seen, start, end) and JOINER not in (text[first - 1 : first], part[-1]):
            return part
        start = seen.find(looked_for, start + 1)
    return None


def _seen(text: str) -> list[tuple[str, int]]:
    """The signs that can be seen, spaces drawn together, each with its place."""
    found: list[tuple[str, int]] = []
    for place, sign in enumerate(text):
        if sign.isspace():
            if found and found[-1][0] != " ":
                found.append((" ", place))
        elif sign.isprintable():
            found.append((sign, place))
    return found


def _is_whole(seen: str, start: int, end: int) -> bool:
    """Whether a part cuts no word, no letter from its marks, and nothing in brackets."""
    bracketed = (found.span() for found in re.finditer(r"\[[^][]*\]", seen))
    return not any(_cuts_a_word(seen, place) for place in (start, end)) and not any(
        first < place < last for first, last in bracketed for place in (start, end)
    )


def _cuts_a_word(seen: str, place: int) -> bool:
    before, after = seen[:place], seen[place:]
    if not before or not after:
        return False
    if unicodedata.category(after[0]).startswith("M") or unicodedata.category(after[0]) == "Sk":
        return True
    # "can\u2019t" is one word.
    return before.rstrip("'\u2019")[-1:].isalnum() and after.lstrip("'\u2019")[:1].isalnum()
