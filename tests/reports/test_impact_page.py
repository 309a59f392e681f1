"""The page on paper says what the findings say of impact, and names no organisation."""

import dataclasses

import pytest

from survey.records.base import db
from survey.records.impact import ImpactFigure
from survey.reports import briefing
from survey.reports.impact_page import impact_page
from survey.reports.rendering import render
from tests import making
from tests.reports.impact_worlds import world
from tests.reports.worlds import found


def page_of(evaluation):
    return impact_page(found(evaluation))


def test_headline_tables_sentences_and_who_was_asked(app):
    page = page_of(world())
    assert page.headline == "Feeling in control: 15 per cent of the change is due to the programme."
    assert [table.name for table, _ in page.tables] == ["impact", "impact_counted"]
    assert [sentence.split(" rose")[0] for sentence in page.sentences] == ["Feeling in control"]
    assert page.asked[1].startswith("Partners: five organisations were asked; four answered")
    assert page.disagreements == (
        "Feeling in control: deadweight: residents say 25 per cent and partners 60 per cent (medians). "
        "Partners claim less for the programme.",
    )


def test_notes_are_said_once_and_the_grades_have_a_list_of_their_own(app):
    page = page_of(world())
    notes = [note for _, notes in page.tables for note in notes]
    assert len(notes) == len(set(notes)) == 2 and not [note for note in notes if note.startswith("Evidence")]
    assert list(page.grades) == ["A", "B", "C", "D"]


def test_nothing_said_is_no_page(app):
    evaluation = making.evaluation()
    making.pairs(evaluation, "control", [(2, 4)])
    assert page_of(evaluation) is None
    assert "How much of this is due" not in render(
        "report/summary.html", summary=briefing.summary(found(evaluation))
    )


def test_the_paper_names_no_organisation_and_marks_what_was_entered(app):
    evaluation = world()
    entered = {"basis": "records", "reason": "a secret reason", "per_cent": 80}
    db.session.add(
        ImpactFigure(evaluation_id=evaluation.id, outcome="control", filter="deadweight", **entered)
    )
    db.session.commit()
    paper = render("report/summary.html", summary=briefing.summary(found(evaluation)))
    assert "How much of this is due to the programme" in paper and "80 (entered)" in paper
    assert "Entered by an evaluator, for the whole evaluation: Feeling in control, deadweight" in paper
    assert "Made-up" not in paper and "a secret reason" not in paper


def test_by_choice_the_first_table_has_the_columns_too(app):
    summary = briefing.summary(found(world(), with_impact=True))
    assert [column.key for column in summary.table.columns][-1] == "net"
    assert 'class="figures wide"' in render("report/summary.html", summary=summary)


def test_a_table_that_was_not_let_out_is_refused(app):
    page = page_of(world())
    with pytest.raises(TypeError, match="disclosure"):
        dataclasses.replace(page, tables=((page.tables[0][0].table, ()),))
