from dataclasses import replace
from decimal import Decimal

import pytest

from survey.engagement import value_maps
from survey.engagement.value_import_settings import of_settings
from survey.engagement.value_sheet import Read
from survey.value import discounting, layout, model
from tests import making, valuing
from tests.value import maps

ALL = frozenset({layout.KIND, layout.DISCOUNTING, layout.INPUTS_DISCOUNTED, layout.RATE_TABLE})


@pytest.fixture
def record(app):
    return valuing.value_map(making.evaluation(making.user()))


def read(title="", silent=(), **assumed):
    usual = model.Assumptions(discounting.TABLES[value_maps.STANDARD], "year_0", True, "evaluative")
    return Read(replace(maps.of(), title=title, assumptions=replace(usual, **assumed)), (), frozenset(silent))


def told(record, found):
    return [(step.change.what, step.change.now, step.change.then) for step in of_settings(record, found)]


def test_settings_that_differ_are_told_in_words(record):
    other = read(kind="forecast", rates=discounting.flat(Decimal("0.05")), inputs_discounted=False)
    assert told(record, other) == [
        ("Forecast or evaluative", "evaluative", "forecast"),
        ("Inputs discounted", "yes", "no"),
        ("Rate table", "Green Book 2026, standard", "5 per cent"),
    ]
    assert told(record, read()) == []
    assert told(record, read(kind="forecast", timing="end_of_year", silent=ALL)) == []


def test_a_name_that_another_map_has_is_not_taken(record):
    valuing.value_map(record.evaluation, "Other")
    assert told(record, read("other")) == told(record, read("x" * 121)) == []
    assert told(record, read("Anew")) == [("Title", "Walking", "Anew")]
