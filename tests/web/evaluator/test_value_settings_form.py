"""Settings that do not go together, or mean nothing, are refused in words, and what was kept stays."""

import pytest

from survey.records.base import db
from tests import making, valuing
from tests.reading import text

ONE_RATE = {"rate_table": ""}
OVER_25 = "Write the rate in per cent a year, from 0 to 25, such as 3.5."
PAIR = {"published_value": "10", "published_inputs": "5"}
VINTAGE = {"deflator": "hmt_2025_12", "price_year": "2023"}


@pytest.fixture
def value_map(signed_in, evaluator):
    return valuing.value_map(making.evaluation(evaluator))


def save(signed_in, value_map, **typed):
    address = f"/evaluations/{value_map.evaluation_id}/value-maps/{value_map.id}/settings"
    return signed_in.fill(address, **typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({**ONE_RATE, "rate": "-1"}, OVER_25),
        ({**ONE_RATE, "rate": "25.1"}, OVER_25),
        ({**ONE_RATE, "rate": "NaN"}, OVER_25),
        ({**ONE_RATE, "rate": "1e1"}, OVER_25),
        ({**ONE_RATE, "rate": ""}, "Write the rate, or choose a table of rates above."),
        ({"rate": "3"}, "A table of rates is chosen above."),
        ({"rate_table": "Green Book 1999"}, "Choose one of the tables here, or one rate."),
        ({"timing": "never"}, "Choose when discounting begins."),
        ({"price_year": "1066"}, "Write a year from 1990 to 2100."),
        ({"price_year": ""}, "Write a year from 1990 to 2100."),
        ({**VINTAGE, "price_year": "2027"}, "The deflator below holds the years from 1990 to 2024."),
        ({"deflator": "my own"}, "Choose one of these."),
        ({"before_kind": "guessed"}, "Choose a kind of before."),
        ({"rule": "both"}, "Choose how it is counted."),
        ({"points": "0"}, "Write a whole number of points from 1 to 10."),
        ({"points": "1.5"}, "Write a whole number of points from 1 to 10."),
        ({"points": "5"}, "No scale here is longer than 4 points"),
        ({"at_least": "6"}, "No scale here goes beyond 5"),
        ({"at_least": "11"}, "Write a whole number from 0 to 10"),
        ({"level": "three"}, "Choose one of the levels here."),
        (PAIR, "Write where the published figures stand."),
        ({**PAIR, "published_inputs": "0"}, "Write what was put in as a sum above nought"),
        ({"published_value": "1234567890123"}, "Write this with 12 digits at most."),
    ],
    ids=str,
)
def test_what_means_nothing_is_refused(signed_in, value_map, typed, said):
    response = save(signed_in, value_map, **typed, net_of_worse=[])
    assert response.status_code == 422 and said in text(response)
    assert value_map.net_of_worse


def test_a_follow_up_or_an_area_of_another_evaluation_is_refused(signed_in, value_map, evaluator):
    other = valuing.value_map(making.evaluation(evaluator, name="Other"))
    response = save(signed_in, value_map, wave=str(other.wave_id))
    assert response.status_code == 422 and "Choose one of the follow-ups here." in text(response)
    response = save(signed_in, value_map, area=str(other.evaluation.areas[0].id))
    assert response.status_code == 422 and "Choose one of the areas here." in text(response)
    assert value_map.wave_id != other.wave_id and value_map.area_id is None


def test_distance_is_refused_beside_a_proxy_of_an_average_move(signed_in, value_map):
    average = valuing.proxy(value_map.evaluation, "a point of wellbeing", values_average_move=True)
    row = valuing.row(value_map, proxy=average)
    response = save(signed_in, value_map, rule="distance")
    assert "“a point of wellbeing”: Its proxy values an average move already" in text(response)
    row.included, row.reason = False, "not material"
    db.session.commit()
    # Points that nobody could move are no reason to refuse a rule that looks at none.
    assert "The settings are saved." in text(save(signed_in, value_map, rule="distance", points="9"))


def test_a_deflator_has_to_hold_the_years_of_the_proxies(signed_in, value_map):
    row = valuing.row(value_map, proxy=valuing.proxy(value_map.evaluation, "a club", price_year=2025))
    response = save(signed_in, value_map, **VINTAGE)
    said = "“a club” is in prices of 2025, and this holds the years from 1990 to 2024. Choose none."
    assert response.status_code == 422 and said in text(response)
    row.proxy.price_year = 2019
    db.session.commit()
    assert "The settings are saved." in text(save(signed_in, value_map, **VINTAGE))
