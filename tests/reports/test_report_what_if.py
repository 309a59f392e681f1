from decimal import Decimal

from survey.engagement import value_parts
from survey.records.value_row import Incident, Scenario
from survey.reports.report_what_if import what_if
from tests import valuing
from tests.reports import impact_worlds, report_worlds, value_worlds


def test_scenarios_and_incidents_stand_beside_the_ratio(app):
    made = value_worlds.world()
    one = Decimal(1)
    value_parts.add(made, Scenario(name="Less uptake", people=one / 2, inputs_added=one, note="Costs stay"))
    cost = {"unit_cost": Decimal(500), "low": Decimal(400), "high": Decimal(600)}
    judged = {"judged_by": "two coordinators", "likelihood": one / 2, "source": "case reviews"}
    value_parts.add(made, Incident(what="Eviction", count=4, **judged, **cost))
    draft = report_worlds.draft(made)
    said = report_worlds.words(what_if(draft))
    assert "Less uptake" in said and "two coordinators" in said and "no part of the ratio" in said
    exact = next(line.source.exact for line in draft.annex.lines if line.source.what.endswith("Eviction"))
    assert exact == "4; 50; 500; 800; 1000; 1200"


def test_where_there_are_none_it_says_so(app):
    said = report_worlds.words(what_if(report_worlds.draft()))
    assert "No scenario" in said and "No critical incident" in said


def test_without_a_ratio_nothing_is_made_up(app):
    made = valuing.value_map(impact_worlds.world())
    assert "cannot be said before" in report_worlds.words(what_if(report_worlds.draft(made)))
