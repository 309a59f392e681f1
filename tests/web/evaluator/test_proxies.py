"""The list of proxies, and taking one over from the library."""

import pytest

from survey.engagement import value_proxies
from survey.records.base import db
from tests import making, valuing
from tests.reading import text


@pytest.fixture
def evaluation(signed_in, evaluator):
    valuing.proxy(making.evaluation(making.user("noise@example.org"), name="Noise"), "Noise")
    return making.evaluation(evaluator)


def test_a_value_of_the_library_is_taken_over_with_all_that_is_known_of_it(signed_in, evaluation):
    there = f"/evaluations/{evaluation.id}/proxies"
    page = signed_in.page(there)
    assert (
        "Open Government Licence" in text(page) and "2019 prices" in text(page) and "Noise" not in text(page)
    )
    taken = signed_in.fill(there)
    assert "The proxy is taken over." in text(taken)
    [kept] = value_proxies.of(evaluation)
    assert (kept.library_id, kept.value, kept.low, kept.high) == ("wellby", 13000, 10000, 16000)
    assert kept.values_average_move and kept.licence and kept.source
    again = signed_in.post(f"{there}/take/wellby", data={"csrf_token": token(signed_in, there + "/new")})
    assert again.status_code == 422 and "not taken over yet" in text(again)
    assert len(value_proxies.of(evaluation)) == 1


def token(client, address):
    return client.page(address).xpath("//input[@name='csrf_token']/@value")[0]


def test_a_proxy_says_how_often_it_is_used(signed_in, evaluation):
    row = valuing.row(valuing.value_map(evaluation))
    valuing.proxy(evaluation, "Unused", low=90)
    db.session.commit()
    said = text(signed_in.page(f"/evaluations/{evaluation.id}/proxies"))
    assert row.proxy.name in said and "one outcome" in said and "No outcome yet" in said
    assert "£100 (£90 to not said)" in said
