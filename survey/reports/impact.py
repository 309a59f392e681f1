"""How much of each change is due to the programme: what was said, what is used, and what is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from survey.analysis import disclosure
from survey.analysis.change import Change
from survey.analysis.disclosure import SafeTable
from survey.analysis.impact import FILTERS, PARTNERS, RESIDENTS, Figure, figures
from survey.analysis.said import Entered, Said
from survey.questionnaires.model import Question
from survey.questionnaires.partners import PartnerOutcome
from survey.records import impact_frames
from survey.records.asking import Wave
from survey.records.evaluation import Evaluation
from survey.records.frames import Group
from survey.reports import asked, impact_asked, impact_tables, impact_words, spoken, voices
from survey.reports.impact_headline import headline
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
    # How what is due was worked out, step by step; for the team.
    reckoning: str = ""
    # Whether anybody said or entered anything.
    is_spoken_of: bool = True
    # In a release: what each kind of partner says, where more than one was asked.
    kinds: SafeTable | None = None


@dataclass(frozen=True)
class Impact:
    """`change` is of outcomes on residents' scales; `counted`, of those that partners count.

    `headline` has no full stop; `missing` says what is not known yet, `asked` who was asked. Where nobody has
    said anything it is silent: then a page may still show what there is to say.
    """

    change: SafeTable
    counted: SafeTable | None
    outcomes: tuple[OutcomeImpact, ...]
    # Outcomes that were asked about, of which nothing was measured or said: id and name.
    unheard: tuple[tuple[str, str], ...] = ()
    headline: str = ""
    missing: str = ""
    asked: tuple[str, ...] = ()
    is_silent: bool = False

    @property
    def tables(self) -> tuple[SafeTable, ...]:
        """Every table, in the order of reading; none where nobody has said anything."""
        told = [each for each in self.outcomes if each.is_spoken_of]
        of_outcomes = (table for each in told for table in (each.filters, each.kinds))
        every = () if self.is_silent else (self.change, self.counted, *of_outcomes)
        return tuple(table for table in every if table and table.rows)


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
        """What each partner that was asked of it answered, in the order of sending."""
        return [each for each in self.partners if each.outcome == outcome]


def hear(evaluation: Evaluation, wave: Wave, group: Group) -> Heard:
    """What residents said at a wave, what partners said, and what evaluators entered for the whole."""
    questions = spoken.questions_of_residents(evaluation)
    return Heard(
        residents=voices.by_residents(impact_frames.residents_said(evaluation, wave, group, questions)),
        partners=voices.partner_answers(impact_frames.partners_said(evaluation, group)),
        entered=spoken.entered(evaluation),
    )


def of_residents(outcome: Question, heard: Heard, change: Change | None, headline: str) -> Measured:
    """An outcome on residents' scales; without a change where nobody in this view gave a score."""
    return Measured(
        outcome.id,
        outcome.short_name,
        n=change.n_pairs if change else 0,
        gross=getattr(change, headline) if change else None,
        figures=heard.figures(outcome.id),
        better=outcome.better,
    )


def of_partners(outcome: PartnerOutcome, heard: Heard) -> Measured:
    """An outcome that partners count: the amounts that organisations gave, added up."""
    amounts = [each.amount for each in heard.of(outcome.id) if each.amount is not None]
    return Measured(
        outcome.id,
        outcome.short_name,
        n=len(amounts),
        gross=float(sum(amounts)) if amounts else None,
        figures=heard.figures(outcome.id),
        unit=outcome.unit,
    )


def measured(evaluation: Evaluation, heard: Heard, changes: Mapping[str, Change]) -> tuple[Measured, ...]:
    """Every outcome that anybody was asked about: residents' first, then those that partners count."""
    key = evaluation.headline
    return (
        *(of_residents(each, heard, changes.get(each.id), key) for each in asked.outcomes(evaluation)),
        *(of_partners(each, heard) for each in asked.counted_outcomes(evaluation)),
    )


def of(evaluation: Evaluation, wave: Wave, group: Group, changes: Mapping[str, Change], about: str) -> Impact:
    """The impact of a view, exact, for the team. `changes` holds those that the view shows, by outcome."""
    heard, key = hear(evaluation, wave, group), evaluation.headline
    every = measured(evaluation, heard, changes)
    shown = [each for each in every if each.gross is not None or each.is_spoken_of]
    scaled, counted = ([each for each in shown if bool(each.unit) is counts] for counts in (False, True))
    first, missing = headline(shown)
    return Impact(
        headline=first,
        missing=missing,
        change=disclosure.internal(impact_tables.impact_table(scaled, key, about)),
        counted=disclosure.internal(impact_tables.counted_table(counted, about)) if counted else None,
        outcomes=tuple(_told(each, key) for each in shown),
        unheard=tuple((each.id, each.name) for each in every if each not in shown),
        asked=_asked(evaluation, wave, group),
        is_silent=not any(each.is_spoken_of for each in every),
    )


def _asked(evaluation: Evaluation, wave: Wave, group: Group) -> tuple[str, ...]:
    questions = spoken.questions_of_residents(evaluation)
    return impact_asked.sentences(
        impact_frames.residents_asked(evaluation, wave, group, questions),
        wave,
        impact_frames.partners_asked(evaluation, group),
    )


def _told(outcome: Measured, headline: str) -> OutcomeImpact:
    return OutcomeImpact(
        id=outcome.id,
        name=outcome.name,
        counted=bool(outcome.unit),
        sentence=impact_words.sentence(outcome, headline),
        disagreements=impact_words.disagreements(outcome),
        filters=disclosure.internal(impact_tables.filters_table(outcome)),
        reckoning=impact_words.reckoning(outcome),
        is_spoken_of=outcome.is_spoken_of,
    )
