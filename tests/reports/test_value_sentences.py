from decimal import Decimal

import pytest

from survey.reports import value_sentences as say


def test_the_largest_part_is_named_with_what_it_is_of():
    said = say.of_distribution([("Families", Decimal(300)), ("Police", Decimal(100))])
    assert said == "The largest part is that of Families, £300 (75 per cent of £400)."


def test_a_gain_is_no_share_where_somebody_lost():
    said = say.of_distribution([("Families", Decimal(300)), ("Shops", Decimal(-50)), ("Pubs", Decimal(-5))])
    assert (
        said
        == "The largest part is that of Families, £300. Worse off, to the left of the line: Shops and Pubs."
    )


def test_where_nobody_gains_it_is_said():
    assert (
        say.of_distribution([("Shops", Decimal(-50))]) == "Nobody is better off: together it comes to −£50."
    )


def test_the_widest_swing_is_named():
    said = say.of_tornado(
        [("Hope", Decimal("3.5"), Decimal("3.9")), ("Cost", Decimal("4.4"), Decimal("2.9"))], Decimal("3.68")
    )
    assert said == "The ratio of 3.68 hangs most on Cost: it alone moves it from 2.90 to 4.40."


def test_swings_that_move_nothing_are_told_as_such():
    assert "stays at 3.68" in say.of_tornado([("Hope", Decimal("3.68"), Decimal("3.68"))], Decimal("3.68"))


def test_years_are_told_in_both_moneys():
    said = say.of_years([("Year 1", Decimal(100), Decimal(97)), ("Year 2", Decimal(50), Decimal(47))])
    assert said == "Year 1 to Year 2: £150 in the money of each year, which is worth £144 today."


def test_groups_are_told_from_highest_to_lowest_and_whether_ranges_meet():
    derby, other = (
        ("Derby", Decimal(55), Decimal(62), Decimal(70)),
        ("Thurrock", Decimal(40), Decimal(51), Decimal(66)),
    )
    said = say.of_groups([other, derby], "per cent")
    assert said == (
        "Derby is highest with 62 per cent (55 to 70), Thurrock lowest with 51 per cent (40 to 66)."
        " Their ranges meet."
    )
    apart = say.of_groups([("Thurrock", Decimal(40), Decimal(51), Decimal(54)), derby], "per cent")
    assert "meet" not in apart


def test_one_group_and_equal_groups():
    assert say.of_groups([("Derby", None, Decimal("3.68"), None)], "ratio") == "Derby: 3.68."
    assert (
        say.of_groups([(name, None, Decimal(3), None) for name in "ab"], "points")
        == "All two stand at 3 points."
    )


@pytest.mark.parametrize("said", [
    say.of_distribution([]), say.of_tornado([], Decimal(1)), say.of_years([]), say.of_groups([], "ratio"),
])  # fmt: skip
def test_nothing_to_draw_is_said(said):
    assert said == say.NOTHING


def test_figures_are_told_in_their_unit():
    assert (
        say.told(Decimal("1234.5"), "pounds") == "£1,235"
        and say.told(Decimal("2.50"), "points") == "2.5 points"
    )
