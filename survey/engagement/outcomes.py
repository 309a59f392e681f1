"""Choosing and ordering the outcomes that an evaluation asks about."""

from sqlalchemy import select

from survey.questionnaires import composing, loading
from survey.questionnaires.composing import LEVEL_ONE
from survey.questionnaires.model import Question
from survey.questionnaires.place import QuestionnaireError
from survey.records.asking import ChosenOutcome
from survey.records.base import db
from survey.records.evaluation import Evaluation

# The eight outcomes of the Thurrock table, which most evaluations start from.
USUAL = 8
LEVEL_ONE_AT_MOST = 3


class TooLate(ValueError):
    """The evaluation is open: what it asks is frozen."""


class Refused(ValueError):
    """A plain sentence that says what cannot be done."""


def library_outcomes() -> dict[str, Question]:
    """Every outcome of the library by its id, in the library's order."""
    return {
        outcome.id: outcome
        for questionnaire in loading.library().values()
        for outcome in questionnaire.outcomes
    }


def choose_usual(evaluation: Evaluation) -> None:
    """The first outcomes of the library for Level 2, and those of the short way for Level 1."""
    library = loading.library()
    usual, short = (
        {outcome.id: outcome for outcome in outcomes}
        for outcomes in (library["resident-outcomes"].outcomes[:USUAL], library["level-one-short"].outcomes)
    )
    for position, (id, outcome) in enumerate((usual | short).items()):
        db.session.add(_row(evaluation, outcome, position, level_one=id in short, level_two=id in usual))
    db.session.flush()


def chosen(evaluation: Evaluation) -> list[ChosenOutcome]:
    query = select(ChosenOutcome).where(ChosenOutcome.evaluation_id == evaluation.id)
    return list(db.session.scalars(query.order_by(ChosenOutcome.position)))


def questions(evaluation: Evaluation, level: str | None = None) -> list[Question]:
    """The chosen outcomes as questions, in order; of one level, or of both."""
    return [
        loading.question_from_json(row.question)
        for row in chosen(evaluation)
        if level is None or getattr(row, f"level_{level}")
    ]


def choose(evaluation: Evaluation, question_id: str) -> None:
    """Add an outcome of the library at the end. Raises KeyError for an id that it does not hold."""
    _refuse_if_open(evaluation)
    outcome = library_outcomes()[question_id]
    if _find(evaluation, question_id) is None:
        if _is_named(evaluation, outcome.short_name):
            raise Refused(f"You already ask about an outcome called {outcome.short_name}.")
        _add(evaluation, outcome)


def add_own(evaluation: Evaluation, short_name: str, text: str, points: list[str], better: str) -> None:
    """Add an outcome of the evaluation's own. Raises QuestionnaireError, in plain words and with the key."""
    _refuse_if_open(evaluation)
    taken = set(library_outcomes()) | {row.question_id for row in chosen(evaluation)}
    outcome = composing.own_outcome(short_name, text, points, better, taken)
    if _is_named(evaluation, outcome.short_name):
        # Residents pick what matters most by these names.
        problem = "You already ask about an outcome with this name. Choose another."
        raise QuestionnaireError(problem, "an outcome of your own", key="short_name")
    _add(evaluation, outcome)


def remove(evaluation: Evaluation, question_id: str) -> None:
    """Take an outcome out; nothing happens if it is out already."""
    _refuse_if_open(evaluation)
    row = _find(evaluation, question_id)
    if row is not None:
        db.session.delete(row)


def move(evaluation: Evaluation, question_id: str, *, up: bool) -> None:
    """Swap an outcome with its neighbour; the first cannot go up, nor the last down. Raises KeyError."""
    _refuse_if_open(evaluation)
    rows = chosen(evaluation)
    place = {row.question_id: n for n, row in enumerate(rows)}[question_id]
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        rows[place].position, rows[other].position = rows[other].position, rows[place].position


def set_level(evaluation: Evaluation, question_id: str, level: str, *, asked: bool) -> None:
    """Say whether a level is asked about an outcome. Level 1 has a short way: three outcomes at most.

    Raises Refused for a fourth, KeyError for an outcome that is not chosen.
    """
    _refuse_if_open(evaluation)
    rows = {row.question_id: row for row in chosen(evaluation)}
    row = rows[question_id]
    others = [other for other in rows.values() if other.level_one and other is not row]
    if level == LEVEL_ONE and asked and len(others) >= LEVEL_ONE_AT_MOST:
        raise Refused("Level 1 people are asked about three outcomes at most. Stop asking one of them first.")
    setattr(row, f"level_{level}", asked)


def _add(evaluation: Evaluation, question: Question) -> None:
    rows = chosen(evaluation)
    db.session.add(_row(evaluation, question, rows[-1].position + 1 if rows else 0))
    db.session.flush()


def _row(evaluation: Evaluation, question: Question, position: int, **levels: bool) -> ChosenOutcome:
    return ChosenOutcome(
        evaluation_id=evaluation.id,
        question_id=question.id,
        question=loading.to_json(question),
        position=position,
        **levels,
    )


def _find(evaluation: Evaluation, question_id: str) -> ChosenOutcome | None:
    return next((row for row in chosen(evaluation) if row.question_id == question_id), None)


def _is_named(evaluation: Evaluation, short_name: str) -> bool:
    return short_name.casefold() in {each.short_name.casefold() for each in questions(evaluation)}


def _refuse_if_open(evaluation: Evaluation) -> None:
    # Locked first, so that two who change the list at once take turns.
    db.session.refresh(evaluation, with_for_update=True)
    if evaluation.is_open:
        raise TooLate("This evaluation is open, so what it asks can no longer be changed.")
