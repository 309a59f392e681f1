from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.value.model import EVALUATIVE, FORECAST, Wrong
from survey.value.scenarios import Scenario, applied
from survey.value.worth import worth
from tests.value import maps
from tests.value.maps import row

LITTLE = Decimal("1e-15")


def test_one_more_coordinator_brings_people_and_costs_money():
    whole = maps.of(row(quantity=40), row("R2", quantity=-4), inputs=(1000, 500), kind=EVALUATIVE)
    then = applied(whole, Scenario("One more coordinator", Decimal("1.5"), Decimal(600), "a year's pay"))
    assert [each.quantity for each in then.rows] == [60, -6]
    assert worth(then).inputs == 2100
    assert then.inputs[-1].description == "added: a year's pay"
    assert then.assumptions.kind == FORECAST and then.title == "One more coordinator"
    assert whole.assumptions.kind == EVALUATIVE and whole.rows[0].quantity == 40


@given(maps.any_rows(), st.decimals(0, 100, places=2))
def test_as_many_more_people_give_as_much_more_value(any_row, people):
    whole = maps.of(any_row)
    once, then = worth(whole), worth(applied(whole, Scenario("More", people)))
    assert abs(then.total_present_value - once.total_present_value * people) <= LITTLE * (
        1 + abs(once.total_present_value) * people
    )
    assert then.inputs == once.inputs


def test_as_now_is_as_now():
    assert worth(applied(maps.guide(), Scenario("As now"))) == worth(maps.guide())


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"people": "-0.1"}, "people is from 0 to 100 times"),
        ({"people": "150"}, "people is from 0 to 100 times"),
        ({"people": "NaN"}, "people is from 0 to 100 times"),
        ({"inputs_added": "-1"}, "a sum of money"),
        ({"inputs_added": "Infinity"}, "a sum of money"),
    ],
)
def test_a_scenario_that_makes_no_sense_is_refused_by_name(given, said):
    with pytest.raises(Wrong, match=f"^scenario Less uptake: .*{said}"):
        Scenario("Less uptake", **{name: Decimal(figure) for name, figure in given.items()})
