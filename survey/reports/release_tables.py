"""The tables of a release, each as it is and as it may leave the building."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from survey.analysis import disclosure
from survey.analysis.change import Change
from survey.analysis.disclosure import SafeTable
from survey.analysis.hiding import is_small
from survey.analysis.leaving import is_of_organisations, least
from survey.analysis.tables import HIDDEN, Table
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.model import Question
from survey.records import frames
from survey.records.evaluation import Evaluation
from survey.records.frames import Group
from survey.reports import asked, scales, sheets, turnout
from survey.reports.figures import changes_in, figures
from survey.reports.findings import ALL_AREAS, Filters, supported

# The change in each outcome, by its id, for each part of the whole by its name.
Parts = Mapping[str, Mapping[str, Change]]


@dataclass(frozen=True)
class HiddenFigure:
    """A figure that a release hides: small itself, or one that a small one could be worked out from."""

    row: str
    column: str
    is_small: bool
    of_organisations: bool = False


@dataclass(frozen=True)
class Pair:
    """A table as it is, for the team's eyes, and as it may leave."""

    exact: Table
    safe: SafeTable

    def hidden(self, threshold: int) -> tuple[HiddenFigure, ...]:
        """What is hidden, and why."""
        return tuple(
            HiddenFigure(
                row.heading,
                column.heading,
                is_small(row.bases[column.key], least(column, threshold)),
                is_of_organisations(column),
            )
            for row, shown in zip(self.exact.rows, self.safe.rows, strict=True)
            for column in self.safe.columns
            if shown.cells[column.key] is HIDDEN
        )

    @property
    def count_hidden(self) -> int:
        return sum(value is HIDDEN for row in self.safe.rows for value in row.cells.values())

    @property
    def size(self) -> int:
        return len(self.safe.rows) * len(self.safe.columns)


@dataclass(frozen=True)
class Tables:
    change: Pair
    parts: tuple[Pair, ...]
    spread: Pair
    six_ways: Pair
    answers: tuple[Pair, ...]
    flowers: Mapping[str, Pair]
    participation: Pair
    helped: Pair

    @property
    def all(self) -> tuple[Pair, ...]:
        main = (self.change, *self.parts, self.spread, self.six_ways, *self.answers)
        return (*main, *self.flowers.values(), self.participation, self.helped)


def tables(
    evaluation: Evaluation,
    filters: Filters,
    outcomes: Sequence[Question],
    moves: pd.DataFrame,
    threshold: int,
) -> Tables:
    """All tables of a release: everyone, each area and each level, hidden together."""
    key = evaluation.headline
    found = figures(moves, outcomes, [area.id for area in evaluation.areas])
    by_area = {area.name: found.areas[area.id] for area in evaluation.areas}
    by_level = _levels(evaluation, filters, outcomes)
    everyone = sheets.change_table(outcomes, found.everyone, key, filters.words)
    one = _one_by_one(threshold)
    taking_part = frames.participation(evaluation, Group())
    helped = frames.helped(evaluation, filters.wave, Group())
    return Tables(
        change=one(everyone),
        parts=(
            *_parts(by_area, everyone, outcomes, key, "area", threshold),
            *_parts(by_level, everyone, outcomes, key, "level", threshold),
        ),
        spread=one(sheets.spread_table(outcomes, found.everyone, key)),
        six_ways=one(sheets.six_ways_table(outcomes, found.everyone)),
        answers=tuple(
            one(scales.answers_table(each, found.everyone[each.id], _of_parts(each.id, by_area, by_level)))
            for each in outcomes
        ),
        flowers=_flowers(outcomes, found.everyone, by_area, threshold),
        participation=one(turnout.participation_table(taking_part, supported(evaluation, filters))),
        helped=one(turnout.helped_table(helped, filters.wave.name, every=True)),
    )


def _one_by_one(threshold: int):
    return lambda table: Pair(table, disclosure.release(table, threshold))


def _together(exact: Sequence[Table], whole: Table, threshold: int) -> tuple[Pair, ...]:
    safe = disclosure.release_parts(exact, whole, threshold)
    return tuple(Pair(*both) for both in zip(exact, safe, strict=True))


def _parts(
    parts: Parts, whole: Table, outcomes: Sequence[Question], key: str, kind: str, threshold: int
) -> tuple[Pair, ...]:
    """The table of change of each part; none where there is one part only, which is the whole."""
    if len(parts) < 2:
        return ()
    exact = []
    for place, (name, changes) in enumerate(parts.items(), start=1):
        asked_here = [each for each in outcomes if each.id in changes]
        exact.append(sheets.change_table(asked_here, changes, key, name, name=f"change_{kind}_{place}"))
    return _together(exact, whole, threshold)


def _levels(evaluation: Evaluation, filters: Filters, outcomes: Sequence[Question]) -> Parts:
    """By level, each with the outcomes that it is asked about."""
    found = {}
    for level, name in LEVELS.items():
        moves = frames.moves(evaluation, filters.wave, filters.before_kind, Group(level=level))
        ids = {each.id for each in asked.outcomes(evaluation, level)}
        found[name] = changes_in(moves, [each for each in outcomes if each.id in ids], draws=0)
    return found


def _of_parts(outcome: str, *parts: Parts) -> list[Change]:
    return [changes[outcome] for each in parts for changes in each.values() if outcome in changes]


def _flowers(
    outcomes: Sequence[Question], everyone: Mapping[str, Change], by_area: Parts, threshold: int
) -> dict[str, Pair]:
    exact = [scales.flower_table(outcomes, changes, name) for name, changes in by_area.items()]
    whole = scales.flower_table(outcomes, everyone, ALL_AREAS)
    areas = dict(zip(by_area, _together(exact, whole, threshold), strict=True))
    return areas if len(areas) == 1 else {ALL_AREAS: _one_by_one(threshold)(whole), **areas}
