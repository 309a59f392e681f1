"""Reads one row of a file of scores: who it is about, and what was answered when."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from survey.engagement import collecting, columns, residents
from survey.engagement.columns import Columns, Score
from survey.engagement.particulars import NAMES, NotKnown, meanings, understand
from survey.engagement.residents import NewResident
from survey.engagement.sheets import Problem, Row
from survey.questionnaires import answers
from survey.questionnaires.answers import Answer, NotUnderstood
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.model import Question
from survey.questionnaires.states import SKIPPED
from survey.records.asking import Wave
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.resident import Resident
from survey.records.response import Response

# Spreadsheets write whole numbers so where another cell of the column is blank.
WHOLE = re.compile(r"([0-9]+)[.,]0+")
AREA_GONE = "The area chosen for all rows is no longer there. Choose the columns again."

Found = tuple[Resident | NewResident, dict[int, dict[str, Answer]]]


class Reader:
    """Reads rows into people and their answers, and gathers what is wrong with them."""

    def __init__(self, evaluation: Evaluation, chosen: Columns, headings: Sequence[str]):
        self.known, self.chosen, self.headings = meanings(evaluation), chosen, headings
        self.places = {held: place for place, held in enumerate(chosen.held) if held}
        offered = columns.scores(evaluation)
        self.scores = {key: offered[key] for key in self.places if key in offered}
        self.areas = {area.id: area for area in evaluation.areas}
        self.asked = {
            level: {question.id for question in questionnaire.questions}
            for level, (_, questionnaire) in collecting.questionnaires(evaluation).items()
        }
        self.residents = _by_code(evaluation)
        self.begun = _begun(evaluation)
        self.rows_by_code: dict[str, int] = {}
        self.problems: list[Problem] = []

    def read(self, row: Row) -> Found | None:
        before = len(self.problems)
        who = self._who(row)
        answered = self._answered(row, who.level if who else None)
        if isinstance(who, Resident):
            self._refuse_second_answers(row, who, answered)
        return (who, answered) if len(self.problems) == before else None

    def _who(self, row: Row) -> Resident | NewResident | None:
        code = self._cell(row, "code")
        folded = code.casefold()
        if not code:
            self._wrong(row, "code", "The code is missing.")
        elif folded in self.rows_by_code:
            self._wrong(row, "code", f"The code “{code}” is also in row {self.rows_by_code[folded]}.")
        elif folded in self.residents:
            self.rows_by_code[folded] = row.number
            return self.residents[folded]
        elif problem := residents.wrong_with(code):
            self._wrong(row, "code", problem)
        else:
            self.rows_by_code[folded] = row.number
        return self._new(row, code)

    def _new(self, row: Row, code: str) -> NewResident | None:
        found = {}
        for name in NAMES:
            if name in self.places and name != "code":
                try:
                    found[name] = understand(self.known, name, self._cell(row, name))
                except NotKnown as problem:
                    self._wrong(row, name, str(problem))
                    found[name] = None
        if "area" not in self.places and self.chosen.area_id not in self.areas:
            self.problems.append(Problem(row.number, AREA_GONE))
        found.setdefault("area", self.areas.get(self.chosen.area_id))
        found.setdefault("level", self.chosen.level)
        return NewResident(code=code, **found) if found["area"] and found["level"] else None

    def _answered(self, row: Row, level: str | None) -> dict[int, dict[str, Answer]]:
        """The answers by wave; blanks count as skipped only where something of that wave was answered."""
        found: dict[int, dict[str, Answer]] = {}
        for key, score in self.scores.items():
            answer = self._answer(row, key, score, level)
            if answer is not None:
                found.setdefault(score.wave.number, {})[score.question.id] = answer
        return {number: given for number, given in found.items() if _anything(given)}

    def _answer(self, row: Row, key: str, score: Score, level: str | None) -> Answer | None:
        said = self._cell(row, key)
        if level and score.question.id not in self.asked[level]:
            if said:
                name = score.question.short_name
                self._wrong(row, key, f"{LEVELS[level]} people are not asked about this: {name}.")
            return None
        try:
            return _understood(score.question, said)
        except NotUnderstood:
            self._wrong(row, key, _no_score(score.question, said))
            return None

    def _refuse_second_answers(self, row: Row, who: Resident, answered: Mapping[int, object]) -> None:
        for key, score in self.scores.items():
            if score.wave.number in answered and (who.id, score.wave.id) in self.begun:
                text = f"“{who.code}” has already answered: {score.wave.name}."
                self._wrong(row, key, text)
                answered = {
                    number: given for number, given in answered.items() if number != score.wave.number
                }

    def _cell(self, row: Row, held: str) -> str:
        place = self.places[held]
        return row.cells[place] if place < len(row.cells) else ""

    def _wrong(self, row: Row, held: str, text: str) -> None:
        self.problems.append(Problem(row.number, text, self.headings[self.places[held]]))


@lru_cache(maxsize=4096)
def _understood(question: Question, said: str) -> Answer:
    whole = WHOLE.fullmatch(said)
    return answers.understand(question, [whole.group(1) if whole else said])


def _no_score(question: Question, said: str) -> str:
    return (
        f"“{said}” is not a score from {question.lowest} to {question.highest}. "
        "Leave the cell blank where there is no answer."
    )


def _anything(given: Mapping[str, Answer]) -> bool:
    return any(answer.state != SKIPPED for answer in given.values())


def _by_code(evaluation: Evaluation) -> dict[str, Resident]:
    query = select(Resident).where(Resident.evaluation_id == evaluation.id)
    found = db.session.scalars(query.options(joinedload(Resident.area)))
    return {resident.code.casefold(): resident for resident in found}


def _begun(evaluation: Evaluation) -> set[tuple[int, int]]:
    query = select(Response.resident_id, Response.wave_id).join(Wave, Wave.id == Response.wave_id)
    return {tuple(row) for row in db.session.execute(query.where(Wave.evaluation_id == evaluation.id))}
