from decimal import Decimal

import pytest

from survey.value.discounting import END_OF_YEAR, TABLES, YEAR_0, Rates, factor, flat, years_until

STANDARD = TABLES["Green Book 2026, standard"]


@pytest.mark.parametrize(
    ("years", "grown"),
    [
        (0, ()),
        (1, (("1.035", 1),)),
        (5, (("1.035", 5),)),
        (30, (("1.035", 30),)),
        (31, (("1.035", 30), ("1.03", 1))),
        (75, (("1.035", 30), ("1.03", 45))),
        (76, (("1.035", 30), ("1.03", 45), ("1.025", 1))),
    ],
)
def test_a_lower_rate_later_never_reaches_back(years, grown):
    whole = Decimal(1)
    for rate, times in grown:
        for _ in range(times):
            whole *= Decimal(rate)
    assert factor(STANDARD, years) == 1 / whole


@pytest.mark.parametrize(
    ("years", "printed"), [(1, "0.9662"), (30, "0.3563"), (31, "0.3459"), (75, "0.0942"), (76, "0.0919")]
)
def test_the_factors_are_those_that_are_printed(years, printed):
    assert round(factor(STANDARD, years), 4) == Decimal(printed)


def test_health_has_rates_of_its_own():
    assert [TABLES["Green Book 2026, health"].rate(year) for year in (30, 31)] == [
        Decimal("0.015"),
        Decimal("0.0129"),
    ]


def test_the_guide_discounts_the_first_year_and_the_green_book_does_not():
    assert [years_until(timing, 1) for timing in (END_OF_YEAR, YEAR_0)] == [1, 0]


def test_one_rate_is_named_after_itself():
    assert (flat(Decimal("0.035")).name, flat(Decimal("0.10")).name) == ("3.5 per cent", "10 per cent")


@pytest.mark.parametrize("rate", ["-0.01", "0.26", "NaN", "Infinity"])
def test_a_rate_that_is_none_is_refused(rate):
    with pytest.raises(ValueError, match="from 0 to 25 per cent"):
        flat(Decimal(rate))


@pytest.mark.parametrize("ends", [(), (30,), (30, 30, None), (75, 30, None), (None, None)])
def test_a_table_whose_years_do_not_rise_is_refused(ends):
    with pytest.raises(ValueError, match="years of a rate table rise"):
        Rates("odd", tuple((end, Decimal("0.03")) for end in ends))


def test_the_past_is_not_discounted():
    with pytest.raises(ValueError, match="before today"):
        factor(STANDARD, -1)
