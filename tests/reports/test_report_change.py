from dataclasses import replace

from survey.reports.report_change import due_to_the_programme, what_changed
from tests.reports import report_worlds


def test_the_change_is_told_with_its_table_its_flowers_and_its_range(app):
    draft = report_worlds.draft()
    chapter = what_changed(draft)
    said = report_worlds.words(chapter)
    assert draft.findings.headline in said and draft.findings.headline_range in said
    assert "1. Feeling in control" in said and draft.findings.change.caption in report_worlds.grids(chapter)
    line = next(line for line in draft.annex.lines if line.source.what.endswith(": Feeling in control"))
    assert line.source.n == "6 people" and "100" in line.source.exact.split("; ")


def test_what_is_due_is_told_with_the_way_to_it(app):
    draft = report_worlds.draft()
    said = report_worlds.words(due_to_the_programme(draft))
    assert "Displacement" in said and "Where residents and partners disagree" in said
    assert {line.source.path[0] for line in draft.annex.lines} == {"Impact"}


def test_where_nobody_was_asked_it_is_said(app):
    draft = report_worlds.draft()
    silent = replace(draft, findings=replace(draft.findings, impact=None))
    assert "Nobody has been asked" in report_worlds.words(due_to_the_programme(silent))
