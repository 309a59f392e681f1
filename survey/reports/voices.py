"""What residents and partners said about impact, in per cent by outcome and filter, from counted answers."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, DISPLACEMENT, DROP_OFF
from survey.analysis.said import Said, attribution_from_shares
from survey.questionnaires import impact_ids as ids
from survey.questionnaires.states import ANSWERED, DONT_KNOW

# Which filter a question fills, by the ending of its name.
FILLS = {
    ids.ANYWAY: DEADWEIGHT,
    ids.OTHERS: ATTRIBUTION,
    ids.SHARES: ATTRIBUTION,
    ids.DISPLACED: DISPLACEMENT,
    ids.LEFT: DROP_OFF,
}
# By filter; a filter that nobody was asked about has nothing said.
SaidOf = Mapping[str, Said]


@dataclass
class _Heard:
    values: list[float] = field(default_factory=list)
    unknown: int = 0
    skipped: int = 0

    def hear(self, state: str, value: float | None, times: int = 1) -> None:
        if value is not None:
            self.values += [value] * times
        elif state == DONT_KNOW:
            self.unknown += times
        else:
            self.skipped += times

    @property
    def said(self) -> Said:
        return Said(tuple(self.values), self.unknown, self.skipped)


def by_residents(frame: pd.DataFrame) -> dict[str, SaidOf]:
    """By outcome and filter, from the frame of records.impact_frames.residents_said."""
    heard: dict[str, dict[str, _Heard]] = {}
    for row in frame.itertuples():
        outcome, ending = ids.outcome_of(row.question)
        here = heard.setdefault(outcome, {}).setdefault(FILLS[ending], _Heard())
        here.hear(row.state, _per_cent(ending, row.state, None, row.choices), row.n)
    return _said(heard)


@dataclass(frozen=True)
class PartnerAnswers:
    """One partner's answers about one outcome: state, number and choices, by the ending of the question."""

    partner: int
    kind: str
    outcome: str
    answers: Mapping[str, tuple[str, int | None, str | None]]

    def value(self, ending: str) -> str | int | None:
        """What was chosen, or the number given; None where neither was."""
        state, number, choices = self.answers.get(ending, ("", None, None))
        if state != ANSWERED:
            return None
        return json.loads(choices)[0] if choices else number

    @property
    def amount(self) -> int | None:
        """The change in the outcome's own unit: above nought towards its good end, below it away from it."""
        amount, seen = self.value(ids.AMOUNT), self.value(ids.SEEN)
        if seen == ids.SAME:
            return 0
        return None if amount is None else -amount if seen == ids.WORSE else amount

    def per_cent(self, name: str) -> tuple[str, float | None] | None:
        """What it said for a filter: the state and the per cent; None where it was not asked."""
        asked = [ending for ending, fills in FILLS.items() if fills == name and ending in self.answers]
        if not asked:
            return None
        exact = self.value(ids.ANYWAY_EXACT) if name == DEADWEIGHT else None
        if exact is not None:
            return ANSWERED, float(exact)
        return self.answers[asked[0]][0], _per_cent(asked[0], *self.answers[asked[0]])


def partner_answers(frame: pd.DataFrame) -> list[PartnerAnswers]:
    """From the frame of records.impact_frames.partners_said, in the order of sending."""
    found: dict[tuple[int, str], PartnerAnswers] = {}
    for row in frame.itertuples():
        place = ids.outcome_of(row.question)
        if place is not None:
            outcome, ending = place
            one = found.setdefault((row.partner, outcome), PartnerAnswers(row.partner, row.kind, outcome, {}))
            # A text that is not there comes out of a frame as NaN.
            number, choices = (None if pd.isna(each) else each for each in (row.number, row.choices))
            one.answers[ending] = (row.state, None if number is None else int(number), choices)
    return list(found.values())


def by_partners(answers: Iterable[PartnerAnswers]) -> dict[str, SaidOf]:
    """By outcome and filter: one voice, whatever the kind."""
    heard: dict[str, dict[str, _Heard]] = {}
    for one in answers:
        for name in dict.fromkeys(FILLS.values()):
            told = one.per_cent(name)
            if told is not None:
                heard.setdefault(one.outcome, {}).setdefault(name, _Heard()).hear(*told)
    return _said(heard)


def by_kind(answers: Iterable[PartnerAnswers], outcome: str, name: str) -> dict[str, list[float]]:
    """What partners of each kind said of an outcome and a filter, in the order of sending."""
    found: dict[str, list[float]] = {}
    for one in answers:
        told = one.per_cent(name) if one.outcome == outcome else None
        if told is not None and told[1] is not None:
            found.setdefault(one.kind, []).append(told[1])
    return found


def _per_cent(ending: str, state: str, _number: int | None, choices: str | None) -> float | None:
    if state != ANSWERED or not choices:
        return None
    chosen = json.loads(choices)
    return attribution_from_shares(dict(chosen)) if ending == ids.SHARES else float(chosen[0])


def _said(heard: Mapping[str, Mapping[str, _Heard]]) -> dict[str, SaidOf]:
    return {outcome: {name: each.said for name, each in by.items()} for outcome, by in heard.items()}
