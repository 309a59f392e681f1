"""Proxies belong to an evaluation, and are not taken away from under a row."""

from decimal import Decimal

import pytest

from survey.engagement import value_proxies
from tests import making, valuing


@pytest.fixture
def made(app):
    valuing.proxy(making.evaluation(name="Noise"), "noise")
    return valuing.value_map(making.evaluation())


def test_proxies_are_listed_by_name_and_found_in_their_own_evaluation_only(made):
    later, first = (valuing.proxy(made.evaluation, name) for name in ("Visits", "clubs"))
    assert value_proxies.of(made.evaluation) == [first, later]
    assert value_proxies.get(made.evaluation, first.id) is first
    assert value_proxies.get(making.evaluation(name="Other"), first.id) is None
    assert value_proxies.is_listed(made.evaluation, "CLUBS")
    assert not value_proxies.is_listed(made.evaluation, "CLUBS", first)


def test_a_proxy_knows_whether_it_is_used(made):
    row = valuing.row(made)
    spare = valuing.proxy(made.evaluation, "spare")
    assert value_proxies.is_used(row.proxy) and not value_proxies.is_used(spare)
    value_proxies.change(spare, {"value": Decimal(7)})
    assert value_proxies.get(made.evaluation, spare.id).value == 7
    value_proxies.remove(spare)
    assert value_proxies.of(made.evaluation) == [row.proxy]
