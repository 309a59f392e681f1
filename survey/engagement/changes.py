"""The rows of change: written with every response, so that tables need only be counted."""

from collections.abc import Mapping

from sqlalchemy import insert, literal, select

from survey.questionnaires.answers import Answer
from survey.questionnaires.model import Questionnaire
from survey.records.asking import Wave
from survey.records.base import db
from survey.records.change import ASKED, NOT_ASKED, RECALLED, ChangeRow
from survey.records.evaluation import WAVES, Evaluation
from survey.records.resident import Resident


def record(
    resident: Resident,
    wave: Wave,
    questionnaire: Questionnaire,
    answers: Mapping[str, Answer],
    before_kind: str | None = None,
) -> None:
    """Write what one response says about change.

    `before_kind` says how the before was known; without it, the evaluation's own way of asking does.
    """
    kind = before_kind or (ASKED if resident.evaluation.before == WAVES else RECALLED)
    rows = _Rows(resident, kind)
    recalled = {question.recalls: question.id for question in questionnaire.questions}
    for outcome in questionnaire.outcomes:
        score, reason = _score(answers.get(outcome.id))
        if wave.number == 0:
            for followup in _followup_ids(resident.evaluation):
                rows.set_before(outcome.id, followup, score, reason)
        else:
            rows.set_now(outcome.id, wave.id, score, reason)
            if outcome.id in recalled:
                rows.set_before(outcome.id, wave.id, *_score(answers.get(recalled[outcome.id])))


def expect(evaluation: Evaluation, wave: Wave) -> None:
    """Await everyone who gave a before in a follow-up that has just been planned."""
    others = [other for other in _followup_ids(evaluation) if other != wave.id]
    if not others:
        return
    copied = (
        "evaluation_id",
        "resident_id",
        "outcome",
        "before_kind",
        "before",
        "before_reason",
        "area_id",
        "level",
    )
    known = select(
        *(getattr(ChangeRow, name) for name in copied), literal(wave.id), literal(NOT_ASKED)
    ).where(
        ChangeRow.evaluation_id == evaluation.id,
        ChangeRow.wave_id == others[0],
        ChangeRow.before_kind != RECALLED,
        ChangeRow.before_reason.is_distinct_from(NOT_ASKED),
    )
    db.session.execute(insert(ChangeRow).from_select([*copied, "wave_id", "now_reason"], known))


def _score(answer: Answer | None) -> tuple[int | None, str | None]:
    if answer is None:
        return None, NOT_ASKED
    return (answer.number, None) if answer.number is not None else (None, answer.state)


def _followup_ids(evaluation: Evaluation) -> list[int]:
    query = select(Wave.id).where(Wave.evaluation_id == evaluation.id, Wave.number > 0)
    return list(db.session.scalars(query.order_by(Wave.number)))


class _Rows:
    """The rows of one resident for one kind of before, found or made."""

    def __init__(self, resident: Resident, kind: str):
        self.resident, self.kind = resident, kind
        query = select(ChangeRow).where(ChangeRow.resident_id == resident.id, ChangeRow.before_kind == kind)
        self.known = {(row.outcome, row.wave_id): row for row in db.session.scalars(query)}

    def set_before(self, outcome: str, wave_id: int, score: int | None, reason: str | None) -> None:
        row = self._row(outcome, wave_id)
        row.before, row.before_reason = score, reason
        row.area_id, row.level = self.resident.area_id, self.resident.level

    def set_now(self, outcome: str, wave_id: int, score: int | None, reason: str | None) -> None:
        row = self._row(outcome, wave_id)
        row.now, row.now_reason = score, reason

    def _row(self, outcome: str, wave_id: int) -> ChangeRow:
        if (outcome, wave_id) not in self.known:
            row = ChangeRow(
                evaluation_id=self.resident.evaluation_id,
                resident_id=self.resident.id,
                outcome=outcome,
                wave_id=wave_id,
                before_kind=self.kind,
                before_reason=NOT_ASKED,
                now_reason=NOT_ASKED,
                area_id=self.resident.area_id,
                level=self.resident.level,
            )
            db.session.add(row)
            self.known[outcome, wave_id] = row
        return self.known[outcome, wave_id]
