"""Impact in plain English: what each filter is called, and what is said of an outcome."""

from collections.abc import Iterator
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
    Figure,
    missing,
)
from survey.analysis.wording import capitalised, per_cent, rounded

SHORT_NAMES = {
    DEADWEIGHT: "Deadweight",
    ATTRIBUTION: "Attribution to others",
    DISPLACEMENT: "Displacement",
    DROP_OFF: "Drop-off a year",
}
MEANINGS = {
    DEADWEIGHT: "what would have happened anyway",
    ATTRIBUTION: "of what is left, what came from others than the coordinator",
    DISPLACEMENT: "what moved a problem elsewhere or took the place of something",
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
    "both voices": "five or more answers from residents and from partners",
    "one voice": "answers from one voice, or few",
    "records": "from records",
    "analyst": "the analyst’s own figure",
}


class Outcome(Protocol):
    """What a sentence is made from: reports.impact_tables.Measured."""

    name: str
    gross: float | None
    net: float | None
    unit: str
    figures: dict[str, Figure]


def grade_words(grade: str) -> str:
    """The letter of a grade of evidence."""
    return GRADES[grade]


def sentence(outcome: Outcome, headline: str) -> str:
    """What of the change is due to the programme, or why that cannot be said yet."""
    name = capitalised(outcome.name)
    if outcome.gross is None:
        return f"{name}: no change has been measured, so none can be due to the programme yet."
    unknown = missing(outcome.figures)
    if unknown:
        names = " and ".join(f"{SHORT_NAMES[each].lower()} ({MEANINGS[each]})" for each in unknown)
        return f"{name} changed by {_size(outcome, outcome.gross, headline)}. Not known yet: {names}."
    due = _size(outcome, outcome.net, headline)
    return f"{name} changed by {_size(outcome, outcome.gross, headline)}. Due to the programme: {due}."


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


def _size(outcome: Outcome, value: float, headline: str) -> str:
    if outcome.unit:
        return f"{rounded(value, 0)} {outcome.unit}"
    return f"{per_cent(value)} {DEFINITIONS[headline].of}"
