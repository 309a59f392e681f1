"""Each figure of a row of a value map: from answers, or typed, and always with how it is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, localcontext

import numpy as np

from survey.analysis.impact import DROP_OFF, PARTNERS, RESIDENTS, Figure
from survey.analysis.wording import number, people
from survey.questionnaires.model import Question
from survey.questionnaires.partners import PartnerOutcome
from survey.records.value_row import FIGURES, ValueRow
from survey.reports.impact import Heard
from survey.value import quantity as counting
from survey.value.quantity import Quantity, Rule
from survey.value.simulation import Answers, Counts, Spread
from survey.value.worth import DIGITS

ANSWERS, TYPED, ENTERED, NOT_NEEDED, COUNTED_IN, MISSING = (
    *("answers", "typed", "entered", "not needed", "counted in", "missing"),
)
QUANTITY = FIGURES[0]
WHOLE = 100
# The step of the impact page where a figure can be traced.
STEPS = {QUANTITY: "change", **{name: name for name in FIGURES[1:]}}


@dataclass(frozen=True)
class Cell:
    """One figure: `value` in people, or as a fraction to deduct; None where it is missing.

    `basis` is one of the words above, `said` how it is known, `n` how many answers it stands on. `bases` are
    the counts of people that a release has to look at; None for what no release may tell.
    """

    name: str
    value: Decimal | None
    basis: str
    said: str
    n: int | None = None
    spread: Spread | None = None
    bases: tuple[int, ...] | None = ()

    @property
    def is_traced(self) -> bool:
        """Whether the page of impact says where it comes from."""
        return self.basis in (ANSWERS, ENTERED, COUNTED_IN)


@dataclass(frozen=True)
class Evidence:
    """What rows are counted from: moves by outcome, what was said of impact, and the rule of the map."""

    outcomes: Mapping[str, Question]
    counted: Mapping[str, PartnerOutcome]
    moves: Mapping[str, np.ndarray]
    heard: Heard
    rule: Rule
    supported: int | None
    # Outcomes that have a row of their own for those who came out worse.
    with_worse_row: frozenset[str] = field(default_factory=frozenset)


def cells(row: ValueRow, evidence: Evidence) -> dict[str, Cell]:
    """Every figure of a row by its name (records.value_row.FIGURES)."""
    said = evidence.heard.figures(row.outcome) if row.outcome else {}
    found = {QUANTITY: _quantity(row, evidence)}
    for name in FIGURES[1:]:
        found[name] = _typed(row, name) or _filter(row, name, said.get(name))
    return found


def _typed(row: ValueRow, name: str) -> Cell | None:
    typed = row.figure(name)
    return typed and Cell(name, typed.value, TYPED, typed.source, typed.n)


def _filter(row: ValueRow, name: str, figure: Figure | None) -> Cell:
    if name == DROP_OFF and row.duration_years == 1:
        return Cell(name, Decimal(0), NOT_NEEDED, "It lasts one year, so nothing can drop off.")
    if figure is None or (figure.used is None and not figure.counted_in):
        return Cell(name, None, MISSING, "Nobody has said it yet.")
    if figure.counted_in:
        return Cell(name, Decimal(0), COUNTED_IN, "It is counted in attribution to others.")
    used = Decimal(repr(figure.used)) / WHOLE
    if figure.basis not in (RESIDENTS, PARTNERS):
        return Cell(name, used, ENTERED, figure.entered.reason, bases=None)
    voice = figure.residents if figure.basis == RESIDENTS else figure.partners
    values = tuple(Decimal(repr(value)) / WHOLE for value in voice.values)
    spread = Answers(f"{row.outcome} {name} {figure.basis}", values)
    whose = _voices(voice.n, figure.basis)
    said = f"The median of what {whose} said." if voice.n > 1 else f"What {whose} said."
    return Cell(name, used, ANSWERS, said, voice.n, spread, None)


def _quantity(row: ValueRow, evidence: Evidence) -> Cell:
    typed = _typed(row, QUANTITY)
    if typed:
        return typed
    if row.outcome in evidence.counted:
        return _amounts(row, evidence)
    if row.outcome not in evidence.outcomes:
        return Cell(QUANTITY, None, MISSING, "Nothing says how many people it was.")
    return _of_scores(row, evidence)


def _amounts(row: ValueRow, evidence: Evidence) -> Cell:
    amounts = [each.amount for each in evidence.heard.of(row.outcome) if each.amount is not None]
    if not amounts:
        return Cell(QUANTITY, None, MISSING, "No partner has said how much it was.")
    unit = evidence.counted[row.outcome].unit
    said = (
        f"The {unit} that {_voices(len(amounts), PARTNERS)} counted, added up. Two may have counted the same."
    )
    return Cell(QUANTITY, Decimal(sum(amounts)), ANSWERS, said, len(amounts), bases=None)


def _of_scores(row: ValueRow, evidence: Evidence) -> Cell:
    outcome, moves = evidence.outcomes[row.outcome], evidence.moves[row.outcome]
    nets = evidence.rule.net_of_worse and row.outcome not in evidence.with_worse_row
    rule = replace(evidence.rule, net_of_worse=nets)
    asked = int(moves.sum())
    supported = evidence.supported if (evidence.supported or 0) >= asked else None
    found = counting.quantity(
        moves.tolist(), outcome.lowest, outcome.highest, outcome.better, rule, supported
    )
    if not found.n:
        return Cell(QUANTITY, None, MISSING, "Nobody has given a score both for before and for now.")
    if row.of_worse:
        worse = ((Decimal(-1), found.worse), (Decimal(0), found.n - found.worse))
        with localcontext(prec=DIGITS):
            found = replace(found, quantity=-found.worse * found.scale, contributions=worse)
    counts = Counts(
        f"{row.outcome} moves{' worse' if row.of_worse else ''}", found.contributions, found.scale
    )
    bases = (found.n, found.changed, found.n - found.changed)
    if row.of_worse or rule.net_of_worse:
        bases = (*bases, found.worse, found.n - found.worse)
    return Cell(QUANTITY, found.quantity, ANSWERS, _said(row, found), found.n, counts, bases)


def _said(row: ValueRow, found: Quantity) -> str:
    moved = found.worse if row.of_worse else found.changed
    which = "worse" if row.of_worse else "better"
    if found.rule.kind == counting.DISTANCE and not row.of_worse:
        start = f"How far {people(found.n)} with both scores moved, as a share of the scale"
    else:
        start = f"Of {people(found.n)} with both scores, {number(moved)} came out {which} by the rule"
        if found.rule.net_of_worse and not row.of_worse:
            start += f" and {number(found.worse)} worse"
    if found.supported is None:
        return f"{start}. It is not scaled up, because it is not known how many people were supported."
    return f"{start}, scaled up to the {people(found.supported)} who were supported."


def _voices(count: int, voice: str) -> str:
    return f"one {voice.removesuffix('s')}" if count == 1 else f"{number(count)} {voice}"
