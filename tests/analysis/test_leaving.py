import pytest

from survey.analysis.leaving import as_released, check_may_leave, is_of_organisations, least, released_value
from survey.analysis.tables import ORGANISATIONS, UNITS, Column

BAND = Column("anyway", "Would have happened anyway", "band", of=ORGANISATIONS)
COUNTED = Column("n", "Partners", "organisations")
OF_RESIDENTS = Column("anyway", "Would have happened anyway", "band")


def test_organisations_are_few_below_three_and_people_below_the_threshold():
    assert [least(column, 10) for column in (BAND, COUNTED, OF_RESIDENTS)] == [3, 3, 10]
    assert [is_of_organisations(column) for column in (BAND, COUNTED, OF_RESIDENTS)] == [True, True, False]


@pytest.mark.parametrize("unit", UNITS)
def test_what_organisations_said_leaves_as_a_band_or_not_at_all(unit):
    column = Column("x", "X", unit, of=ORGANISATIONS)
    if unit in ("band", "organisations"):
        check_may_leave("impact", column)
    else:
        with pytest.raises(ValueError, match="table impact: .* in x cannot be released"):
            check_may_leave("impact", column)


@pytest.mark.parametrize("unit", ["text", "amount"])
def test_words_and_sums_of_what_was_given_never_leave(unit):
    with pytest.raises(ValueError, match="cannot be released"):
        check_may_leave("impact", Column("x", "X", unit))


def test_a_band_leaves_as_it_is():
    assert released_value("about half", BAND, 10) == "about half"
    assert released_value(None, BAND, 10) is None


@pytest.mark.parametrize("value", [50, 0, "half", "nhs", "hidden"])
def test_nothing_else_passes_for_a_band(value):
    with pytest.raises(ValueError, match="anyway: .* is not a band"):
        released_value(value, OF_RESIDENTS, 10)


def test_organisations_are_counted_exactly_from_three():
    assert [released_value(n, COUNTED, 10) for n in (3, 4, 11)] == [3, 4, 11]
    with pytest.raises(ValueError, match="n: 2 organisations are too few"):
        released_value(2, COUNTED, 10)


@pytest.mark.parametrize(
    ("unit", "value", "told"),
    [("people", 12, 10), ("per cent", 12.5, 13), ("score", 2.25, 2.3), ("£ for each £1", 3.68, 3.7)],
)
def test_everything_else_is_rounded(unit, value, told):
    assert released_value(value, Column("x", "X", unit), 10) == told


def test_a_ratio_is_told_with_the_one_decimal_that_it_leaves_with():
    exact = [Column("x", "X", unit, decimals=2) for unit in ("£ for each £1", "per cent")]
    assert [as_released(column).decimals for column in exact] == [1, None]
