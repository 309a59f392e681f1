import pytest

from survey.engagement.value_sheet_package import unpack
from survey.engagement.value_sheet_problems import Unreadable
from survey.engagement.value_sheet_xml import elements, links, target
from tests.value import books

PARTS = unpack(books.common(("a",)))


def test_parts_are_found_by_what_names_them():
    book = target(PARTS, "", "officeDocument")
    assert book == "xl/workbook.xml"
    assert ("worksheet", "xl/worksheets/sheet1.xml") in links(PARTS, book).values()
    with pytest.raises(Unreadable, match="not a spreadsheet"):
        target(PARTS, book, "chart")


def test_links_lead_to_no_place_outside_the_file():
    link = '<r><Relationship Id="a" Type="x/worksheet" Target="../../../etc/passwd"/></r>'
    assert links({"xl/_rels/workbook.xml.rels": link.encode()}, "xl/workbook.xml") == {
        "a": ("worksheet", "etc/passwd")
    }


@pytest.mark.parametrize("part", [
    b"<a>", b"", b"<a/><b/>", b'<!DOCTYPE a><a/>', b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
])  # fmt: skip
def test_what_is_torn_or_tricky_is_not_read(part):
    with pytest.raises(Unreadable, match="damaged"):
        elements(part)


def test_names_are_bare_of_where_they_come_from():
    assert elements(b'<x:a xmlns:x="u" x:b="1" c="2"/>') == [("a", {"b": "1", "c": "2"})]


def test_a_part_with_too_many_elements_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr("survey.engagement.value_sheet_xml.MOST_ELEMENTS", 3)
    assert len(elements(b"<a><b/><b/></a>")) == 3
    with pytest.raises(Unreadable, match="more than a value map can"):
        elements(b"<a><b/><b/><b/></a>")
