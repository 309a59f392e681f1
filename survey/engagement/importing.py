"""Bringing in scores that were collected elsewhere: a file is checked whole, then brought in at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from survey.access import trail
from survey.analysis.wording import people
from survey.engagement import collecting, columns, residents, sheets
from survey.engagement.collecting import Collected
from survey.engagement.columns import Columns
from survey.engagement.scores import Reader
from survey.engagement.sheets import NotAllGood, Problem, Row, Unreadable
from survey.questionnaires.answers import Answer
from survey.questionnaires.states import ANSWERED
from survey.records.asking import Wave
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.resident import Resident
from survey.records.upload import Upload

MOST = 5000
LONGEST_NAME = 200


@dataclass(frozen=True)
class Person:
    """What a row says: somebody known or new, and answers by wave number and question."""

    row: int
    who: Resident | residents.NewResident
    answers: Mapping[int, Mapping[str, Answer]]


@dataclass(frozen=True)
class Checked:
    people: tuple[Person, ...]
    problems: tuple[Problem, ...]

    @property
    def rows_left_out(self) -> int:
        return len({problem.row for problem in self.problems})

    @property
    def new_people(self) -> int:
        return sum(isinstance(person.who, residents.NewResident) for person in self.people)

    def counts(self, wave: Wave, question_ids: frozenset[str]) -> tuple[int, int, int]:
        """People, scores and questions left blank, among some questions of a wave."""
        theirs = [
            [answer.state for name, answer in person.answers[wave.number].items() if name in question_ids]
            for person in self.people
            if wave.number in person.answers
        ]
        given = sum(state == ANSWERED for states in theirs for state in states)
        return sum(ANSWERED in states for states in theirs), given, sum(map(len, theirs)) - given


def upload(evaluation: Evaluation, filename: str, data: bytes) -> Upload:
    """Keep a file until it is brought in or given up. Raises Unreadable, in a plain sentence."""
    text = sheets.decode(data)
    _table(text)
    kept = Upload(evaluation_id=evaluation.id, filename=filename[-LONGEST_NAME:], text=text)
    db.session.add(kept)
    db.session.flush()
    trail.note("uploaded scores", evaluation)
    return kept


def waiting(evaluation: Evaluation) -> list[Upload]:
    query = select(Upload).where(Upload.evaluation_id == evaluation.id)
    return list(db.session.scalars(query.order_by(Upload.id)))


def find(evaluation: Evaluation, upload_id: int) -> Upload | None:
    kept = db.session.get(Upload, upload_id)
    return kept if kept and kept.evaluation_id == evaluation.id else None


def give_up(evaluation: Evaluation, kept: Upload) -> None:
    db.session.delete(kept)
    trail.note("gave up uploaded scores", evaluation)


def table(kept: Upload) -> tuple[list[str], list[Row]]:
    """The headings, each with a name even where the cell is blank, and the rows below."""
    return _table(kept.text)


def check(evaluation: Evaluation, kept: Upload) -> Checked:
    """Everything the file would bring in, and every cell that does not fit."""
    headings, rows = table(kept)
    chosen = columns.chosen(evaluation, kept, headings)
    reader = Reader(evaluation, chosen, headings)
    people = [Person(row.number, *found) for row in rows if (found := reader.read(row))]
    return Checked(tuple(people), tuple(reader.problems))


def bring_in(evaluation: Evaluation, kept: Upload, *, leave_out: bool) -> Checked:
    """Bring the file in, all in one transaction. Raises NotAllGood before anything is saved."""
    residents.hold_list(evaluation)
    residents.hold_answers(evaluation)
    # Read again: a colleague may have brought it in, or erased a person who is in it.
    if db.session.get(Upload, kept.id, populate_existing=True) is None:
        raise NotAllGood
    checked = check(evaluation, kept)
    if not checked.people or (checked.problems and not leave_out):
        raise NotAllGood
    collected = list(_collected(evaluation, checked))
    chosen = _chosen(evaluation, kept)
    collecting.keep_all(evaluation, collected, chosen.before_kind)
    db.session.delete(kept)
    trail.note(
        "brought in scores", evaluation, f"{people(len(checked.people))}, {len(collected):,} sets of answers"
    )
    return checked


def _chosen(evaluation: Evaluation, kept: Upload) -> Columns:
    return columns.chosen(evaluation, kept, table(kept)[0])


def _collected(evaluation: Evaluation, checked: Checked) -> Iterator[Collected]:
    new = [person.who for person in checked.people if isinstance(person.who, residents.NewResident)]
    added = iter(residents.add(evaluation, new) if new else ())
    by_number = {score.wave.number: score.wave for score in columns.scores(evaluation).values()}
    for person in checked.people:
        resident = person.who if isinstance(person.who, Resident) else next(added)
        for number, answers in person.answers.items():
            yield Collected(resident, by_number[number], answers)


def _table(text: str) -> tuple[list[str], list[Row]]:
    rows = sheets.records(text)
    if len(rows) < 2:
        raise Unreadable("This file has no rows under its headings. It needs a row for each person.")
    if len(rows) > MOST + 1:
        raise Unreadable(f"This file has {len(rows) - 1:,} people, and {MOST:,} at once is the most.")
    width = max(len(row.cells) for row in rows)
    cells = rows[0].cells + ("",) * (width - len(rows[0].cells))
    return [cell or f"Column {place}" for place, cell in enumerate(cells, 1)], rows[1:]
