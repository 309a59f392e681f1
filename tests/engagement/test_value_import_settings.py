from dataclasses import replace
from decimal import Decimal

import pytest

from survey.engagement import value_maps
from survey.engagement.value_import_settings import of_settings, settings_left
from survey.engagement.value_sheet import Read
from survey.engagement.value_sheet_places import Places
from survey.engagement.value_sheet_problems import Unreadable
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


@pytest.mark.parametrize("title, words", [
    ("other", "called “other” already. Write another title, or the one it had: “Walking”."),
    ("x" * 121, "This title has 121 letters, and 120 is the most."),
])  # fmt: skip
def test_a_title_that_cannot_be_stops_it_with_its_place(record, title, words):
    valuing.value_map(record.evaluation, "Other")
    found = replace(read(title), settings=Places(layout.ABOUT, {layout.TITLE: 15}))
    with pytest.raises(Unreadable) as refused:
        told(record, found)
    (problem,) = refused.value.problems
    assert words in problem.message
    assert (problem.sheet, problem.row, problem.column) == ("About", 15, "Set to")


def test_a_title_is_taken_over_and_none_leaves_it_as_it_is(record):
    valuing.value_map(record.evaluation, "Other")
    assert told(record, read("Anew")) == [("Title", "Walking", "Anew")]
    assert told(record, read("Walking")) == told(record, read("")) == []


def test_every_setting_that_cannot_be_is_told_at_once(record):
    own = discounting.Rates("Ours", ((5, Decimal("0.05")), (None, Decimal("0.03"))))
    with pytest.raises(Unreadable) as refused:
        told(record, read("x" * 121, rates=own))
    assert [each.column for each in refused.value.problems] == ["Set to", "Rate a year"]


@pytest.mark.parametrize("called, rates, words", [
    ("Green Book 2026, standard", None, ""),
    ("", None, "“blank” is not taken over"),
    ("Green Book 2026, health", None, "the rates that stand under it count, and they are “Green"),
    # The rates were changed, and what they were called was left.
    ("Green Book 2026, standard", discounting.flat(Decimal("0.05")), ""),
    ("ours", discounting.flat(Decimal("0.05")), "“ours” is not taken over"),
])  # fmt: skip
def test_another_name_for_the_rates_is_no_other_rate(record, called, rates, words):
    places = Places(layout.ABOUT, {layout.RATE_TABLE: 19})
    found = replace(read(**({"rates": rates} if rates else {})), rates_called=called, settings=places)
    assert bool(told(record, found)) == bool(rates)
    left = [each.message for each in settings_left(record, found)]
    assert len(left) == bool(words) and all(words in each for each in left)


def test_the_rates_of_a_table_are_that_table_whatever_they_are_called(record):
    same = discounting.Rates("Ours", discounting.TABLES[value_maps.STANDARD].bands)
    assert told(record, read(rates=same)) == []
