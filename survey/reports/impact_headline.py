"""The first sentence on impact: what part of the changes is due to the programme, or what is missing."""

from collections import Counter
from collections.abc import Sequence

from survey.analysis.impact import OF_NET, missing
from survey.analysis.wording import number
from survey.reports.impact_tables import Measured
from survey.reports.impact_words import MEANINGS, Part, for_how_many, parts

NOBODY = "Nobody has said yet how much of the change is due to the programme"
ASK = "Residents and partners say it when they answer, and evaluators can enter figures from records."
NOT_YET = "How much of the change is due to the programme cannot be said yet"


def headline(outcomes: Sequence[Measured]) -> tuple[str, str]:
    """A sentence without its full stop on the outcomes, one by one, and one on what is still missing."""
    known = [each for each in outcomes if each.gross and each.share is not None]
    if not known and not any(each.is_spoken_of for each in outcomes):
        return NOBODY, ASK
    if not known:
        return NOT_YET, _still_missing(outcomes)
    first, no_sum = parts([Part(each.name, each.share, each.share) for each in known])
    more = no_sum, _of_how_many(known, outcomes), _still_missing(outcomes)
    return first, " ".join(filter(None, more))


def _of_how_many(known: Sequence[Measured], outcomes: Sequence[Measured]) -> str:
    if len(known) == len(outcomes):
        return "This is known for every outcome." if len(known) > 1 else ""
    known_counted, counted = (sum(bool(each.unit) for each in some) for some in (known, outcomes))
    scored = len(known) - known_counted, len(outcomes) - counted
    return f"This is known for {for_how_many(*scored, known_counted, counted)}."


def _still_missing(outcomes: Sequence[Measured]) -> str:
    """What the others wait for, the most frequent first."""
    unmeasured = sum(each.gross is None for each in outcomes)
    waits = Counter(name for each in outcomes if each.gross for name in missing(each.figures))
    named = [f"{MEANINGS[name]} (for {number(waits[name])})" for name in OF_NET if waits[name]]
    if unmeasured:
        named.append(f"whether and how far it changed (for {number(unmeasured)})")
    return f"Not known yet: {'; '.join(named)}." if named else ""
