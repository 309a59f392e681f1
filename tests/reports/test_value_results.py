"""What a map comes to, as worked out by hand from value_worlds."""

from decimal import Decimal

import pytest

from survey.engagement import value_parts
from survey.records.value_row import Incident, Scenario
from survey.reports.value_building import build
from survey.reports.value_results import results
from tests import valuing
from tests.reports import value_worlds


@pytest.fixture
def made(app):
    return value_worlds.world()


def of(made):
    return results(build(made.evaluation, made), made)


PRESENT = 750 + Decimal("562.50") / Decimal("1.035")


def test_two_years_and_their_ratio(made):
    found = of(made)
    assert found.worth.years == (750, Decimal("562.50"))
    assert round(found.worth.total_present_value - PRESENT, 20) == 0
    assert round(found.worth.sroi_ratio - PRESENT / 1000, 20) == 0
    assert round(found.per_person - PRESENT / 50, 20) == 0
    assert found.by_stakeholder == (("Residents", found.worth.total_present_value),)
    assert found.by_column["fiscal_cashable"] == 0 and found.without_largest is None


def test_the_range_follows_the_spread_of_the_answers(made):
    wide = of(made)
    assert wide.simulated.low < wide.worth.sroi_ratio < wide.simulated.high
    for name in ("deadweight", "attribution_to_others"):
        figure = build(made.evaluation, made).rows[0].cells[name].value
        value_parts.type_figure(made.rows[0], name, figure, "as it was")
    none = of(made).simulated
    assert none.low == none.high == wide.worth.sroi_ratio


def test_what_moves_the_ratio_most_comes_first_and_where_it_would_be_one(made):
    found = of(made)
    widths = [swing.width for swing in found.swings]
    assert widths == sorted(widths, reverse=True) and widths[0] > 0
    quantity = next(each for each in found.switches if each.assumption.name == "quantity")
    assert round(quantity.at - 50 * 1000 / PRESENT, 15) == 0
    low, base, high = found.joint
    assert low < base == found.worth.sroi_ratio < high


def test_without_its_largest_row(made):
    valuing.row(made, value=10, typed={"quantity": 3, **valuing.NOTHING_OFF}, description="A little")
    code, ratio = of(made).without_largest
    assert (code, ratio) == ("R1", Decimal("0.03"))


def test_scenarios_are_worked_out_from_the_same_rows(made):
    more = Scenario(name="One more", people=Decimal("1.2"), inputs_added=Decimal(500), note="as many each")
    value_parts.add(made, more)
    [found] = of(made).what_if
    assert found.worth.inputs == 1500
    assert round(found.worth.total_present_value - PRESENT * Decimal("1.2"), 20) == 0


def test_incidents_stand_beside_and_a_total_given_for_one_is_remarked_on(made):
    amounts = {"likelihood": Decimal("0.5"), "unit_cost": Decimal(200_000), "low": Decimal(100_000)}
    avoided = Incident(
        what="crisis", count=53, judged_by="coordinators", high=Decimal(200_000), source="a log", **amounts
    )
    ratio = of(made).worth.sroi_ratio
    value_parts.add(made, avoided)
    found = of(made)
    assert (found.avoided[0].low, found.avoided[0].base) == (2_650_000, 5_300_000)
    assert found.worth.sroi_ratio == ratio
    assert any("crisis" in each.place for each in found.remarks)


def test_a_published_ratio_that_is_our_net_one_is_remarked_on(made):
    made.published_value, made.published_inputs = Decimal("0.29"), Decimal(1)
    assert any("net" in each.message for each in of(made).remarks)
    made.published_value = Decimal("0.31")
    assert not any("net" in each.message for each in of(made).remarks)


def test_no_figure_below_nought_is_said_to_turn_the_ratio(made):
    valuing.row(made, value=200, typed={"quantity": 3, **valuing.NOTHING_OFF}, description="Much more")
    switches = {(each.assumption.row, each.assumption.name): each.at for each in of(made).switches}
    assert switches["R2", "quantity"] is None and switches["R1", "quantity"] > 0
