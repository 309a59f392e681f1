import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from survey.analysis import disclosure
from survey.engagement import value_parts
from survey.records.base import db
from survey.reports import evaluation_report
from survey.reports.pdf import to_pdf
from survey.reports.rendering import render
from survey.reports.report_blocks import TEXT, Chapter, Grid
from tests import valuing
from tests.reports import report_worlds, value_worlds
from tests.reports.test_pdf import faults, words

FIGURE = re.compile(r'<span class="figure[^"]*"[^>]*>.*?\[\d+\]</a></span>', re.DOTALL)


class Links(HTMLParser):
    """Where a page's links lead, and what they could lead to."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.links = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known["href"].removeprefix("#")] if tag == "a" else []


def html(draft):
    return render("report/evaluation.html", report=evaluation_report.report(draft.findings, draft.value))


def test_each_number_leads_to_one_line_of_the_annex_and_back(app):
    made = value_worlds.world()
    valuing.row(made, typed={"quantity": 8, **valuing.NOTHING_OFF})
    draft = report_worlds.draft(made)
    found = Links(html(draft))
    lines = evaluation_report.report(draft.findings, draft.value).lines
    assert len(found.ids) == len(set(found.ids)) and set(found.links) <= set(found.ids)
    first_places = [each for each in found.ids if each.startswith("figure-")]
    assert first_places == [f"figure-{line.number}" for line in lines]
    for line in lines:
        assert found.ids.count(f"source-{line.number}") == found.ids.count(f"figure-{line.number}") == 1
        assert found.links.count(f"figure-{line.number}") == 1
        assert found.links.count(f"source-{line.number}") >= 1
    assert len(lines) > 50 and [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_no_figure_stands_without_its_number(app):
    page = html(report_worlds.draft()).split('id="annex"')[0]
    rows = [
        row
        for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
        if not FIGURE.search(row.split("</th>")[0])
    ]
    leads = re.findall(r'<p class="(?:headline|range)">.*?</p>', page, re.DOTALL)
    cells = [cell for row in rows for cell in re.findall(r'<td class="number">.*?</td>', row, re.DOTALL)]
    assert len(rows) > 10 and len(leads) > 3 and len(cells) > 10
    assert not [
        each for each in (*leads, *cells) if re.search(r"\d", re.sub(r"<[^>]+>", "", FIGURE.sub("", each)))
    ]


def test_one_answer_more_changes_the_ratio_and_the_annex(app):
    made = value_worlds.world()
    before = html(report_worlds.draft(made))
    row = made.rows[0]
    value_parts.change(made, row, {"duration_years": 1})
    after = html(report_worlds.draft(made))
    headline = re.compile(r'<p class="headline">.*?</p>', re.DOTALL)
    assert headline.search(before)[0] != headline.search(after)[0]
    assert before.split('id="annex"')[1] != after.split('id="annex"')[1]


def test_the_paper_is_marked_on_every_page_and_the_checkers_find_no_fault(app, tmp_path):
    made = value_worlds.world()
    told = []
    draft = report_worlds.draft(made)
    paper = evaluation_report.pdf(draft.findings, draft.value, told.append)
    file = tmp_path / "report.pdf"
    file.write_bytes(paper)
    assert len(told) == 3 and all(len(each) > 10 for each in told)
    pages = words(file).split("\f")[:-1]
    assert len(pages) > 8
    assert all("Internal: for the team, not for publication" in page for page in pages)
    assert "Annex: where each figure comes from" in "".join(pages)
    assert faults(file) == []


def test_the_report_of_an_area_names_nobody_of_another(app):
    made = value_worlds.world()
    made.area = made.evaluation.areas[0]
    db.session.commit()
    page = html(report_worlds.draft(made))
    # Team 3 works in the other area, and has not answered.
    assert "Made-up team 3" in html(report_worlds.draft(value_worlds.world()))
    assert "Made-up team 3" not in page


def test_upright_chapters_follow_each_other_and_those_on_their_side_come_last(app):
    draft = report_worlds.draft()
    chapters = evaluation_report.report(draft.findings, draft.value).chapters
    assert [each.wide for each in chapters] == [False] * (len(chapters) - 1) + [True]
    assert chapters[-1].title == "The value map"
    # The first page is for itself; after it nothing waits for a new page.
    assert [each.title for each in chapters if each.breaks and not each.wide] == [chapters[1].title]


def test_a_note_stands_on_the_page_of_what_it_is_about(app, tmp_path):
    draft = report_worlds.draft()
    report = evaluation_report.report(draft.findings, draft.value)
    long = tuple(
        Chapter("A table", (Grid("Rows", (("A", TEXT), ("B", TEXT), ("C", TEXT)), rows, ("A remark.",) * 4),))
        for rows in ((("Row", "b", "c"),) * count for count in range(44, 54))
    )
    file = tmp_path / "long.pdf"
    file.write_bytes(to_pdf(render("report/evaluation.html", report=replace(report, chapters=long))))
    pages = words(file).split("\f")
    told = [page for page in pages if "A remark." in page]
    # Some fill one page to its end, some need another.
    assert len(told) == len(long) < len([page for page in pages if "Row" in page])
    assert all(re.search(r"^Row\b", page, re.MULTILINE) for page in told)


def test_a_release_has_no_such_report(app):
    draft = report_worlds.draft()
    released = replace(draft.findings, kind=disclosure.RELEASE, stories=None)
    with pytest.raises(ValueError, match="own findings"):
        evaluation_report.report(released, draft.value)
