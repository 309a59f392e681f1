import io

import pikepdf
import pytest

from survey.reports.pdf import to_pdf

PAGE = """<html lang="en-GB"><head><title>T</title></head><body><h1>Hope</h1><p><a href="#last">Last</a></p>
<table><caption>People</caption><thead><tr><th scope="col">Name</th><th scope="col">Hope</th></tr></thead>
<tbody>{rows}</tbody></table><p id="last">End</p>{more}</body></html>"""
ROW = '<tr><th scope="row">Person {0}</th><td>{0}</td></tr>'


def made(rows, more=""):
    page = PAGE.format(rows="".join(ROW.format(number) for number in range(rows)), more=more)
    return pikepdf.open(io.BytesIO(to_pdf(page)))


def kids(element):
    found = element.get("/K", [])
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def every(element, kind):
    return [each for kid in kids(element) for each in ([kid] if kind == kid.S else []) + every(kid, kind)]


@pytest.fixture(scope="module")
def root():
    """The structure of a paper with a table on three pages, and another one after it."""
    head = "<table><caption>More</caption><thead><tr><th>A</th><th>B</th></tr></thead>"
    with made(150, f"{head}<tbody><tr><th>1</th><td>2</td></tr></tbody></table>") as document:
        assert len(document.pages) >= 3
        yield document.Root.StructTreeRoot


def test_a_long_table_is_one_table_with_all_its_rows_and_one_head(root):
    table, other = every(root, "/Table")
    assert len(every(table, "/TR")) == 151 and len(every(table, "/THead")) == 1
    assert len(every(other, "/TR")) == 2


def test_its_cells_name_headings_that_are_there(root):
    named = {bytes(each.ID) for each in every(root, "/TH")}
    told = [bytes(name) for cell in every(root, "/TD") for name in cell.A.Headers]
    assert len(told) == 301 and set(told) <= named


def test_a_table_on_two_pages_is_heard_in_two_pieces_each_with_its_head():
    with made(50) as document:
        assert len(document.pages) == 2
        tables = every(document.Root.StructTreeRoot, "/Table")
        assert [len(every(table, "/THead")) for table in tables] == [1, 1]
