"""Whatever is typed into a white cell is a change, a problem, or named as not taken over."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from survey.engagement import value_import, value_import_left, value_sheet
from survey.engagement.value_import_words import Source
from survey.engagement.value_sheet_places import Places
from survey.engagement.value_sheet_problems import Unreadable
from survey.records.base import db
from survey.reports import value
from survey.reports.value_workbook import xlsx
from survey.value import layout
from survey.web.evaluator.check_value_spreadsheet import _assumed, _now
from tests import valuing
from tests.reports import value_worlds
from tests.value import edits

SOURCE = Source("map.xlsx", date(2027, 5, 3))
SHEETS = (layout.ABOUT, layout.INPUTS, layout.MAP, layout.RESULTS)


@pytest.fixture
def record(app):
    """A row from answers, one that is typed in every column, and one that shares its proxy."""
    made = value_worlds.world()
    typed = {"quantity": 10, **valuing.NOTHING_OFF}
    whole = {"description": "Slept better", "indicator": "calls", "note": "Ask the club"}
    row = valuing.row(made, typed=typed, **whole)
    row.figure("quantity").n = 30
    valuing.row(made, proxy=made.rows[0].proxy, typed=typed, description="Ate better")
    db.session.commit()
    return made


@dataclass(frozen=True)
class Told:
    """What the page that checks a file would say of it."""

    changes: tuple = ()
    left: tuple = ()
    problems: tuple = ()
    assumed: tuple = ()

    def __bool__(self):
        return bool(self.changes or self.left or self.problems or self.assumed)


def out(record):
    found = value.gather(record.evaluation, record)
    return xlsx(found.built.value_map, found.results.worth, [("Programme", "Walking")])


def told(record, content, now):
    try:
        read = value_sheet.opened(content)
        changes = value_import.changes(record, read, now, SOURCE)
        left = value_import.left(record, read, now)
    except Unreadable as refused:
        return Told(problems=refused.problems)
    return Told(changes, left, assumed=tuple(_assumed(read)))


def edited(record, wanted, typed, sheets=SHEETS):
    """The file with one white cell, or one of all others, typed over: sheet, row, what stood there, file."""
    content = out(record)
    for number, sheet in enumerate(SHEETS, 1):
        values = edits.values(content, sheet)
        for column, row, white, formula in edits.cells(content, number) if sheet in sheets else ():
            before = values.get((column, row), "")
            if not formula and white is wanted and typed(before) != before:
                file = edits.retyped(content, number, f"{column}{row}", typed(before))
                yield sheet, row, before, file


def silent(record, wanted, typed, sheets=SHEETS):
    """The cells whose change nobody would hear of, or hear of at another place."""
    now, found = _now(record.evaluation, record), []
    for sheet, row, before, file in edited(record, wanted, typed, sheets):
        heard = told(record, file, now)
        said = (*heard.left, *heard.problems)
        elsewhere = [each.place for each in said if (each.sheet, each.row) != (sheet, row)]
        if elsewhere or not heard:
            found.append((sheet, before, elsewhere))
    return found


def emptied(_):
    return ""


def test_the_file_as_it_went_out_says_nothing_else(record):
    assert not told(record, out(record), _now(record.evaluation, record))


def flat(record):
    record.rate_table, record.rate = "", Decimal("0.035")


@pytest.mark.parametrize("typed", [edits.otherwise, emptied])
@pytest.mark.parametrize("rates", [flat, lambda _: None], ids=["one rate", "a table"])
def test_nothing_that_is_typed_into_a_white_cell_goes_unheard(record, typed, rates):
    rates(record)
    # Where no last year stands there is none: it says the same.
    same = [(layout.ABOUT, layout.AND_AFTER, [])] if typed is emptied else []
    assert silent(record, True, typed) == same


def test_a_grey_cell_says_nothing_and_so_is_known_to_be_silent(record):
    found = silent(record, False, edits.otherwise, [layout.ABOUT])
    assert (layout.ABOUT, "Walking", []) in found


def test_without_the_list_of_what_is_left_typing_would_go_unheard(record, monkeypatch):
    monkeypatch.setattr(value_import_left, "left", lambda *_: ())
    emptied_cells = {before for _, before, _ in silent(record, True, emptied, [layout.MAP])}
    assert {"R1", "the club’s own list (a person, in 2027 prices)", 30.0} <= emptied_cells


@pytest.mark.parametrize("typed, times", [(edits.otherwise, 40), (emptied, 3)])
def test_every_change_that_is_shown_is_made(record, typed, times):
    now, count = _now(record.evaluation, record), 0
    for sheet, row, before, file in edited(record, True, typed):
        if not told(record, file, now).changes:
            continue
        safe = db.session.begin_nested()
        read = value_sheet.opened(file)
        value_import.take_in(record, value_import.plan(record, read, now, SOURCE))
        again = told(record, file, _now(record.evaluation, record))
        assert (again.changes, again.problems) == ((), ()), (sheet, row, before)
        safe.rollback()
        db.session.expire_all()
        count += 1
    assert count >= times


def capitals(record):
    """The map with the names of one row written in capitals."""
    built = value.gather(record.evaluation, record).built.value_map
    first = replace(built.rows[0], stakeholder="RESIDENTS", proxy=built.rows[0].proxy.upper())
    return replace(built, rows=(first, *built.rows[1:]))


def test_names_in_capitals_are_the_same_names_and_that_is_said(record):
    now, source = _now(record.evaluation, record), SOURCE
    read = value_sheet.Read(capitals(record), places=Places("Value map", {"R1": 9}))
    assert value_import.plan(record, read, now, source) == ()
    stakeholder, proxy = value_import.left(record, read, now)
    assert "This is “Residents” in the map" in stakeholder.message and stakeholder.row == 9
    assert (
        "The proxy stays “proxy 0”" in proxy.message and proxy.place == "sheet Value map, row 9, column proxy"
    )


def test_a_row_that_lost_its_id_is_said_to_keep_it(record):
    built = value.gather(record.evaluation, record).built.value_map
    rows = (replace(built.rows[0], id="R9"), *built.rows[1:])
    read = value_sheet.Read(replace(built, rows=rows), unnamed=frozenset({"R9"}))
    (found,) = value_import.left(record, read, _now(record.evaluation, record))
    assert "It is taken for R1" in found.message


def test_what_a_file_has_no_column_for_is_not_called_blank(record):
    built = value.gather(record.evaluation, record).built.value_map
    bare = tuple(replace(row, n=None, source="", proxy="", proxy_source="") for row in built.rows)
    places = Places("Map", headings={"quantity": "Quantity"})
    now = _now(record.evaluation, record)
    assert value_import.left(record, value_sheet.Read(replace(built, rows=bare), places=places), now) == ()
    every = value_import.left(record, value_sheet.Read(replace(built, rows=bare)), now)
    assert [each.column for each in every] == [
        *("source", "n", "proxy", "proxy_source"),
        *("source", "n", "proxy", "proxy_source"),
        *("source", "proxy", "proxy_source"),
    ]


def test_how_answers_were_counted_is_no_source_of_a_typed_number(record):
    built = value.gather(record.evaluation, record).built.value_map
    rows = (built.rows[0], replace(built.rows[1], source=built.rows[0].source), *built.rows[2:])
    read = value_sheet.Read(replace(built, rows=rows))
    now = _now(record.evaluation, record)
    assert value_import.plan(record, read, now, SOURCE) == ()
    (found,) = value_import.left(record, read, now)
    assert "Write where that is from" in found.message
