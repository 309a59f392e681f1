"""What is said of a map: the range beside the ratio, the settings in full, and no "up to"."""

from decimal import Decimal
from types import MappingProxyType

import pytest

from survey.reports import value, value_words
from survey.value.simulation import Simulated
from survey.value.worth import worth
from tests.reports import value_worlds
from tests.value import maps


@pytest.fixture
def made(app):
    return value_worlds.world()


def simulated(low, high):
    ends = (Decimal(low), Decimal("3.68"), Decimal(high))
    return Simulated(*ends, Decimal("0.014"), 10_000, 2026, MappingProxyType({}))


def test_a_range_has_one_decimal_unless_its_ends_read_alike():
    assert value_words.between(simulated("2.91", "4.38")) == "2.9 to 4.4"
    assert value_words.between(simulated("3.66", "3.69")) == "3.66 to 3.69"


def test_how_the_range_was_made_is_said_with_its_seed():
    said = value_words.range_words(simulated("2.9", "4.4"))
    assert "10,000 draws" in said and "seed 2026" in said and "In 1 per cent of them" in said


def test_where_nothing_varies_no_range_is_made_up(made):
    alone = simulated("3.68", "3.68")
    assert value_words.between(alone) == "range not known"
    assert "does not make the ratio certain" in value_words.range_words(alone)
    said = value_words.sentence(worth(maps.of(maps.row())), alone, made)
    assert "by how much is not known" in said and "between £" not in said
    said = value_words.sentence(worth(maps.of(maps.row())), simulated("2.9", "4.4"), made)
    assert "between £2.90 and £4.40 allowing for" in said


def test_payback_at_the_pace_of_the_first_year():
    assert "after 12.0 months" in value_words.payback(worth(maps.of(maps.row())))
    assert "no payback" in value_words.payback(worth(maps.of(maps.row(quantity=-1))))


def test_every_setting_is_printed(made):
    said = dict(value.gather(made.evaluation, made).settings)
    assert said["Kind"] == "An evaluation of what has happened"
    assert said["People supported"] == "50"
    assert said["Discounting"] == "Green Book 2026, standard; the first year is not discounted"
    assert "at least one point better and at 3 or more afterwards" in said["Quantity rule"]
    assert (
        said["Inputs discounted"].startswith("yes")
        and "attribution is the share due to others" in said["Filters"]
    )
    made.rate_table, made.rate, made.timing, made.deflator = (
        "",
        Decimal("0.035"),
        "end_of_year",
        "hmt_2025_12",
    )
    said = dict(value_words.settings(made, None))
    assert said["Discounting"] == "one rate, 3.5 per cent; the first year is discounted once"
    assert "GDP deflator" in said["Price year"] and "not known" in said["People supported"]


def test_a_rule_of_distance_says_so(made):
    made.rule = "distance"
    assert value_words.rule(made).startswith("distance travelled")


def test_the_sentence_says_what_the_ratio_is_of(made):
    said = value.gather(made.evaluation, made).sentence
    assert said.startswith("For each £1 put in, value of about £1.29") and "up to" not in said


@pytest.mark.parametrize(
    ("value_of", "said"),
    [
        ("81741.934", "£81,741.93"),
        ("-20", "\u2212£20.00"),
        ("100000", "£100,000"),
        ("6470000.4", "£6,470,000"),
    ],
)
def test_pennies_are_told_where_they_tell_something(value_of, said):
    assert value_words.money(Decimal(value_of)) == said
