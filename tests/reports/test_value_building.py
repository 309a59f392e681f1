"""What a map still lacks is said with its place; without gaps it is a map that can be worked out."""

from decimal import Decimal

import pytest

from survey.engagement import value_maps, value_parts
from survey.reports.value_building import INPUTS, ROW, ROWS, SETTINGS, build
from survey.value.sensitivity import Assumption
from survey.value.simulation import Between
from tests import making, valuing
from tests.reports import value_worlds


@pytest.fixture
def made(app):
    return value_worlds.world()


def built(made):
    return build(made.evaluation, made)


def test_a_whole_map_is_built_from_its_records(made):
    found = built(made)
    assert found.gaps == () and found.supported == 50
    [row] = found.value_map.rows
    assert (row.id, row.quantity, row.unit_value, row.duration_years) == ("R1", 50, 100, 2)
    assert (row.deadweight, row.attribution_to_others, row.drop_off) == tuple(
        map(Decimal, ("0.6", "0.625", "0.25"))
    )
    assert found.value_map.inputs[0].value == 1000 and row.n == 6


def test_what_is_noted_beside_a_row_goes_along(made):
    assert built(made).value_map.rows[0].note == ""
    made.rows[0].note = "Ask the club"
    assert built(made).value_map.rows[0].note == "Ask the club"


def test_an_empty_map_says_where_to_begin(app):
    made = valuing.value_map(making.evaluation(), inputs=0)
    assert [gap.place for gap in built(made).gaps] == [INPUTS, ROWS]
    assert built(made).value_map is None


def test_each_figure_that_is_not_known_is_named_with_its_row(made):
    row = valuing.row(made, "fewer_gp_visits", proxy=made.rows[0].proxy, duration_years=2)
    gaps = built(made).gaps
    assert [(gap.place, gap.part_id, gap.figure) for gap in gaps] == [
        (ROW, row.id, name) for name in ("deadweight", "displacement", "attribution_to_others", "drop_off")
    ]
    assert gaps[0].words == "R2: deadweight is not known. Nobody has said it yet."


def test_a_row_without_a_proxy_is_a_gap(made):
    row = made.rows[0]
    value_parts.change(made, row, {"proxy_id": None})
    [gap] = built(made).gaps
    assert (gap.place, gap.part_id) == (ROW, row.id) and "choose a proxy" in gap.words


def test_what_is_left_out_counts_nowhere_and_is_kept_with_its_reason(made):
    other = valuing.stakeholder(made, "Neighbours", included=False, reason="no effect on them")
    valuing.row(made, typed={"quantity": 3, **valuing.NOTHING_OFF}, stakeholder_id=other.id)
    valuing.row(made, included=False, reason="counted in R1")
    valuing.given(made, 5, stakeholder_id=other.id)
    found = built(made)
    assert [row.code for row in found.rows] == ["R1"] and [row.code for row in found.left_out] == ["R2", "R3"]
    assert len(found.inputs) == len(found.inputs_left_out) == 1


def test_volunteers_are_in_or_out_by_choice(made):
    hours = {"hours": Decimal(10), "rate": Decimal(12), "kind": "volunteers"}
    valuing.given(made, 1, **hours)
    assert sum(each.value for each in built(made).value_map.inputs) == 1120
    value_maps.change(made, {"volunteers_counted": False})
    assert sum(each.value for each in built(made).value_map.inputs) == 1000


def test_a_proxy_of_another_year_is_brought_to_the_maps_prices(made):
    made.price_year, made.deflator = 2024, "hmt_2025_12"
    made.rows[0].proxy.price_year = 2019
    found = built(made)
    value = Decimal(100) * 100 / Decimal("81.1085")
    assert abs(found.rows[0].unit_value - value) < Decimal("1e-20")
    assert "brought from 2019 to 2024 prices" in found.rows[0].proxy_said
    made.rows[0].proxy.price_year = 2026
    [gap] = built(made).gaps
    assert gap.place == SETTINGS and "2026" in gap.words


def test_distance_and_a_proxy_of_an_average_move_would_count_twice(made):
    made.rule, made.rows[0].proxy.values_average_move = "distance", True
    [gap] = built(made).gaps
    assert gap.place == ROW and "twice" in gap.words


def test_one_change_is_valued_in_one_way(made):
    made.rows[0].proxy.kind = "unit_cost"
    row = valuing.row(
        made, "control", description="Feels better", proxy=valuing.proxy(made.evaluation, kind="wellbeing")
    )
    [gap] = built(made).gaps
    assert row.code in gap.words and "R1" in gap.words


def test_the_range_of_a_proxy_goes_with_its_prices(made):
    proxy = made.rows[0].proxy
    proxy.low, proxy.high, proxy.price_year = Decimal(50), Decimal(150), 2019
    made.price_year, made.deflator = 2024, "hmt_2025_12"
    spread = built(made).spreads[Assumption("R1", "unit_value")]
    scale = Decimal(100) / Decimal("81.1085")
    assert isinstance(spread, Between) and abs(spread.high - 150 * scale) < Decimal("1e-9")


def test_settings_that_make_no_sense_are_said(made):
    made.rate_table, made.rate = "", Decimal("-0.1")
    [gap] = built(made).gaps
    assert gap.place == SETTINGS and "0 to 25 per cent" in gap.words


@pytest.mark.parametrize("year", [2011, 2019])
def test_an_end_that_is_the_value_itself_stays_so_in_other_prices(made, year):
    proxy = made.rows[0].proxy
    proxy.value = proxy.low = proxy.high = Decimal(13_000)
    made.price_year, made.deflator, proxy.price_year = 2024, "hmt_2025_12", year
    spread = built(made).spreads[Assumption("R1", "unit_value")]
    assert spread.low == spread.high == built(made).rows[0].unit_value
