"""What is asked of a map whose figures may count twice, or stand for something else."""

from decimal import Decimal

import pytest

from survey.engagement import value_parts
from survey.reports.value_building import build
from survey.reports.value_second_look import second_look
from survey.value import proxies
from tests import valuing
from tests.reports import value_worlds


@pytest.fixture
def made(app):
    """Its only row counts what was answered about control."""
    return value_worlds.world()


def told(made, about):
    """The places of the remarks that say this."""
    return [each.place for each in second_look(build(made.evaluation, made)) if about in each.message]


def test_rows_with_figures_on_one_or_two_answers_are_named(made):
    [thin] = [each.message for each in second_look(build(made.evaluation, made)) if each.place == "range"]
    assert thin.endswith("a row has: R1 (four).")


def another(made, outcome="control", **more):
    return valuing.row(made, outcome, typed=valuing.NOTHING_OFF, description="Looks ahead", **more)


def test_rows_that_count_the_same_answers_are_named_also_where_another_gains(made):
    assert told(made, "same answers") == []
    another(made, stakeholder_id=valuing.stakeholder(made, "The NHS").id)
    assert told(made, "same answers") == ["rows R1, R2"]


def test_another_outcome_typed_figures_and_those_who_came_out_worse_count_nothing_twice(made):
    another(made, outcome="hope")
    another(made, of_worse=True)
    for _ in range(2):
        valuing.row(made, typed={"quantity": 3, **valuing.NOTHING_OFF})
    assert told(made, "same answers") == []


def test_a_value_of_one_question_stands_beside_answers_to_another(made):
    worth = made.rows[0].proxy
    worth.library_id = "wellby"
    assert proxies.library()["wellby"].only_for == "the ONS life satisfaction question, asked from 0 to 10"
    assert told(made, "only for the ONS life satisfaction question") == ["row R1"]
    value_parts.type_figure(made.rows[0], "quantity", Decimal(3), "the log of calls")
    assert told(made, "only for") == []
    worth.library_id = ""
    assert told(made, "only for") == []


def test_what_a_service_spends_is_hardly_social_value(made):
    made.rows[0].proxy.kind = "unit_cost"
    assert told(made, "what a service spends") == ["row R1"]
    made.rows[0].kind_of_value = "fiscal_avoided"
    assert told(made, "what a service spends") == []
