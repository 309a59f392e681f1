"""A proxy: added, changed, and removed only while nothing is valued with it."""

from decimal import Decimal

import pytest

from survey.engagement import value_proxies
from survey.records.base import db
from tests import making, valuing
from tests.reading import text

VISIT = {"name": "<b>A visit</b>", "kind": "unit_cost", "value": "£1,234.56", "unit": "a visit"}
KNOWN = {"price_year": "2024", "source": "A table", "low": "1000", "high": ""}


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator)


def at(evaluation, rest=""):
    return f"/evaluations/{evaluation.id}/proxies{rest}"


def test_one_is_added_and_changed(signed_in, evaluation):
    page = signed_in.fill(at(evaluation, "/new"), **VISIT, **KNOWN)
    assert "&lt;b&gt;A visit&lt;/b&gt;" in page.text and "£1,234.56" in text(page)
    [kept] = value_proxies.of(evaluation)
    assert (kept.value, kept.low, kept.high) == (Decimal("1234.56"), 1000, None)
    signed_in.fill(at(evaluation, f"/{kept.id}"), value="-20", low="")
    db.session.expire_all()
    assert kept.value == -20


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": "a CLUB for a year"}, "There is a proxy of this name."),
        ({"value": ""}, "Write a sum in pounds"),
        ({"value": "1e3"}, "Write a sum in pounds"),
        ({"low": "2000"}, "put the three in order"),
        ({"price_year": "24"}, "Write a year from 1990 to 2100."),
        ({"source": ""}, "Write where it comes from."),
        ({"kind": "own"}, "Choose what kind of value it is."),
    ],
)
def test_what_makes_no_sense_is_said(signed_in, evaluation, given, said):
    valuing.proxy(evaluation)
    db.session.commit()
    page = signed_in.fill(at(evaluation, "/new"), **VISIT | KNOWN | given)
    assert page.status_code == 422 and said in text(page) and len(value_proxies.of(evaluation)) == 1


def test_one_that_is_used_stays_and_says_where(signed_in, evaluation):
    row = valuing.row(valuing.value_map(evaluation, "Walking"))
    there = at(evaluation, f"/{row.proxy_id}/remove")
    said = text(signed_in.page(there))
    assert "is in use" in said and "Walking, R1 Made friends" in said
    data = {
        "csrf_token": signed_in.page(at(evaluation, "/new")).xpath("//input[@name='csrf_token']/@value")[0]
    }
    assert signed_in.post(there, data=data).status_code == 422
    row.proxy_id = None
    db.session.commit()
    assert "The proxy is removed." in text(signed_in.fill(there))
    assert value_proxies.of(evaluation) == []


def test_that_of_another_evaluation_looks_as_if_there_was_none(signed_in, evaluation):
    theirs = valuing.proxy(making.evaluation(making.user("noise@example.org"), name="Noise"))
    db.session.commit()
    for rest in ("", "/remove"):
        assert signed_in.get(at(evaluation, f"/{theirs.id}{rest}")).status_code == 404
