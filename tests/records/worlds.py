"""Rows for the tests of the tables: a small world, and as much noise beside it."""

from dataclasses import dataclass

from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import db
from survey.records.change import ChangeRow
from survey.records.evaluation import Evaluation
from survey.records.resident import Resident
from survey.records.response import Response
from tests import making


@dataclass
class World:
    evaluation: Evaluation
    waves: dict[int, Wave]
    residents: list[Resident]

    def response(self, resident=0, wave=0, **known) -> Response:
        person = self.residents[resident]
        opened = db.session.scalar(
            db.select(OpenedQuestionnaire).where(
                OpenedQuestionnaire.evaluation_id == self.evaluation.id,
                OpenedQuestionnaire.audience == person.level,
            )
        )
        made = Response(
            resident_id=person.id,
            wave_id=self.waves[wave].id,
            questionnaire_id=opened.id,
            submission_key=f"key {person.id} {wave}",
            **known,
        )
        return kept(made)

    def change(self, resident=0, outcome="hope", wave=1, before=2, now=4, **known) -> ChangeRow:
        person = self.residents[resident]
        usual = {
            "before_kind": "asked",
            "before_reason": "skipped" if before is None else None,
            "now_reason": "not_asked" if now is None else None,
            "area_id": person.area_id,
            "level": person.level,
        }
        return kept(
            ChangeRow(
                evaluation_id=self.evaluation.id,
                resident_id=person.id,
                outcome=outcome,
                wave_id=self.waves[wave].id,
                before=before,
                now=now,
                **usual | known,
            )
        )


def world(name="Walking alongside", people=2) -> World:
    evaluation = making.evaluation(name=name)
    waves = db.session.scalars(db.select(Wave).where(Wave.evaluation_id == evaluation.id))
    return World(
        evaluation, {wave.number: wave for wave in waves}, making.people(evaluation, people, linked=False)
    )


def kept(row):
    db.session.add(row)
    db.session.flush()
    return row


def count(kind) -> int:
    return db.session.scalar(db.select(db.func.count()).select_from(kind))
