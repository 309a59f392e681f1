from dataclasses import fields

import pytest

from survey.analysis.change import Change
from survey.analysis.definitions import DEFINITIONS, HEADLINE_KEYS


def test_every_key_is_a_figure_of_change():
    assert set(DEFINITIONS) == {field.name for field in fields(Change) if field.name.startswith("pct_")}


@pytest.mark.parametrize("key", DEFINITIONS)
def test_each_says_its_name_formula_and_bound(key):
    definition = DEFINITIONS[key]
    assert definition.key == key
    assert definition.name and definition.bound and definition.of.startswith("of ")
    assert "divided by" in definition.formula_in_words


def test_names_and_formulas_tell_the_definitions_apart():
    for part in ("name", "formula_in_words", "of"):
        assert len({getattr(definition, part) for definition in DEFINITIONS.values()}) == len(DEFINITIONS)


def test_headlines_are_the_three_agreed_names():
    assert [DEFINITIONS[key].name for key in HEADLINE_KEYS] == [
        "percentage change from before",
        "share of the scale moved",
        "share of possible improvement",
    ]


def test_definitions_cannot_be_changed():
    with pytest.raises(TypeError):
        DEFINITIONS["pct_of_range"] = None


def test_possible_improvement_is_the_turned_one():
    assert {key for key, definition in DEFINITIONS.items() if definition.turned} == {
        "pct_of_possible_means",
        "pct_of_possible_individuals",
    }
