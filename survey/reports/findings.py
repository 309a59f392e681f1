"""Findings: everything that a page, a PDF or a sheet of results shows, gathered once and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from survey.analysis import disclosure
from survey.analysis.caveats import caveats
from survey.analysis.change import Change
from survey.analysis.disclosure import SafeTable
from survey.analysis.headline import headline
from survey.analysis.wording import change_sentence, improved_sentence, interval_sentence
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.model import Question
from survey.records import frames
from survey.records.asking import Wave
from survey.records.base import now
from survey.records.change import BEFORE_KINDS
from survey.records.evaluation import Area, Evaluation
from survey.records.frames import Group
from survey.reports import asked, impact, scales, sheets, stories, turnout
from survey.reports.figures import Figures, figures
from survey.reports.impact import Impact
from survey.reports.impact_tables import with_impact
from survey.reports.released_value import ReleasedValue
from survey.reports.stories import Stories

ALL_AREAS = "All areas"


@dataclass(frozen=True)
class Filters:
    """What a view of the results is narrowed to. The kind of before is always one: they are never pooled."""

    wave: Wave
    before_kind: str
    area: Area | None = None
    level: str | None = None
    # Whether the table of change says how much is due to the programme.
    with_impact: bool = False

    @property
    def group(self) -> Group:
        return Group((self.area.id,) if self.area else (), self.level)

    @property
    def places(self) -> tuple[str, ...]:
        """What this is narrowed to or widened by, for the name of a file."""
        narrowed = (self.area.name if self.area else "", LEVELS.get(self.level, ""), self.wave.name)
        return (*(word for word in narrowed if word), *(("impact",) if self.with_impact else ()))

    @property
    def is_of_all(self) -> bool:
        """Whether every area and level is in it."""
        return self.area is None and self.level is None

    @property
    def words(self) -> str:
        area = self.area.name if self.area else ALL_AREAS
        level = LEVELS[self.level] if self.level else "all levels"
        return f"{area}, {level}, {self.wave.name}, before {BEFORE_KINDS[self.before_kind]}"


@dataclass(frozen=True)
class OutcomeFinding:
    """What is said of one outcome, beside its row in the table."""

    id: str
    name: str
    question: str
    # The lowest stored score, and which end is the good one: what a codebook says of the answers.
    lowest: int
    better: str
    sentence: str
    certainty: str
    improved: str
    answers: SafeTable


@dataclass(frozen=True)
class Findings:
    """A view of the results: internal ones are exact, and every place that shows them says so.

    A release has a `number`, the `threshold` under which it hides, and its areas and levels as `parts`; it
    holds nothing exact, so its `responses` and `data_until` are not there.
    """

    kind: str
    council: str
    name: str
    period: tuple[date, date]
    made_up: bool
    note: str
    filters: str
    headline_key: str
    before_kind: str
    made_at: datetime
    data_until: datetime | None
    responses: int | None
    headline: str
    headline_range: str
    change: SafeTable
    statistics: SafeTable
    six_ways: SafeTable
    participation: SafeTable
    helped: SafeTable
    outcomes: tuple[OutcomeFinding, ...]
    # By area name; "All areas" first.
    flowers: Mapping[str, SafeTable]
    caveats: tuple[str, ...]
    number: int = 0
    threshold: int | None = None
    parts: tuple[SafeTable, ...] = ()
    # How much of the change is due to the programme; None where nothing was said of it.
    impact: Impact | None = None
    # What people told in their own words; None where nobody was ever asked to.
    stories: Stories | None = None
    # What a release says of value maps.
    value: tuple[ReleasedValue, ...] = ()

    def __post_init__(self) -> None:
        if self.stories:
            stories.checked(self.stories.quotations, self.kind)

    @property
    def is_release(self) -> bool:
        return self.kind == disclosure.RELEASE

    @property
    def tables(self) -> tuple[SafeTable, ...]:
        """Every table, in the order of reading."""
        main = (self.change, *self.parts, self.statistics, self.six_ways)
        answers = tuple(outcome.answers for outcome in self.outcomes)
        impact = self.impact.tables if self.impact else ()
        told = self.stories.tables if self.stories else ()
        value = tuple(table for each in self.value for table in each.tables)
        taking_part = (self.participation, self.helped)
        return (*main, *impact, *value, *answers, *self.flowers.values(), *taking_part, *told)


def gather(evaluation: Evaluation, filters: Filters, with_impact: bool = True) -> Findings:
    """The findings of an evaluation under these filters, as its answers stand now.

    Impact is as much work as all the rest: a page that shows none of it goes without.
    """
    areas = [filters.area] if filters.area else list(evaluation.areas)
    moves = frames.moves(evaluation, filters.wave, filters.before_kind, filters.group)
    outcomes = _outcomes(evaluation, filters, set(moves.outcome))
    found = figures(moves, outcomes, [area.id for area in areas])
    named = {outcome.short_name: found.everyone[outcome.id] for outcome in outcomes}
    first, its_range = headline(named, evaluation.headline)
    wanted = with_impact or filters.with_impact
    about_impact = (evaluation, filters.wave, filters.group, found.everyone, filters.words)
    due = impact.of(*about_impact) if wanted else None
    responses, until = frames.last_sent(evaluation)
    return Findings(
        kind=disclosure.INTERNAL,
        **about(evaluation, filters),
        data_until=until,
        responses=responses,
        headline=first,
        headline_range=its_range,
        outcomes=tuple(
            _finding(outcome, found.everyone[outcome.id], evaluation.headline) for outcome in outcomes
        ),
        flowers=_flowers(outcomes, found, areas, filters),
        caveats=caveats(named, filters.before_kind),
        impact=due,
        stories=stories.for_team(evaluation, filters.is_of_all),
        **_tables(evaluation, filters, outcomes, found, due),
    )


def about(evaluation: Evaluation, filters: Filters) -> dict:
    """What findings of any kind say of themselves: whose they are, of what, made when."""
    return {
        "council": evaluation.council,
        "name": evaluation.name,
        "period": (evaluation.period_start, evaluation.period_end),
        "made_up": evaluation.made_up,
        "note": evaluation.note,
        "filters": filters.words,
        "headline_key": evaluation.headline,
        "before_kind": filters.before_kind,
        "made_at": now(),
    }


def _outcomes(evaluation: Evaluation, filters: Filters, answered: set[str]) -> tuple[Question, ...]:
    """The outcomes that somebody in this view was asked; all of them as long as nobody was."""
    asked_of_level = asked.outcomes(evaluation, filters.level)
    return tuple(each for each in asked_of_level if each.id in answered) or asked_of_level


def _tables(
    evaluation: Evaluation,
    filters: Filters,
    outcomes: tuple[Question, ...],
    found: Figures,
    due: Impact | None,
) -> dict:
    key, group = evaluation.headline, filters.group
    change = sheets.change_table(outcomes, found.everyone, key, filters.words)
    tables = {
        "change": with_impact(change, due.change.table) if due and filters.with_impact else change,
        "statistics": sheets.statistics_table(outcomes, found.everyone, key),
        "six_ways": sheets.six_ways_table(outcomes, found.everyone),
        "participation": turnout.participation_table(
            frames.participation(evaluation, group), supported(evaluation, filters)
        ),
        "helped": turnout.helped_table(frames.helped(evaluation, filters.wave, group), filters.wave.name),
    }
    return {name: disclosure.internal(table) for name, table in tables.items()}


def _finding(outcome: Question, change: Change, key: str) -> OutcomeFinding:
    return OutcomeFinding(
        id=outcome.id,
        name=outcome.short_name,
        question=outcome.text,
        lowest=outcome.lowest,
        better=outcome.better,
        sentence=change_sentence(outcome.short_name, outcome.better, change, key),
        certainty=interval_sentence(change, key) if change.n_pairs else "",
        improved=improved_sentence(change) if change.n_pairs else "",
        answers=disclosure.internal(scales.answers_table(outcome, change)),
    )


def _flowers(
    outcomes: tuple[Question, ...], found: Figures, areas: list[Area], filters: Filters
) -> dict[str, SafeTable]:
    groups = {area.name: found.areas[area.id] for area in areas}
    if len(areas) > 1:
        groups = {ALL_AREAS: found.everyone, **groups}
    return {
        name: disclosure.internal(scales.flower_table(outcomes, changes, name))
        for name, changes in groups.items()
    }


def supported(evaluation: Evaluation, filters: Filters) -> int | None:
    """How many people the programme supported in this view; None unless every part was counted."""
    areas = [filters.area] if filters.area else evaluation.areas
    levels = [filters.level] if filters.level else list(LEVELS)
    counted = {(area.id, each.level): each.people for area in areas for each in area.supported}
    wanted = [(area.id, level) for area in areas for level in levels]
    return sum(counted[each] for each in wanted) if all(each in counted for each in wanted) else None
