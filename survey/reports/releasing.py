"""A release: the findings that may leave the building, and what they hide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from survey.analysis import disclosure
from survey.analysis.caveats import caveats
from survey.analysis.change import Change
from survey.analysis.headline import headline
from survey.analysis.released import change_told
from survey.analysis.tables import HIDDEN
from survey.analysis.wording import (
    capitalised,
    change_sentence,
    interval_sentence,
    share_sentence,
)
from survey.analysis.wording import number as in_words
from survey.questionnaires.model import Question
from survey.records import frames, impact_frames
from survey.records.evaluation import Evaluation
from survey.records.frames import Group
from survey.reports import asked, release_impact, release_stories, release_value, spoken
from survey.reports.findings import Filters, Findings, OutcomeFinding, about
from survey.reports.release_impact import Due
from survey.reports.release_stories import Last
from survey.reports.release_tables import Pair, Tables, tables

NOTHING_SHOWN = "Nothing can be shown: every figure stands on too few people."


@dataclass(frozen=True)
class Count:
    """How many figures are shown, and how many hidden."""

    shown: int
    hidden: int

    @property
    def all(self) -> int:
        return self.shown + self.hidden


@dataclass(frozen=True)
class Draft:
    """What a release made now would say; beside it, for the team's eyes, the exact tables."""

    findings: Findings
    tables: Tables
    due: Due
    told: release_stories.Draft = release_stories.Draft()
    value: release_value.Draft = release_value.Draft()
    # The answers about impact (ids) that this counts and no release did before.
    counted: Sequence[int] = ()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return (*self.tables.all, *self.due.pairs, *self.told.pairs, *self.value.pairs)

    @property
    def says_something(self) -> bool:
        """Whether the change of any outcome is shown."""
        return any(row.cells["mean_after"] is not HIDDEN for row in self.findings.change.rows)

    @property
    def of_change(self) -> Count:
        """Of the figures in the tables of change, for everyone, areas and levels."""
        return _count((self.tables.change, *self.tables.parts))

    @property
    def of_all(self) -> Count:
        return _count(self.pairs)


def _count(pairs: Sequence[Pair]) -> Count:
    every, hidden = sum(pair.size for pair in pairs), sum(pair.count_hidden for pair in pairs)
    return Count(shown=every - hidden, hidden=hidden)


def draft(
    evaluation: Evaluation,
    filters: Filters,
    threshold: int,
    number: int = 0,
    last: Last | None = None,
    with_value: bool = True,
) -> Draft:
    """The release of an evaluation for a wave and a kind of before: all areas and levels, and each of them.

    A release is never narrowed to one area or level: its parts are hidden together, so that two releases of
    the same answers cannot be taken from each other. `last` is what the newest release quoted. Value maps
    take longest: who looks for something else does without.
    """
    moves = frames.moves(evaluation, filters.wave, filters.before_kind, Group())
    # Every one that was asked about: a row that comes and goes would tell somebody from nobody.
    outcomes = asked.outcomes(evaluation)
    made = tables(evaluation, filters, outcomes, moves, threshold)
    told_of = told(outcomes, made, evaluation.headline)
    due = _due(evaluation, filters, made, threshold)
    of_stories = release_stories.draft(evaluation, threshold, last)
    of_value = release_value.Draft()
    if with_value:
        of_value = release_value.draft(evaluation, filters, made, threshold)
    named = {each.short_name: told_of[each.id] for each in outcomes if told_of[each.id]}
    first, its_range = _headline(named, len(outcomes) - len(named), evaluation.headline)
    findings = Findings(
        kind=disclosure.RELEASE,
        **about(evaluation, filters),
        data_until=None,
        responses=None,
        headline=first,
        headline_range=its_range,
        outcomes=tuple(
            _finding(each, told_of[each.id], pair.safe, evaluation.headline)
            for each, pair in zip(outcomes, made.answers, strict=True)
        ),
        caveats=caveats(named, filters.before_kind, hidden=_hidden(outcomes, told_of, made)),
        number=number,
        threshold=threshold,
        **_safe(made),
        impact=due.impact,
        stories=of_stories.stories,
        value=of_value.maps,
    )
    counted = impact_frames.not_counted(evaluation, filters.wave) if due.impact else ()
    return Draft(findings, made, due, of_stories, of_value, counted)


def _due(evaluation: Evaluation, filters: Filters, made: Tables, threshold: int) -> Due:
    return release_impact.due(
        spoken.outcomes(evaluation),
        spoken.hear(evaluation, filters.wave),
        made.change,
        evaluation.headline,
        threshold,
    )


def _safe(made: Tables) -> dict:
    """The tables as they may leave, by the name that findings give them."""
    return {
        "change": made.change.safe,
        "statistics": made.spread.safe,
        "six_ways": made.six_ways.safe,
        "participation": made.participation.safe,
        "helped": made.helped.safe,
        "parts": tuple(pair.safe for pair in made.parts),
        "flowers": {name: pair.safe for name, pair in made.flowers.items()},
    }


def told(outcomes: Sequence[Question], made: Tables, headline_key: str) -> dict[str, Change | None]:
    """What sentences may be made from, by outcome; None where it is hidden."""
    rows = zip(outcomes, made.change.safe.rows, made.spread.safe.rows, made.answers, strict=True)
    return {
        outcome.id: change_told(
            row.cells, spread.cells, answers.safe, outcome.lowest, outcome.better, headline_key
        )
        for outcome, row, spread, answers in rows
    }


def _headline(named: Mapping[str, Change], hidden: int, key: str) -> tuple[str, str]:
    if not named:
        return NOTHING_SHOWN, ""
    said, its_range = headline(named, key)
    if hidden:
        more = "One more outcome is" if hidden == 1 else f"{capitalised(in_words(hidden))} more outcomes are"
        said += f" {more} hidden."
    return said, its_range


def _hidden(
    outcomes: Sequence[Question], told_of: Mapping[str, Change | None], made: Tables
) -> dict[str, list[str]]:
    """Of which outcomes, before and after, no caveat can say who stood at the ends of the scale."""
    found = {"before": [], "after": []}
    for outcome, pair in zip(outcomes, made.answers, strict=True):
        for when, row in zip(found, pair.safe.rows, strict=True):
            if told_of[outcome.id] is None or HIDDEN in row.cells.values():
                found[when].append(outcome.short_name)
    return found


def _finding(outcome: Question, change: Change | None, answers, key: str) -> OutcomeFinding:
    name = outcome.short_name
    return OutcomeFinding(
        id=outcome.id,
        name=name,
        question=outcome.text,
        lowest=outcome.lowest,
        better=outcome.better,
        sentence=(
            change_sentence(name, outcome.better, change, key)
            if change
            else f"{capitalised(name)}: hidden, to keep what people answered private."
        ),
        certainty=interval_sentence(change, key) if change and change.intervals[key] else "",
        improved=share_sentence(change) if change and change.share_improved is not None else "",
        answers=answers,
    )
