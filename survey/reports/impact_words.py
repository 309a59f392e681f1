"""Impact in plain English: what each filter is called, and what is said of an outcome."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.impact import (
    ATTRIBUTION,
    DEADWEIGHT,
    DISAGREE,
    DISPLACEMENT,
    DROP_OFF,
    FILTERS,
    GRADES,
    OF_NET,
    Figure,
    missing,
)
from survey.analysis.wording import capitalised, number, per_cent, rounded
from survey.questionnaires.model import HIGHER

SHORT_NAMES = {
    DEADWEIGHT: "Deadweight",
    ATTRIBUTION: "Attribution to others",
    DISPLACEMENT: "Displacement",
    DROP_OFF: "Drop-off a year",
}
MEANINGS = {
    DEADWEIGHT: "what would have happened anyway",
    ATTRIBUTION: "of what is left, what came from others than the coordinator",
    DISPLACEMENT: "what was pushed aside and lost elsewhere",
    DROP_OFF: "how much of the change is gone after a year",
}
FILTER_NAMES = {name: f"{SHORT_NAMES[name]}: {MEANINGS[name]}" for name in FILTERS}
BASIS = {
    "residents": "said by residents",
    "partners": "said by partners",
    "records": "from records",
    "analyst": "analyst’s own",
}
GRADE_MEANINGS = {
    "both voices": "five or more answers from residents and as many from partners",
    "one voice": "answers from residents or from partners alone, or fewer than five from either",
    "records": "a figure from records, entered by an evaluator with a reason",
    "analyst": "the analyst’s own figure, entered with a reason",
}
ENTERED = "entered"
NO_SUM = "There is no figure for all of it together."
# An end of the range that more outcomes share than these names none of them.
MOST_NAMES = 2


class Outcome(Protocol):
    """What a sentence is made from: reports.impact_tables.Measured."""

    name: str
    gross: float | None
    net: float | None
    share: float | None
    unit: str
    better: str
    figures: Mapping[str, Figure]


@dataclass(frozen=True)
class Part:
    """From what to what of one change is due to the programme, in per cent; the team knows it to a point."""

    name: str
    low: float
    high: float


def parts(known: Sequence[Part]) -> tuple[str, str]:
    """A sentence without its full stop on one outcome or several, and one on what several do not say.

    No outcome is picked out for being the best: the smallest and the largest part stand side by side.
    """
    low, high = (
        rounded(end, 0) for end in (min(each.low for each in known), max(each.high for each in known))
    )
    if len(known) == 1:
        size = f"{low} per cent" if low == high else f"between {low} and {high} per cent"
        return f"{capitalised(known[0].name)}: {size} of the change is due to the programme", ""
    if low == high:
        return f"Outcome by outcome, the part due to the programme is {low} per cent", NO_SUM
    is_span = any(each.low != each.high for each in known)
    least, most = (" at the least", " at the most") if is_span else ("", "")
    lowest = _in_brackets([each.name for each in known if rounded(each.low, 0) == low])
    highest = _in_brackets([each.name for each in known if rounded(each.high, 0) == high])
    between = f"between {low} per cent{least}{lowest} and {high} per cent{most}{highest}"
    return f"Outcome by outcome, the part due to the programme is {between}", NO_SUM


def _in_brackets(names: Sequence[str]) -> str:
    return f" ({_listed(map(capitalised, names))})" if len(names) <= MOST_NAMES else ""


def grade_words(grade: str) -> str:
    """The letter of a grade of evidence."""
    return GRADES[grade]


def sentence(outcome: Outcome, headline: str) -> str:
    """What of the change is due to the programme, or why that cannot be said yet."""
    name = capitalised(outcome.name)
    if outcome.gross is None:
        why = "no partner has said how much it was" if outcome.unit else "no change has been measured"
        return f"{name}: {why}, so nothing can be said of the programme’s part yet."
    changed = change_words(outcome, headline)
    if outcome.gross == 0:
        return f"{changed} So there is nothing that could be due to the programme."
    unknown = missing(outcome.figures)
    if unknown:
        return (
            f"{changed} Not known yet: {_listed(f'{_inside(each)} ({MEANINGS[each]})' for each in unknown)}."
        )
    due = _size(outcome, abs(outcome.net), headline)
    return f"{changed} Due to the programme: {due}, which is {per_cent(outcome.share)} of the change." + (
        f" Entered by an evaluator: {_listed(map(_inside, entered(outcome.figures)))}."
        if entered(outcome.figures)
        else ""
    )


def reckoning(outcome: Outcome) -> str:
    """The sum behind what is due to the programme, with a decimal more; empty where there is none."""
    if not outcome.gross or outcome.net is None:
        return ""
    left, steps = outcome.gross, []
    for name in OF_NET:
        used = outcome.figures[name].used
        if used is not None:
            left *= 1 - used / 100
            steps.append(f"less {rounded(used, 1)} per cent ({_inside(name)}) leaves {rounded(left, 1)}")
    return f"The sum: {rounded(outcome.gross, 1)} {outcome.unit or 'per cent'}; {'; '.join(steps)}."


def change_words(outcome: Outcome, headline: str) -> str:
    """Which way an outcome went and how far, in a sentence; for one that has changed or stayed."""
    name, size = capitalised(outcome.name), _size(outcome, abs(outcome.gross), headline)
    if outcome.gross == 0:
        counted = "partners counted no change in all" if outcome.unit else "it did not change on average"
        return f"{name}: {counted}."
    if outcome.unit:
        end = "better" if outcome.gross > 0 else "worse"
        return f"{name}: partners counted a change for the {end} of {size}."
    if DEFINITIONS[headline].turned:
        return f"{name} {'improved' if outcome.gross > 0 else 'got worse'} by {size}."
    verb = "rose" if outcome.gross > 0 else "fell"
    is_good = (outcome.gross > 0) == (outcome.better == HIGHER)
    return f"{name} {verb if is_good else f'got worse: it {verb}'} by {size}."


def for_how_many(known: int, scored: int, known_counted: int, counted: int) -> str:
    """Of how many outcomes something is known; where there are both kinds, of each kind for itself."""
    if not scored or not counted:
        return f"{number(known + known_counted)} of {_outcomes(scored + counted)}"
    of_residents = f"{number(known) if known else 'none'} of {_outcomes(scored)} that residents score"
    of_partners = f"{number(known_counted) if known_counted else 'none'} of {number(counted)}"
    return f"{of_residents}, and for {of_partners} that partners count"


def entered(figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """The filters of the net change whose figure an evaluator entered."""
    return tuple(each for each in OF_NET if figures[each].entered and figures[each].used is not None)


def disagreements(outcome: Outcome) -> tuple[str, ...]:
    """Where residents and partners are 25 points or more apart, and what each says."""
    return tuple(_disagreements(outcome))


def _disagreements(outcome: Outcome) -> Iterator[str]:
    for name, figure in outcome.figures.items():
        if figure.agreement == DISAGREE:
            more = "Residents" if figure.residents.median > figure.partners.median else "Partners"
            yield (
                f"{SHORT_NAMES[name]}: residents say {per_cent(figure.residents.median)} and partners "
                f"{per_cent(figure.partners.median)} (medians). {more} claim less for the programme."
            )


def _inside(name: str) -> str:
    return SHORT_NAMES[name].lower()


def _listed(words: Iterator[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _size(outcome: Outcome, value: float, headline: str) -> str:
    if outcome.unit:
        return f"{rounded(value, 0)} {outcome.unit}"
    return f"{per_cent(value)} {DEFINITIONS[headline].of}"


def _outcomes(count: int) -> str:
    return "one outcome" if count == 1 else f"{number(count)} outcomes"
