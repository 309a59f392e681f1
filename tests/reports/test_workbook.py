"""Spreadsheets, read back by code that has nothing to do with what wrote them."""

import dataclasses
import io
import zipfile

import pytest
import xlsxwriter
from lxml import etree

from survey.analysis.tables import HIDDEN
from survey.reports import workbook
from tests.reports.files import OUTCOMES, findings, read
from tests.reports.release_impact_worlds import impact

SHEETS = [
    *("About", "Change", "How sure", "Other ways", "Answers", "Flower", "Who answered"),
    *("Values", "Codebook", "Definitions"),
]
NASTY = [
    "=1+1", "@SUM(A1)", "+1", "-1", '=HYPERLINK("http://x","y")', "{=1}", "'", "1e5", "hidden", "_x0041_",
    "http://x", "mailto:x@example.org", "internal:A1", "&G &[Picture] &P", "[a]:b*c?/d\\", "tab\tline\nend",
    'quotes " and \' & <b>', "null\x00 bell\x07 \ufffe", "n" * 200, "é 🌻",
]  # fmt: skip


def values_of(found) -> set[float]:
    cells = {
        table.cell(row, column) for table in found.tables for row in table.rows for column in table.columns
    }
    return {cell for cell in cells if isinstance(cell, (int, float))}


def numbers_in(content) -> set[float]:
    sheets = read(content).values()
    return {cell for rows in sheets for row in rows for cell in row if isinstance(cell, (int, float))}


def parts(content) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def has_live_parts(content) -> bool:
    every = parts(content)
    tags = {etree.QName(each).localname for part in every.values() for each in etree.fromstring(part).iter()}
    return bool(tags & {"f", "hyperlink", "hyperlinks", "ddeLink"}) or any(
        "external" in name for name in every
    )


@pytest.mark.parametrize("release", [True, False])
def test_every_table_stands_on_its_sheet_row_for_row(release):
    found = findings(release)
    sheets = read(workbook.xlsx(found))
    assert list(sheets) == SHEETS
    for name, tables in workbook.by_sheet(found).items():
        for table in tables:
            for row in table.rows:
                cells = [table.cell(row, column) for column in table.columns]
                wanted = [row.heading, *(_read(cell) for cell in cells)]
                assert wanted in [line[: len(wanted)] for line in sheets[name]], (name, table.name, row.key)


def _read(cell):
    if cell is None:
        return ""
    if cell is HIDDEN:
        return "hidden"
    # The format keeps 16 figures, and a spreadsheet 15.
    return cell if isinstance(cell, str) else pytest.approx(cell, rel=1e-14)


def test_the_values_are_typed_and_hidden_ones_say_so():
    header, *lines = read(workbook.xlsx(findings()))["Values"][4:]
    lines = [dict(zip(header, line, strict=True)) for line in lines]
    assert {type(line["value"]) for line in lines if line["hidden"] == "no"} <= {float, str}
    assert {line["value"] for line in lines if line["hidden"] == "yes"} == {"hidden"}
    first = lines[0]
    assert (first["row_key"], first["column_key"], first["value"]) == ("control", "n_pairs", 70)


def test_a_release_holds_no_number_that_was_not_released():
    released = findings()
    assert numbers_in(workbook.xlsx(released)) <= values_of(released)


def test_an_exact_number_in_a_release_would_be_seen():
    """The control: the team's own file holds means that no release has."""
    assert numbers_in(workbook.xlsx(findings(release=False))) - values_of(findings())


def test_a_table_that_was_not_let_out_is_refused():
    found = findings()
    with pytest.raises(TypeError):
        workbook.xlsx(dataclasses.replace(found, change=found.change.table))


@pytest.mark.parametrize("found, words", [
    (findings(), "Release 3, 5 May 2027. Made-up answers: example only"),
    (findings(made_up=False), "Release 3, 5 May 2027"),
    (findings(number=0, made_up=False), "Preview of a release"),
    (findings(release=False), "Internal: for the team, not for publication. Made-up answers: example only"),
], ids=["release", "real release", "preview", "internal"])  # fmt: skip
def test_every_sheet_and_every_printed_page_says_what_it_is(found, words):
    content = workbook.xlsx(found)
    for name, rows in read(content).items():
        assert rows[1][0] == "Walking alongside, 1 April 2026 to 31 March 2027", name
        assert rows[2][0].startswith(words), name
    pages = [etree.fromstring(part) for name, part in parts(content).items() if "/worksheets/" in name]
    assert len(pages) == len(SHEETS)
    for page in pages:
        assert page.findtext(".//{*}oddFooter").startswith(f"&L{words}")
        assert page.find(".//{*}tabColor") is not None
        assert page.find(".//{*}pane").get("state") == "frozen"


def test_what_stays_with_the_team_looks_different():
    def colours(found):
        pages = [
            etree.fromstring(each) for name, each in parts(workbook.xlsx(found)).items() if "/sheet" in name
        ]
        return {page.find(".//{*}tabColor").get("rgb") for page in pages}

    internal, preview, release = (
        colours(each) for each in (findings(release=False), findings(number=0), findings())
    )
    assert internal == preview and len(internal | release) == 2


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_what_somebody_typed_is_never_run_and_never_breaks_the_file(text):
    outcomes = (dataclasses.replace(OUTCOMES[0], short_name=text, text=text), *OUTCOMES[1:])
    found = findings(outcomes=outcomes, name=text, council=text, note=text, filters=text, headline=text)
    content = workbook.xlsx(found)
    assert not has_live_parts(content)
    sheets = read(content)
    assert list(sheets) == SHEETS
    typed = workbook.clean(text).replace("\t", " ").split()
    assert " ".join(typed) in [" ".join(str(row[0]).split()) for row in sheets["Change"]]


def test_a_live_formula_would_be_seen():
    """The control: the same file with a formula in it, and with a link."""
    for write in ("write_formula", "write_url"):
        made = io.BytesIO()
        with xlsxwriter.Workbook(made) as book:
            getattr(book.add_worksheet(), write)("A1", "http://x" if write == "write_url" else "=1+1")
        assert has_live_parts(made.getvalue())


def test_the_same_findings_give_the_same_bytes():
    content = workbook.xlsx(findings())
    assert content == workbook.xlsx(findings())
    made = etree.fromstring(parts(content)["docProps/core.xml"])
    assert {each.text for each in made.iter("{*}created", "{*}modified")} == {"2027-05-05T09:30:00Z"}
    assert workbook.xlsx(findings()) != workbook.xlsx(findings(number=4))


def test_an_evaluation_that_nobody_answered_yet_has_a_workbook():
    found = findings(release=False)
    empty = dataclasses.replace(found, outcomes=(), flowers={}, caveats=(), note="")
    assert [name for name in read(workbook.xlsx(empty))] == [
        name for name in SHEETS if name not in ("Answers", "Flower")
    ]


def test_a_release_with_impact_has_a_sheet_of_it():
    sheets = read(workbook.xlsx(findings(impact=impact())))
    assert list(sheets) == [*SHEETS[:2], "Impact", *SHEETS[2:]]
    said = [cell for row in sheets["Impact"] for cell in row if cell != ""]
    assert {"up to a third", "about half", "hidden", 10, "NHS: GP visits"} <= set(said)
    assert "Programme’s share, from\n(per cent)" in said
    meant = {row[0]: row[2] for row in sheets["Codebook"] if len(row) > 2}
    assert meant["share_from"].startswith("The smallest part of the change")
