"""The tables of a map say what its figures are, in their units."""

from decimal import Decimal

import pytest

from survey.engagement import value_parts
from survey.records.value_row import Incident, Scenario
from survey.reports import value
from survey.reports.value_tables import figure, label
from survey.value.sensitivity import Assumption
from tests import valuing
from tests.reports import value_worlds


@pytest.fixture
def made(app):
    return value_worlds.world()


def table(made, name):
    return value.gather(made.evaluation, made).table(name)


def test_a_row_says_every_figure_and_what_was_typed(made):
    value_parts.type_figure(made.rows[0], "displacement", Decimal("0.1"), "a study")
    [row] = table(made, "value rows").rows
    assert row.cells["one"] == "a person"
    assert row.heading == "R1 More in control" and row.cells["stakeholder"] == "Residents"
    assert [row.cells[name] for name in ("quantity", "n", "unit_value", "duration_years")] == [50, 6, 100, 2]
    assert [row.cells[name] for name in ("deadweight", "displacement", "drop_off")] == [60, 10, 25]
    assert row.cells["impact"] == 675 and row.marks == {"displacement": "typed", "duration_years": "typed"}


def test_years_add_up(made):
    rows = table(made, "value by year").rows
    assert [row.cells["value"] for row in rows] == [750, Decimal("562.5"), Decimal("1312.5")]
    present = [row.cells["present_value"] for row in rows]
    assert rows[0].cells["factor"] == 1 and round(present[-1] - sum(present[:-1]), 15) == 0


def test_three_kinds_stand_side_by_side_with_the_caveat(made):
    made.rows[0].kind_of_value = "fiscal_avoided"
    found = table(made, "value by kind")
    assert [column.key for column in found.columns] == ["fiscal_cashable", "fiscal_avoided", "social"]
    [row] = found.rows
    assert row.cells["fiscal_avoided"] > 1200 and row.cells["social"] == 0
    assert any("may rise at first" in note for note in found.notes)


def test_who_gains_and_who_loses(made):
    loser = valuing.stakeholder(made, "Neighbours")
    lost = {"quantity": -2, **valuing.NOTHING_OFF}
    valuing.row(made, typed=lost, stakeholder_id=loser.id, description="Asked less")
    rows = table(made, "value by stakeholder").rows
    assert [row.heading for row in rows] == ["Residents", "Neighbours"]
    assert rows[1].cells["present_value"] == -200
    assert round(sum(row.cells["share"] for row in rows), 15) == 100


def test_what_it_hangs_on_in_the_figures_own_units(made):
    rows = {row.heading: row.cells for row in table(made, "value swings").rows}
    assert rows["R1: what one change is worth"]["figure"] == "£100.00"
    assert rows["R1: what one change is worth"]["between"] == "£80.00 to £120.00"
    assert rows["R1: deadweight"]["figure"] == "60 per cent"
    assert rows["R1: how long it lasts"]["switch"] == "no figure would do it"


def test_scenarios_and_incidents_have_tables_where_there_are_any(made):
    with pytest.raises(KeyError):
        table(made, "value scenarios")
    scenario = Scenario(name="Half", people=Decimal("0.5"), inputs_added=Decimal(0), note="half come")
    value_parts.add(made, scenario)
    amounts = {"unit_cost": Decimal(10), "low": Decimal(5), "high": Decimal(20)}
    judged = {"judged_by": "housing", "likelihood": Decimal("0.5"), "source": "a log"}
    value_parts.add(made, Incident(what="eviction", count=4, **judged, **amounts))
    [what_if] = table(made, "value scenarios").rows
    assert what_if.cells["people"] == 50 and what_if.cells["note"] == "half come"
    [avoided] = table(made, "value incidents").rows
    assert [avoided.cells[name] for name in ("low", "base", "high")] == [10, 20, 40]
    assert any("no part of the ratio" in note for note in table(made, "value incidents").notes)


@pytest.mark.parametrize(
    ("name", "value_of", "said"),
    [
        ("quantity", "12.34", "12.3"),
        ("duration_years", "1", "1 year"),
        ("duration_years", "3", "3 years"),
        ("drop_off", "0.255", "26 per cent"),
    ],
)
def test_a_figure_in_words(name, value_of, said):
    assert figure(Assumption("R1", name), Decimal(value_of)) == said
    assert label(Assumption("R1", name)).startswith("R1: ")
