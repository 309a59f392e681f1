"""The workbook of a value map goes on reckoning: in a real spreadsheet program it comes to what we say."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
import xlsxwriter
from lxml import etree

from survey.reports.value_workbook import xlsx
from survey.value import discounting, layout, model
from survey.value.worth import worth
from tests.value import books, maps

RESULTS = {
    "Total inputs": "inputs",
    "Total present value": "total_present_value",
    "Net present value": "net_present_value",
    "Social return for each pound put in": "sroi_ratio",
    "Net return for each pound put in": "net_sroi_ratio",
}
GREEN_BOOK = discounting.TABLES["Green Book 2026, standard"]
LONG = replace(
    maps.of(maps.row("R1", 3, 100, 30, starts=2, drop_off="0.1"), maps.row("R2", -2, 40, 30)),
    assumptions=model.Assumptions(GREEN_BOOK, discounting.END_OF_YEAR, True),
)
MAPS = {
    "guide": maps.guide(),
    "green": maps.guide(timing=discounting.YEAR_0),
    "long": LONG,
    **{f"chance{seed}": books.by_chance(seed) for seed in range(6)},
}
# Row and column of the quantity of R2 on the sheet of the map; what it is in the Guide, and what is typed.
QUANTITY, TYPED = "F12", 120
# The rate of the first band on the sheet About.
RATE = "C16"


def of(value_map, about=()):
    return xlsx(value_map, worth(value_map), about)


def results(content):
    return {row[0]: row[1] for row in books.sheet(content, layout.RESULTS) if row[0] in RESULTS}


def ours(value_map):
    found = worth(value_map)
    return {label: pytest.approx(float(getattr(found, name)), rel=1e-11) for label, name in RESULTS.items()}


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """What LibreOffice makes of every map, and of one where a figure was typed over; it starts once."""
    files = {name: of(each) for name, each in MAPS.items()}
    files["typed"] = books.typed(files["guide"], 3, QUANTITY, TYPED)
    files["rate"] = books.typed(files["guide"], 1, RATE, 0.06)
    return files, books.recalculated(tmp_path_factory.mktemp("sheets"), files)


@pytest.mark.parametrize("name", MAPS)
def test_a_spreadsheet_program_comes_to_the_same(opened, name):
    assert results(opened[1][name]) == ours(MAPS[name])
    assert results(opened[0][name]) == ours(MAPS[name])


def test_the_guides_example_comes_out_as_published(opened):
    found = results(opened[1]["guide"])
    shown = [round(found[label], 2) for label in RESULTS]
    assert shown == [42375, 81741.93, 39366.93, 1.93, 0.93]


def test_it_is_the_spreadsheet_program_that_reckons(opened):
    """The control: one figure typed over by hand. The file still brings the old results along."""
    changed = [replace(row, quantity=Decimal(TYPED)) if row.id == "R2" else row for row in MAPS["guide"].rows]
    after = replace(MAPS["guide"], rows=tuple(changed))
    assert results(opened[0]["typed"]) == ours(MAPS["guide"])
    assert results(opened[1]["typed"]) == ours(after) != ours(MAPS["guide"])


def test_a_setting_that_is_changed_is_followed(opened):
    dearer = replace(MAPS["guide"].assumptions, rates=discounting.flat(Decimal("0.06")))
    assert results(opened[1]["rate"]) == ours(replace(MAPS["guide"], assumptions=dearer))


def test_every_year_and_row_is_worked_out_anew_too(opened):
    for name, value_map in MAPS.items():
        found = worth(value_map)
        table = books.sheet(opened[1][name], layout.RESULTS)
        start = next(number for number, row in enumerate(table) if row[0] == "Value by year") + 1
        years = zip(found.years, found.present_values, strict=True)
        for line, (value, present) in zip(table[start:], years, strict=False):
            assert line[1:3] == pytest.approx([float(value), float(present)], rel=1e-11, abs=1e-9)


def formulas(content):
    for name, part in books.parts(content).items():
        if "/worksheets/" in name:
            yield from (each.text for each in etree.fromstring(part).iter("{*}f"))


def test_what_is_worked_out_is_a_formula_and_has_a_name():
    content = of(MAPS["guide"])
    named = etree.fromstring(books.parts(content)["xl/workbook.xml"]).iter("{*}definedName")
    names = {each.get("name") for each in named}
    assert {"sroi_ratio", "net_sroi_ratio", "total_present_value", "discount_factors", "rates"} <= names
    # For each of eight rows gross, impact, present value, and a value for each year there can be.
    assert len(list(formulas(content))) > 8 * (3 + layout.YEARS)
    assert "total_present_value/total_inputs" in formulas(content)


@pytest.mark.parametrize("text", books.NASTY)
def test_what_somebody_typed_is_never_run(text):
    plain = set(formulas(of(maps.of())))
    row = replace(maps.row(), outcome=text, stakeholder=text, proxy=text, note=text, indicator=text)
    typed = replace(maps.of(row), title=text, inputs=(model.Input(text, text, Decimal(5)),))
    content = of(typed, [(text, text)])
    assert set(formulas(content)) == plain
    links = {name for name, part in books.parts(content).items() if b"<hyperlink" in part}
    assert not links


def test_each_sheet_says_that_it_is_for_the_team_and_prints_so():
    content = of(MAPS["long"], [("Programme", "Walking alongside"), ("Price year", "2026")])
    for name in (layout.ABOUT, layout.INPUTS, layout.MAP, layout.RESULTS):
        assert books.sheet(content, name)[1][0] == "Internal: for the team, not for publication."
    for name, part in books.parts(content).items():
        if "/worksheets/" in name:
            page = etree.fromstring(part)
            assert page.findtext(".//{*}oddFooter").startswith("&LInternal")
            assert page.find(".//{*}pane").get("state") == "frozen"
    about = [row[:2] for row in books.sheet(content, layout.ABOUT)]
    assert ["Programme", "Walking alongside"] in about and ["Rate table", GREEN_BOOK.name] in about


def test_a_link_or_formula_in_words_would_be_seen():
    """The control of the test on what somebody typed."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet().write("A1", "=1+1")
    assert list(formulas(made.getvalue())) == ["1+1"]
