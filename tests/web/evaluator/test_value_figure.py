"""A figure of an outcome: from answers, or typed with its source until answers are used again."""

from decimal import Decimal

import pytest
from lxml import html

from survey.records.base import db
from tests import making, valuing
from tests.reading import text
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def maps(signed_in, evaluator):
    return world(evaluator)


@pytest.fixture
def row(maps):
    making.pairs(maps[0].evaluation, "hope", [(1, 4), (2, 3), (3, 3)])
    return valuing.row(maps[0], outcome="hope")


def figure(row, name="deadweight"):
    return at(row.value_map, f"/rows/{row.id}/figures/{name}")


def test_a_figure_from_answers_leads_to_them(signed_in, row):
    page = signed_in.page(figure(row, "quantity"))
    assert "33.3, from answers." in text(page)
    [there] = [each for each in page.xpath("//a/@href") if "/impact/hope/change" in each]
    assert signed_in.get(there).status_code == 200


def test_what_is_typed_is_used_until_answers_are_used_again(signed_in, row):
    said = text(signed_in.fill(figure(row), value="12.5", source="<i>A study</i>", n="40"))
    assert "12.5 per cent, typed." in said and "A study" in said and "Known from 40." in said
    assert row.figure("deadweight").value == Decimal("0.125")
    page = signed_in.page(figure(row))
    assert page.xpath("//input[@name='value']/@value") == ["12.5"]
    assert "answers are used again" in text(signed_in.fill(figure(row), form=1))
    db.session.expire_all()
    assert row.figure("deadweight") is None
    assert "It is not known yet." in text(signed_in.page(figure(row)))


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("deadweight", {"value": "101"}, "Write a number from 0 to 100"),
        ("drop-off", {"value": ""}, "Write a number from 0 to 100"),
        ("quantity", {"value": "some"}, "Write a number, such as 120"),
        ("displacement", {"source": ""}, "Write where this figure comes from."),
        ("attribution-to-others", {"n": "-1"}, "Write a whole number"),
    ],
)
def test_what_makes_no_sense_is_said(signed_in, row, name, given, said):
    page = signed_in.fill(figure(row, name), **{"value": "10", "source": "A study", **given})
    assert page.status_code == 422 and said in text(page) and row.typed == []


@pytest.mark.parametrize("name", ["quantity", "deadweight"])
def test_what_is_wrong_is_listed_in_the_order_of_the_page(signed_in, row, name):
    page = html.fromstring(signed_in.fill(figure(row, name), value="", source="", n="some").text)
    listed = page.xpath("//*[@class='govuk-error-summary']//a/@href")
    assert listed == ["#value", "#source", "#n"]


def test_those_who_came_out_worse_may_be_typed_below_nought(signed_in, row):
    signed_in.fill(figure(row, "quantity"), value="−12", source="The log")
    assert row.figure("quantity").value == -12


def test_other_figures_and_rows_of_other_maps_look_as_if_there_was_none(signed_in, maps, row):
    assert signed_in.get(figure(row, "unit-value")).status_code == 404
    for other in maps[1]:
        there = at(maps[0], f"/rows/{other.rows[0].id}/figures/deadweight")
        assert signed_in.get(there).status_code == signed_in.post(there).status_code == 404
