"""What was said of impact, in batches: what each release counted first, and what none has counted yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from survey.analysis.counted import Batch
from survey.analysis.impact import FILTERS, RESIDENTS
from survey.analysis.said import Entered
from survey.questionnaires.impact_ids import ANYWAY, OTHERS
from survey.records import impact_frames
from survey.records.asking import Wave
from survey.records.evaluation import Evaluation
from survey.records.frames import Group
from survey.reports import asked, voices

# By outcome and filter.
Batches = Mapping[tuple[str, str], Sequence[Batch]]


@dataclass(frozen=True)
class Spoken:
    """Answers as (whose kind, per cent) by outcome and filter, in batches; and what evaluators entered."""

    residents: Batches
    partners: Batches
    entered: Mapping[str, Mapping[str, Entered]]


@dataclass(frozen=True)
class Outcome:
    """Whom an outcome's causes are asked of. `counted`: partners count it in a unit of their own."""

    id: str
    name: str
    of_residents: bool
    kinds: tuple[str, ...]
    counted: bool = False


def hear(evaluation: Evaluation, wave: Wave) -> Spoken:
    """Everything that was said of impact, of all areas: a release is never of one."""
    everyone = Group()
    said = impact_frames.residents_said(evaluation, wave, everyone, questions_of_residents(evaluation))
    of_partners = impact_frames.partners_said(evaluation, everyone)
    return Spoken(
        _of_residents(said), _of_partners(of_partners, _organisations(evaluation)), entered(evaluation)
    )


def questions_of_residents(evaluation: Evaluation) -> list[str]:
    """What residents are asked about impact, whether or not they were."""
    return [outcome.id + ending for outcome in asked.outcomes(evaluation) for ending in (ANYWAY, OTHERS)]


def entered(evaluation: Evaluation) -> dict[str, dict[str, Entered]]:
    """The figures that evaluators entered and that stand, by outcome and filter: the newest of each."""
    found: dict[str, dict[str, Entered]] = {}
    for row in impact_frames.entered(evaluation).itertuples():
        found.setdefault(row.outcome, {})[row.filter] = Entered(
            float(row.per_cent), row.basis, row.reason, bool(row.covers_deadweight)
        )
    return found


def outcomes(evaluation: Evaluation) -> tuple[Outcome, ...]:
    """Every outcome that somebody is asked about: residents' first, then what partners count."""
    of_residents = {each.id for asked_of in asked.questionnaires(evaluation) for each in asked_of.questions}
    of_kinds = {
        kind: {each.id for each in asked_of.questions}
        for kind, asked_of in asked.of_partners(evaluation).items()
    }

    def described(outcome_id: str, name: str, counted: bool) -> Outcome:
        why = outcome_id + ANYWAY
        kinds = tuple(kind for kind, ids in of_kinds.items() if why in ids)
        return Outcome(outcome_id, name, why in of_residents, kinds, counted)

    return (
        *(described(each.id, each.short_name, False) for each in asked.outcomes(evaluation)),
        *(described(each.id, each.short_name, True) for each in asked.counted_outcomes(evaluation)),
    )


def _of_residents(frame: pd.DataFrame) -> Batches:
    found: dict[tuple[str, str], list[list]] = {}
    releases = _in_turn(frame)
    for place, release in enumerate(releases):
        for outcome, said_of in voices.by_residents(frame[_counted_by(frame, release)]).items():
            for name, said in said_of.items():
                batches = found.setdefault((outcome, name), [[] for _ in releases])
                batches[place] += [(RESIDENTS, value) for value in said.values]
    return found


def _organisations(evaluation: Evaluation) -> dict[int, str]:
    """What tells one organisation from another, by line of the register."""
    lines = impact_frames.organisations(evaluation)
    return {line: " ".join(each.name.split()).casefold() for line, each in lines.items()}


def _of_partners(frame: pd.DataFrame, organisations: Mapping[int, str]) -> Batches:
    """An organisation counts once, by what it said first: several lines of it are not several voices."""
    found: dict[tuple[str, str], list[list]] = {}
    heard: set[tuple[str, str, str]] = set()
    releases = _in_turn(frame)
    for place, release in enumerate(releases):
        for one in voices.partner_answers(frame[_counted_by(frame, release)]):
            for name in FILTERS:
                said, whose = one.per_cent(name), (organisations[one.partner], one.outcome, name)
                if said is not None and said[1] is not None and whose not in heard:
                    heard.add(whose)
                    batches = found.setdefault((one.outcome, name), [[] for _ in releases])
                    batches[place].append((one.kind, said[1]))
    return found


def _in_turn(frame: pd.DataFrame) -> list[int | None]:
    """The releases that counted something, the first one first, and None: what waits for the next."""
    return [*sorted(map(int, frame.release.dropna().unique())), None]


def _counted_by(frame: pd.DataFrame, release: int | None) -> pd.Series:
    return frame.release.isna() if release is None else frame.release.eq(release).fillna(False)
