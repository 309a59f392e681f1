"""The very words in which impact was asked, read back from the questionnaires that were opened."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from survey.questionnaires import impact_ids as ids
from survey.questionnaires.model import CHOICE, SCALE, Question, Questionnaire
from survey.questionnaires.partners import PARTNER_KINDS
from survey.records.evaluation import Evaluation
from survey.reports import asked

RESIDENTS = "Residents"


@dataclass(frozen=True)
class Wording:
    """A question as it was asked: of whom, its text and hint, and the answers with what each counts for."""

    of: str
    text: str
    hint: str = ""
    answers: tuple[str, ...] = ()


def of_residents(evaluation: Evaluation, question_id: str) -> list[Wording]:
    """How residents were asked; thinking back too, where they were."""
    every = [each for asked_in in asked.questionnaires(evaluation) for each in asked_in.questions]
    now = [_wording(RESIDENTS, each) for each in every if each.id == question_id]
    then = [_wording(f"{RESIDENTS}, thinking back", each) for each in every if each.recalls == question_id]
    return list(dict.fromkeys((*now, *then)))


def of_partners(
    questionnaires: Mapping[str, Questionnaire], outcome: str, endings: Sequence[str]
) -> list[Wording]:
    """How partners were asked, kinds that were asked alike together."""
    kinds: dict[Wording, list[str]] = {}
    for ending in endings:
        for kind in PARTNER_KINDS:
            for question in _questions(
                [questionnaires[kind]] if kind in questionnaires else [], outcome + ending
            ):
                kinds.setdefault(_wording("", question), []).append(PARTNER_KINDS[kind])
    return [
        Wording(f"Partners: {', '.join(names)}", each.text, each.hint, each.answers)
        for each, names in kinds.items()
    ]


def text_of(questionnaires: Mapping[str, Questionnaire], kind: str, question_id: str, value: str) -> str:
    """The words of a choice as this kind of partner read them; the value itself where there are none."""
    for question in _questions([questionnaires[kind]] if kind in questionnaires else [], question_id):
        texts = {str(choice.value): choice.text for choice in question.choices}
        return texts.get(value) or (question.text_of(value) if value in question.also else value)
    return value


def choices(questionnaires: Mapping[str, Questionnaire], question_id: str) -> dict[str, str]:
    """The choices of a question of partners, by value, in the order in which they were shown."""
    found = _questions(questionnaires.values(), question_id)
    return {str(choice.value): choice.text for question in found for choice in question.choices}


def _questions(questionnaires: Iterable[Questionnaire], question_id: str) -> list[Question]:
    return [each for asked_in in questionnaires for each in asked_in.questions if each.id == question_id]


def _wording(of: str, question: Question) -> Wording:
    is_counted = question.kind == SCALE or {str(choice.value) for choice in question.choices} == set(
        ids.PER_CENTS
    )
    unit = " per cent" if question.kind == CHOICE else ""
    answers = tuple(
        f"{choice.text} ({choice.value}{unit})" if is_counted else choice.text for choice in question.choices
    )
    return Wording(
        of, question.text, question.hint, (*answers, *(question.text_of(state) for state in question.also))
    )
