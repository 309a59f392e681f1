"""A pasted list of people: checked row by row, then added whole, or without the rows that do not fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from survey.engagement import invitations, residents, sheets
from survey.engagement.particulars import NAMES, NotKnown, meanings, plain, understand
from survey.engagement.residents import NewResident
from survey.engagement.sheets import NotAllGood, Problem, Row
from survey.records.evaluation import Evaluation
from survey.records.resident import Resident

MOST = 2000
HEADINGS = {plain(said): name for name, heading in NAMES.items() for said in (name, heading)} | {
    "reason": "main_reason",
    "main reason for introduction": "main_reason",
    "route": "introduction_route",
}
TOO_WIDE = (
    "There is more here than a code, an area, a level, an age band, a main reason and a route. "
    "Put words that have a comma in them between quotation marks."
)


@dataclass(frozen=True)
class Checked:
    """What a list holds: the people who can be added, and what is wrong with the other rows."""

    people: tuple[NewResident, ...] = ()
    problems: tuple[Problem, ...] = ()
    unknown_columns: tuple[str, ...] = ()

    @property
    def rows_left_out(self) -> int:
        return len({problem.row for problem in self.problems})


def check(evaluation: Evaluation, text: str) -> Checked:
    rows = sheets.lines(text)
    columns, rows = _columns(rows, meanings(evaluation)["area"])
    if len(rows) > MOST:
        said = f"The list has {len(rows):,} people, and {MOST:,} at once is the most. Add them in parts."
        return Checked(problems=(Problem(rows[MOST].number, said),))
    reader = _Reader(evaluation, columns)
    people = [reader.read(row) for row in rows]
    return Checked(tuple(person for person in people if person), tuple(reader.problems), _unknown(columns))


def add(evaluation: Evaluation, text: str, *, leave_out: bool) -> list[Resident]:
    """Add the people of a list, each with a link. Raises NotAllGood before anything is saved."""
    expected = len(_good(evaluation, text, leave_out))
    links = invitations.prepare_aside(expected)
    residents.hold_list(evaluation)
    # Read again: while codes were hashed, a colleague may have added some of the same people.
    people = _good(evaluation, text, leave_out)
    if len(people) != expected:
        raise NotAllGood
    return residents.add(evaluation, people, links)


def _good(evaluation: Evaluation, text: str, leave_out: bool) -> Sequence[NewResident]:
    checked = check(evaluation, text)
    if not checked.people or (checked.problems and not leave_out):
        raise NotAllGood
    return checked.people


def _columns(rows: list[Row], areas) -> tuple[list[str], list[Row]]:
    """What each column holds, as the first row says or as the usual order has it."""
    usual = list(NAMES)
    if not rows:
        return usual, rows
    named = [HEADINGS.get(plain(cell), f"?{cell}") for cell in rows[0].cells]
    if "area" in named and "level" in named:
        return named, rows[1:]
    first, second = (sum(_in(areas, row, place) for row in rows) for place in (0, 1))
    return usual if second >= first else usual[1:], rows


def _in(areas, row: Row, place: int) -> bool:
    return place < len(row.cells) and plain(row.cells[place]) in areas


def _unknown(columns: list[str]) -> tuple[str, ...]:
    return tuple(column[1:] for column in columns if len(column) > 1 and column.startswith("?"))


class _Reader:
    """Reads rows into people and gathers what is wrong with them."""

    def __init__(self, evaluation: Evaluation, columns: list[str]):
        self.known, self.columns = meanings(evaluation), columns
        self.taken, self.rows_by_code = residents.codes(evaluation), {}
        self.problems: list[Problem] = []

    def read(self, row: Row) -> NewResident | None:
        said = dict(zip(self.columns, row.cells, strict=False))
        wrong = list(self._wrong_shape(row)) or list(self._wrong_code(row, said.get("code", "")))
        found = {"code": said.get("code", "")}
        for name in [name for name in NAMES if name != "code"] if wrong[:1] != [TOO_WIDE] else []:
            try:
                found[name] = understand(self.known, name, said.get(name, ""))
            except NotKnown as problem:
                wrong.append(str(problem))
        self.problems += [Problem(row.number, text) for text in wrong]
        return None if wrong else NewResident(**found)

    def _wrong_shape(self, row: Row) -> Iterator[str]:
        if any(row.cells[len(self.columns) :]):
            yield TOO_WIDE

    def _wrong_code(self, row: Row, code: str) -> Iterator[str]:
        if not code:
            return
        folded = code.casefold()
        if problem := residents.wrong_with(code):
            yield problem
        elif folded in self.taken:
            yield f"The code “{code}” is already in use here."
        elif folded in self.rows_by_code:
            yield f"The code “{code}” is also in row {self.rows_by_code[folded]}."
        self.rows_by_code.setdefault(folded, row.number)
