"""What is decided once for a value map: shown as it is kept, and kept as it is typed."""

from decimal import Decimal

import pytest

from survey.engagement import value_maps, waves
from survey.records.base import db
from tests import making, valuing
from tests.reading import text


@pytest.fixture
def value_map(signed_in, evaluator):
    valuing.value_map(making.evaluation(making.user("noise@example.org"), name="Noise"), "Noise")
    return valuing.value_map(making.evaluation(evaluator))


def address(value_map):
    return f"/evaluations/{value_map.evaluation_id}/value-maps/{value_map.id}/settings"


def test_pressing_save_at_once_changes_nothing(signed_in, value_map):
    before = {name: getattr(value_map, name) for name in value_maps.SETTINGS}
    page = signed_in.fill(address(value_map))
    assert "The settings are saved." in text(page)
    assert {name: getattr(value_map, name) for name in value_maps.SETTINGS} == before


def test_everything_is_kept_to_the_last_digit(signed_in, value_map):
    south, later = value_map.evaluation.areas[1], waves.add(value_map.evaluation, "Later", 4)
    db.session.commit()
    whose = {"area": str(south.id), "level": "", "wave": str(later.id), "before_kind": "recalled"}
    counted = {"rule": "counted", "points": "2", "at_least": "4", "net_of_worse": []}
    years = {"rate_table": "", "rate": "3.25", "timing": "end_of_year", "inputs_discounted": []}
    prices = {"price_year": "2023", "deflator": "hmt_2025_12"}
    published = {
        "published_value": "£6,470,000.10",
        "published_inputs": "1 760 000",
        "published_source": "Report",
    }
    page = signed_in.fill(address(value_map), **whose, **counted, **years, **prices, **published)
    assert "The settings are saved." in text(page)
    kept = value_map
    assert (kept.area, kept.level, kept.wave, kept.before_kind) == (south, None, later, "recalled")
    assert (kept.rule, kept.points, kept.at_least, kept.net_of_worse) == ("counted", 2, 4, False)
    assert (kept.rate_table, kept.rate, kept.timing) == ("", Decimal("0.0325"), "end_of_year")
    assert (kept.inputs_discounted, kept.price_year, kept.deflator) == (False, 2023, "hmt_2025_12")
    assert (kept.published_value, kept.published_inputs) == (Decimal("6470000.10"), Decimal(1760000))
    shown = signed_in.get(address(value_map)).text
    assert 'value="6470000.1"' in shown and 'value="3.25"' in shown


def test_the_page_says_what_published_figures_are_for(signed_in, value_map):
    valuing.row(value_map, proxy=valuing.proxy(value_map.evaluation, price_year=2019))
    said = text(signed_in.page(address(value_map)))
    assert "For reference beside our own figures; never part of them." in said
    assert "The proxies of this map are in prices of 2019." in said


def test_a_map_of_another_evaluation_is_not_there(signed_in, value_map):
    other = valuing.value_map(making.evaluation(making.user("other@example.org"), name="Other"))
    mine, theirs = value_map.evaluation_id, other.id
    assert signed_in.get(f"/evaluations/{mine}/value-maps/{theirs}/settings").status_code == 404
    assert signed_in.get(address(other)).status_code == 404
