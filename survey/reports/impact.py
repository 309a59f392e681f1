"""How much of each change is due to the programme: what was said, what is used, and what is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from survey.analysis import disclosure
from survey.analysis.change import Change
from survey.analysis.disclosure import SafeTable
from survey.analysis.impact import FILTERS, PARTNERS, RESIDENTS, Figure, figures
from survey.analysis.said import Entered, Said
from survey.questionnaires import impact_ids as ids
from survey.questionnaires.model import Question
from survey.records import frames
from survey.records.asking import Wave
from survey.records.evaluation import Evaluation
from survey.records.frames import Group
from survey.reports import asked, impact_tables, impact_words, voices
from survey.reports.impact_tables import Measured
from survey.reports.voices import PartnerAnswers


@dataclass(frozen=True)
class OutcomeImpact:
    """What is said of the impact on one outcome; partners report `counted` ones in units of their own."""

    id: str
    name: str
    counted: bool
    sentence: str
    # Where the two voices disagree, in words.
    disagreements: tuple[str, ...]
    filters: SafeTable
    # In a release: what each kind of partner says, where more than one was asked.
    kinds: SafeTable | None = None


@dataclass(frozen=True)
class Impact:
    """`change` is of outcomes on residents' scales; `counted`, of those that partners count."""

    change: SafeTable
    counted: SafeTable | None
    outcomes: tuple[OutcomeImpact, ...]

    @property
    def tables(self) -> tuple[SafeTable, ...]:
        """Every table, in the order of reading."""
        of_outcomes = (table for each in self.outcomes for table in (each.filters, each.kinds))
        return tuple(table for table in (self.change, self.counted, *of_outcomes) if table)


@dataclass(frozen=True)
class Heard:
    """Everything that was said and entered about impact, for one view."""

    residents: Mapping[str, voices.SaidOf]
    partners: Sequence[PartnerAnswers]
    entered: Mapping[str, Mapping[str, Entered]]

    def figures(self, outcome: str) -> dict[str, Figure]:
        """The figures of an outcome by filter."""
        of_partners = voices.by_partners(self.of(outcome)).get(outcome, {})
        said = {
            name: {
                RESIDENTS: self.residents.get(outcome, {}).get(name, Said()),
                PARTNERS: of_partners.get(name, Said()),
            }
            for name in FILTERS
        }
        return figures(said, self.entered.get(outcome, {}))

    def of(self, outcome: str) -> list[PartnerAnswers]:
        return [each for each in self.partners if each.outcome == outcome]

    @property
    def is_silent(self) -> bool:
        return not (self.residents or self.partners or self.entered)


def hear(evaluation: Evaluation, wave: Wave, group: Group) -> Heard:
    """What residents said at a wave, what partners said, and what evaluators entered for the whole."""
    return Heard(
        residents=voices.by_residents(
            frames.residents_said(evaluation, wave, group, _questions_of_residents(evaluation))
        ),
        partners=voices.partner_answers(frames.partners_said(evaluation, group)),
        entered=_entered(evaluation),
    )


def measured(
    evaluation: Evaluation, heard: Heard, outcomes: Sequence[Question], changes: Mapping[str, Change]
) -> tuple[Measured, ...]:
    """Every outcome with its gross change and its figures: residents' first, then what partners count."""
    key = evaluation.headline
    of_residents = [
        Measured(
            outcome.id,
            outcome.short_name,
            n=changes[outcome.id].n_pairs,
            gross=getattr(changes[outcome.id], key),
            figures=heard.figures(outcome.id),
        )
        for outcome in outcomes
    ]
    counted = [
        Measured(
            outcome.id,
            outcome.short_name,
            n=len(amounts),
            gross=float(sum(amounts)) if amounts else None,
            figures=heard.figures(outcome.id),
            unit=outcome.unit,
        )
        for outcome in asked.counted_outcomes(evaluation)
        for amounts in [[each.amount for each in heard.of(outcome.id) if each.amount is not None]]
    ]
    return (*of_residents, *counted)


def of(
    evaluation: Evaluation,
    wave: Wave,
    group: Group,
    outcomes: Sequence[Question],
    changes: Mapping[str, Change],
    about: str,
) -> Impact | None:
    """The impact of a view, exact, for the team; None where nothing was said or entered."""
    heard = hear(evaluation, wave, group)
    if heard.is_silent:
        return None
    every = measured(evaluation, heard, outcomes, changes)
    counted = [each for each in every if each.unit]
    scaled = [each for each in every if not each.unit]
    return Impact(
        change=disclosure.internal(impact_tables.impact_table(scaled, evaluation.headline, about)),
        counted=disclosure.internal(impact_tables.counted_table(counted, about)) if counted else None,
        outcomes=tuple(_told(each, evaluation.headline) for each in every),
    )


def _told(outcome: Measured, headline: str) -> OutcomeImpact:
    return OutcomeImpact(
        id=outcome.id,
        name=outcome.name,
        counted=bool(outcome.unit),
        sentence=impact_words.sentence(outcome, headline),
        disagreements=impact_words.disagreements(outcome),
        filters=disclosure.internal(impact_tables.filters_table(outcome)),
    )


def _questions_of_residents(evaluation: Evaluation) -> list[str]:
    endings = (ids.ANYWAY, ids.OTHERS)
    return [outcome.id + ending for outcome in asked.outcomes(evaluation) for ending in endings]


def _entered(evaluation: Evaluation) -> dict[str, dict[str, Entered]]:
    found: dict[str, dict[str, Entered]] = {}
    for row in frames.entered(evaluation).itertuples():
        found.setdefault(row.outcome, {})[row.filter] = Entered(
            float(row.per_cent), row.basis, row.reason, bool(row.covers_deadweight)
        )
    return found
