"""The team reads what each organisation said, and its name stands on no other table."""

import pytest

from survey.records import impact_frames
from survey.records.frames import Group
from survey.records.impact_frames import partners_said
from survey.reports import asked, voices
from survey.reports import impact_organisations as organisations
from tests.reports.impact_worlds import world
from tests.reports.worlds import found


@pytest.fixture
def evaluation(app):
    return world()


def told(evaluation, outcome):
    every = voices.partner_answers(partners_said(evaluation, Group()))
    known, questionnaires = impact_frames.organisations(evaluation), asked.of_partners(evaluation)
    return [each for each in every if each.outcome == outcome], known, questionnaires


def lines(table, *keys):
    return {row.heading: tuple(row.cells[key] for key in keys) for row in table.rows}


def test_what_each_said_about_a_filter(evaluation):
    said = {
        name: lines(organisations.by_organisation(name, *told(evaluation, "control")), "kind", "area", "said")
        for name in ("deadweight", "attribution_to_others", "displacement")
    }
    assert said["deadweight"] == {
        "Made-up team 1": ("Adult social care", "North", "50 per cent"),
        "Made-up team 2": ("Adult social care", "All areas", "70 per cent, given exactly"),
    }
    assert said["attribution_to_others"]["Made-up team 1"][2] == (
        "60 per cent (The coordinator 40; Your organisation 20; The people themselves 40)"
    )
    assert said["displacement"]["Made-up team 2"][2] == "Not said"


def test_what_each_counted(evaluation):
    days = impact_frames.days(evaluation, ["fewer_gp_visits_from", "fewer_gp_visits_until"])
    answers, known, questionnaires = told(evaluation, "fewer_gp_visits")
    table = organisations.amounts(answers, "GP visits", known, questionnaires, days)
    assert lines(table, "seen", "people", "amount", "period", "benefit") == {
        "Made-up surgery 1": (
            "Yes, there were fewer such visits", 30, 100, "From 1 May 2026 until 30 September 2026",
            "A cost that did not come up, though nothing is left over to spend",
        ),
        "Made-up surgery 2": (
            "No, there were more", 4, -20, "The whole period",
            "Something for people themselves, not for a service",
        ),
    }  # fmt: skip


def test_nobody_asked_is_no_table(evaluation):
    assert organisations.by_organisation("deadweight", [], {}, {}) is None


def test_no_table_of_findings_names_an_organisation(evaluation):
    names = [each.name for each in impact_frames.organisations(evaluation).values()]
    assert names and not [name for name in names if name in repr(found(evaluation))]
