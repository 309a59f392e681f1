"""Where a figure of impact comes from: what was asked, what was said, and which rule made the figure."""

from collections.abc import Iterable
from dataclasses import dataclass

from survey.analysis import disclosure
from survey.analysis.definitions import DEFINITIONS
from survey.analysis.disclosure import SafeTable
from survey.analysis.impact import DEADWEIGHT, DROP_OFF, FILTERS, Figure
from survey.analysis.wording import capitalised, change_sentence, interval_sentence, number, per_cent
from survey.questionnaires import impact_ids as ids
from survey.questionnaires.model import Question
from survey.questionnaires.partners import PartnerOutcome
from survey.records import frames, impact_frames
from survey.records.evaluation import Evaluation
from survey.reports import (
    asked,
    impact,
    impact_evidence,
    impact_organisations,
    impact_wordings,
    impact_words,
    scales,
    sheets,
)
from survey.reports.figures import changes_in
from survey.reports.findings import Filters
from survey.reports.impact import Heard
from survey.reports.impact_reasons import reasons
from survey.reports.impact_wordings import Wording
from survey.reports.impact_words import MEANINGS, SHORT_NAMES
from survey.reports.voices import FILLS

CHANGE = "change"
STEPS = (CHANGE, *FILTERS)
AMOUNTS = (
    "The amounts that organisations gave, added up. A change for the better counts above nought, a change "
    "for the worse below it. Two organisations may have counted the same."
)
COUNTED = (ids.SEEN, ids.PEOPLE, ids.AMOUNT, ids.FROM, ids.UNTIL, ids.BENEFIT)


@dataclass(frozen=True)
class Source:
    """`title` is of the step, `headline` the figure in a sentence; `why` says how it was made."""

    outcome: str
    name: str
    step: str
    title: str
    headline: str
    meaning: str
    why: tuple[str, ...]
    wordings: tuple[Wording, ...]
    tables: tuple[SafeTable, ...]


def trace(evaluation: Evaluation, filters: Filters, outcome_id: str, step: str) -> Source | None:
    """Where the figure of a step comes from, exact, for the team; None for what nobody was asked."""
    outcome = named(evaluation, outcome_id)
    if outcome is None or step not in STEPS:
        return None
    heard = impact.hear(evaluation, filters.wave, filters.group)
    if step != CHANGE:
        return _of_filter(evaluation, outcome, step, heard)
    if isinstance(outcome, PartnerOutcome):
        return _of_amounts(evaluation, outcome, heard)
    return _of_scores(evaluation, filters, outcome, heard)


def named(evaluation: Evaluation, outcome_id: str) -> Question | PartnerOutcome | None:
    """The outcome that residents or partners of this evaluation were asked about; None for any other."""
    every = (*asked.outcomes(evaluation), *asked.counted_outcomes(evaluation))
    return next((each for each in every if each.id == outcome_id), None)


def _of_scores(evaluation: Evaluation, filters: Filters, outcome: Question, heard: Heard) -> Source:
    moves = frames.moves(evaluation, filters.wave, filters.before_kind, filters.group)
    found, key = changes_in(moves, [outcome]), evaluation.headline
    change, told = found[outcome.id], heard.of(outcome.id)
    questionnaires = asked.of_partners(evaluation)
    tables = (
        disclosure.internal(sheets.change_table([outcome], found, key, filters.words)),
        disclosure.internal(scales.answers_table(outcome, change)),
        impact_evidence.seen(told, questionnaires),
    )
    return Source(
        outcome=outcome.id,
        name=capitalised(outcome.short_name),
        step=CHANGE,
        title="The change",
        headline=change_sentence(outcome.short_name, outcome.better, change, key),
        meaning=f"{capitalised(DEFINITIONS[key].name)}: {DEFINITIONS[key].formula_in_words}.",
        why=(interval_sentence(change, key),) if change.n_pairs else (),
        wordings=(
            *impact_wordings.of_residents(evaluation, outcome.id),
            *impact_wordings.of_partners(questionnaires, outcome.id, (ids.SEEN,)),
        ),
        tables=_there(tables),
    )


def _of_amounts(evaluation: Evaluation, outcome: PartnerOutcome, heard: Heard) -> Source:
    told, questionnaires = heard.of(outcome.id), asked.of_partners(evaluation)
    measured = impact.of_partners(outcome, heard)
    days = impact_frames.days(evaluation, [outcome.id + ending for ending in (ids.FROM, ids.UNTIL)])
    organisations = impact_frames.organisations(evaluation)
    tables = (
        impact_evidence.benefits(told),
        impact_organisations.amounts(told, outcome.unit, organisations, questionnaires, days),
        impact_evidence.seen(told, questionnaires),
    )
    silent = f"{capitalised(outcome.short_name)}: no partner has said how much it was."
    return Source(
        outcome=outcome.id,
        name=capitalised(outcome.short_name),
        step=CHANGE,
        title="The change",
        headline=silent
        if measured.gross is None
        else impact_words.change_words(measured, evaluation.headline),
        meaning=AMOUNTS,
        why=(f"Organisations that gave an amount, or saw no change: {number(measured.n)}.",)
        if measured.n
        else (),
        wordings=tuple(impact_wordings.of_partners(questionnaires, outcome.id, COUNTED)),
        tables=_there(tables),
    )


def _of_filter(evaluation: Evaluation, outcome: Question | PartnerOutcome, step: str, heard: Heard) -> Source:
    figure, told = heard.figures(outcome.id)[step], heard.of(outcome.id)
    questionnaires = asked.of_partners(evaluation)
    endings = [ending for ending, fills in FILLS.items() if fills == step]
    tables = [impact_evidence.points(figure)] if told or _was_said(figure) else []
    if ids.SHARES in endings:
        tables.append(impact_evidence.contributors(told, questionnaires))
    if step == DROP_OFF:
        tables.append(impact_evidence.lasting(told, questionnaires))
    organisations = impact_frames.organisations(evaluation)
    tables.append(impact_organisations.by_organisation(step, told, organisations, questionnaires))
    of_partners = [*endings, *_besides(step)]
    of_residents = [
        wording
        for ending in endings
        for wording in impact_wordings.of_residents(evaluation, outcome.id + ending)
    ]
    name = capitalised(outcome.short_name)
    return Source(
        outcome=outcome.id,
        name=name,
        step=step,
        title=SHORT_NAMES[step],
        headline=f"{SHORT_NAMES[step]}: {_figure(figure)}",
        meaning=f"{capitalised(MEANINGS[step])}.",
        why=reasons(figure),
        wordings=(*of_residents, *impact_wordings.of_partners(questionnaires, outcome.id, of_partners)),
        tables=_there(tables),
    )


def _figure(figure: Figure) -> str:
    if figure.counted_in:
        return "counted elsewhere"
    if figure.used is None:
        return "not known yet"
    return per_cent(figure.used) + (", entered by an evaluator" if figure.entered else "")


def _was_said(figure: Figure) -> bool:
    return any(said.n or said.unknown or said.skipped for said in (figure.residents, figure.partners))


def _besides(step: str) -> tuple[str, ...]:
    """Questions that bear on a filter without giving its figure, or give it exactly."""
    return {DEADWEIGHT: (ids.ANYWAY_EXACT,), DROP_OFF: (ids.LASTS,)}.get(step, ())


def _there(tables: Iterable[SafeTable | None]) -> tuple[SafeTable, ...]:
    return tuple(table for table in tables if table is not None)
