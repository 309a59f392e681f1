"""The rows of change: written with every response, so that tables need only be counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, literal, select, update

from survey.questionnaires.answers import Answer
from survey.questionnaires.model import Question, Questionnaire
from survey.records.asking import Wave
from survey.records.base import db
from survey.records.change import NOT_ASKED, ChangeRow, own_kind
from survey.records.evaluation import WAVES, Evaluation
from survey.records.resident import Resident


@dataclass(frozen=True)
class Sent:
    """What one response says."""

    resident: Resident
    wave: Wave
    questionnaire: Questionnaire
    answers: Mapping[str, Answer]


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
    record_all(resident.evaluation, [Sent(resident, wave, questionnaire, answers)], before_kind)


def record_all(evaluation: Evaluation, sent: Sequence[Sent], before_kind: str | None = None) -> None:
    """The same for many responses at once."""
    _hold_plan(evaluation)
    rows = _Rows([each.resident for each in sent], before_kind or own_kind(evaluation))
    followups = _followup_ids(evaluation)
    for response in sent:
        if response.wave.number == 0:
            _record_before(rows, response, followups)
        else:
            _record_followup(rows, response)
    rows.save()


def expect(evaluation: Evaluation, wave: Wave) -> None:
    """Await everyone who gave a before in a follow-up that has just been planned."""
    others = [other for other in _followup_ids(evaluation) if other != wave.id]
    if not others or evaluation.before != WAVES:
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
        ChangeRow.before_reason.is_distinct_from(NOT_ASKED),
    )
    db.session.execute(insert(ChangeRow).from_select([*copied, "wave_id", "now_reason"], known))


def _record_before(rows: "_Rows", sent: Sent, followups: Sequence[int]) -> None:
    for outcome in _spoken_of(sent):
        score = _score(sent.answers.get(outcome.id))
        for followup in followups:
            rows.set_before(sent.resident, outcome.id, followup, score)


def _record_followup(rows: "_Rows", sent: Sent) -> None:
    recalled = {question.recalls: question.id for question in sent.questionnaire.questions}
    for outcome in _spoken_of(sent, recalled):
        rows.set_now(sent.resident, outcome.id, sent.wave.id, _score(sent.answers.get(outcome.id)))
        if outcome.id in recalled:
            before = _score(sent.answers.get(recalled[outcome.id]))
            rows.set_before(sent.resident, outcome.id, sent.wave.id, before)


def _spoken_of(sent: Sent, recalled: Mapping[str, str] | None = None) -> list[Question]:
    """The outcomes that the response says anything about, be it that they were skipped."""
    asked = recalled or {}
    return [
        outcome
        for outcome in sent.questionnaire.outcomes
        if outcome.id in sent.answers or asked.get(outcome.id) in sent.answers
    ]


def _score(answer: Answer | None) -> tuple[int | None, str | None]:
    if answer is None:
        return None, NOT_ASKED
    return (answer.number, None) if answer.number is not None else (None, answer.state)


def _hold_plan(evaluation: Evaluation) -> None:
    """No wave is planned until this request is over: it would miss the befores that are being written."""
    query = select(Evaluation.id).where(Evaluation.id == evaluation.id)
    db.session.execute(query.with_for_update(read=True, key_share=True))


def _followup_ids(evaluation: Evaluation) -> list[int]:
    query = select(Wave.id).where(Wave.evaluation_id == evaluation.id, Wave.number > 0)
    return list(db.session.scalars(query.order_by(Wave.number)))


class _Rows:
    """The rows of some residents, found or made; as plain dicts, because there may be tens of thousands.

    A resident has one response a wave, so one before, and so one row an outcome and follow-up.
    """

    def __init__(self, residents: Sequence[Resident], kind: str):
        self.kind, self.changed = kind, set()
        query = select(*ChangeRow.__table__.columns).where(
            ChangeRow.resident_id.in_({resident.id for resident in residents})
        )
        self.rows = {
            (row.resident_id, row.outcome, row.wave_id): dict(row._mapping)
            for row in db.session.execute(query)
        }

    def set_before(self, resident: Resident, outcome: str, wave_id: int, score: tuple) -> None:
        row = self._row(resident, outcome, wave_id)
        row["before"], row["before_reason"] = score
        row["before_kind"] = self.kind
        row["area_id"], row["level"] = resident.area_id, resident.level

    def set_now(self, resident: Resident, outcome: str, wave_id: int, score: tuple) -> None:
        row = self._row(resident, outcome, wave_id)
        row["now"], row["now_reason"] = score

    def save(self) -> None:
        new = [row for row in self.rows.values() if "id" not in row]
        changed = [row for key, row in self.rows.items() if "id" in row and key in self.changed]
        # The bare table: classes would be written in thousands of small portions.
        table = ChangeRow.__table__
        if new:
            db.session.execute(insert(table), new)
        if changed:
            this_row = update(table).where(table.c.id == bindparam("row_id"))
            db.session.execute(this_row, [row | {"row_id": row.pop("id")} for row in changed])

    def _row(self, resident: Resident, outcome: str, wave_id: int) -> dict:
        key = (resident.id, outcome, wave_id)
        self.changed.add(key)
        if key not in self.rows:
            self.rows[key] = {
                "evaluation_id": resident.evaluation_id,
                "resident_id": resident.id,
                "outcome": outcome,
                "wave_id": wave_id,
                "before_kind": self.kind,
                "before": None,
                "now": None,
                "before_reason": NOT_ASKED,
                "now_reason": NOT_ASKED,
                "area_id": resident.area_id,
                "level": resident.level,
            }
        return self.rows[key]
