from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.reports.value_charts import MOST_WORDED, distribution, side_by_side, yearly
from tests.reports.chart_reading import boxes, check_boxes, check_words
from tests.reports.svg_reading import SVG, parsed, title, words

names = st.text("aMn wé", max_size=70)
money = st.decimals(-(10**8), 10**8, places=2)
ends = st.none() | money


def whole(picture: str) -> str:
    check_words(picture)
    check_boxes(picture)
    return picture


@settings(max_examples=30)
@given(st.lists(st.tuples(names, money), max_size=8))
def test_distribution_clips_nothing(shares):
    whole(distribution(shares, title="t"))


@settings(max_examples=30)
@given(st.lists(st.tuples(st.text("aM ", max_size=30), money, money), max_size=MOST_WORDED))
def test_few_years_clip_nothing(years):
    whole(yearly(years, title="t"))


def test_many_years_clip_nothing():
    whole(yearly([(f"Year {n}", Decimal(900) / n, Decimal(800) / n) for n in range(1, 31)], title="t"))


@settings(max_examples=30)
@given(st.lists(st.tuples(names, ends, money, ends), max_size=6))
def test_side_by_side_clips_nothing(groups):
    whole(side_by_side(groups, unit="pounds", title="t"))


def test_bars_are_as_long_as_their_money_and_losses_stand_left_of_nought():
    whole_bar, half, lost = boxes(
        distribution([("a", Decimal(200)), ("b", Decimal(100)), ("c", Decimal(-50))], title="t")
    )
    assert whole_bar[2] == pytest.approx(2 * half[2], abs=0.02)
    assert lost[2] == pytest.approx(half[2] / 2, abs=0.02)
    assert whole_bar[0] == half[0] == pytest.approx(lost[0] + lost[2], abs=0.02)


def test_a_loss_is_hatched():
    def hatches(value):
        paths = parsed(distribution([("a", value)], title="t")).iter(f"{SVG}path")
        return sum("L" in path.get("d") for path in paths)

    assert hatches(Decimal(-50)) and not hatches(Decimal(50))


def test_a_year_is_filled_as_far_as_it_is_worth_today():
    outline, fill = boxes(yearly([("Year 1", Decimal(100), Decimal(80))], title="t"))[2:]
    assert fill[2] == pytest.approx(outline[2] * 0.8, abs=0.02) and fill[0] == outline[0]


def test_years_are_written_in_both_moneys():
    assert "£2,000; today £1,932" in words(yearly([("Year 1", Decimal(2000), Decimal("1932.37"))], title="t"))


def test_a_range_is_drawn_only_where_both_ends_are_known():
    def whiskers(low):
        paths = parsed(side_by_side([("a", low, Decimal(5), Decimal(9))], unit="ratio", title="t")).iter(
            f"{SVG}path"
        )
        return sum("H" in path.get("d") for path in paths)

    assert whiskers(Decimal(2)) == 2 and whiskers(None) == 0


def test_the_range_is_written_too():
    assert "3.68 (2.90 to 4.40)" in words(
        side_by_side([("a", Decimal("2.9"), Decimal("3.68"), Decimal("4.4"))], unit="ratio", title="t")
    )


def test_titles_say_what_the_pictures_say():
    assert title(distribution([("Families", Decimal(5))], title="Who gains")).startswith(
        "Who gains. The largest"
    )
    assert title(yearly([("Year 1", Decimal(5), Decimal(4))], title="By year")).startswith(
        "By year. Year 1: £5"
    )
    assert (
        title(side_by_side([("a", None, Decimal(5), None)], unit="ratio", title="Side")) == "Side. a: 5.00."
    )
