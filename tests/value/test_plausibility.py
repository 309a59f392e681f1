from decimal import Decimal

import pytest

from survey.value.plausibility import compare_published, remarks
from survey.value.worth import worth
from tests.value import maps
from tests.value.maps import row

USUAL = {"deadweight": "0.2", "attribution_to_others": "0.25"}


def said(*rows, **assumed):
    whole = maps.of(*rows, **assumed)
    return {(each.place, each.message) for each in remarks(whole, worth(whole))}


def places(*rows, **assumed):
    return {place for place, _ in said(*rows, **assumed)}


def words(*rows, **assumed):
    return " ".join(message for _, message in said(*rows, **assumed))


def test_a_usual_map_gives_no_rise_to_anything():
    assert said(row("R1", **USUAL), row("R2", -10, **USUAL)) == set()


def test_a_row_from_which_nothing_is_taken_off_is_named():
    whole = row("R1"), row("R2", -10, **USUAL)
    assert places(*whole) == {"row R1"} and "nothing is taken off for “Made friends”" in words(*whole)


@pytest.mark.parametrize(
    ("name", "few", "fine", "many"),
    [
        ("deadweight", "0.05", ("0.052", "0.5"), "0.51"),
        ("attribution_to_others", "0.09", ("0.1", "0.53"), "0.54"),
        ("drop_off", "0.09", ("0.1", "0.5"), "0.51"),
    ],
)
def test_filters_beyond_what_is_published_are_named_with_the_source(name, few, fine, many):
    def told(share):
        return words(row("R1", duration_years=3, **USUAL | {name: share}), row("R2", -10, 90, 3, **USUAL))

    assert "less than in nine of ten published" in told(few) and "Muñoz-Mora 2026" in told(few)
    assert "more than in nine of ten published" in told(many)
    assert not any(map(told, fine)) and not told("0")


def test_rows_that_are_out_of_the_usual_alike_are_told_of_once():
    shares = ("0.6", "0.7", "0.2")
    rows = [row(f"R{n}", 10 - 7 * n, **USUAL | {"deadweight": share}) for n, share in enumerate(shares, 1)]
    [(place, message)] = said(*rows)
    assert place == "rows R1, R2" and message.startswith("deadweight of 60 to 70 per cent is more than")


def test_a_share_just_beyond_the_range_is_not_told_as_if_it_were_within():
    [(_, message)] = said(row("R1", **USUAL | {"deadweight": "0.504"}), row("R2", -10, **USUAL))
    assert message.startswith("deadweight of 50.4 per cent is more than")


def test_drop_off_of_one_year_does_not_matter():
    assert said(row("R1", drop_off="0.9", **USUAL), row("R2", -10, **USUAL)) == set()


def test_a_unit_value_that_may_be_a_total_is_named():
    rows = (row("R1", 3, 200_000, **USUAL), row("R2", -3, 200_000, **USUAL))
    assert places(*rows, inputs=(1_000_000,)) == {"row R1", "row R2"}
    assert "valued at £200,000 a year" in words(*rows)


@pytest.mark.parametrize(("share", "told"), [("0.002", ["row R1"]), ("0.01", []), ("0", [])])
def test_a_share_below_one_per_cent_may_be_a_slip_in_the_unit(share, told):
    found = said(row("R1", **USUAL | {"deadweight": share}))
    assert [place for place, message in found if "slip in the unit" in message] == told


def test_one_row_that_holds_nearly_everything_is_named():
    rows = (row("R1", 90, **USUAL), row("R2", -10, **USUAL))
    assert places(*rows, inputs=(9000,)) == {"row R1"} and "90 per cent of all value" in words(*rows)
    assert not said(row("R1", 80, **USUAL), row("R2", -20, **USUAL), inputs=(9000,))


def test_a_map_where_nobody_lost_anything_and_nothing_is_worth_anything():
    assert places(row("R1", **USUAL)) == {"rows"}
    assert places(row("R1", 0, **USUAL), row("R2", 0, **USUAL)) == {"rows"}


def test_a_ratio_higher_than_nine_of_ten_is_told():
    rows = (row("R1", 40, **USUAL), row("R2", -10, **USUAL))
    assert places(*rows, inputs=(100,)) == {"ratio"} and "17.39 is more than" in words(*rows, inputs=(100,))


def test_the_example_of_the_guide_gets_its_questions():
    whole = maps.guide()
    found = [each.place for each in remarks(whole, worth(whole))]
    assert found == ["row R6", "rows R4, R5", "rows R1a, R1b, R1c", "row R6"]


@pytest.mark.parametrize(
    ("published", "mixed"), [("0.93", True), ("0.9", True), ("1.93", False), ("4.1", False), ("2", False)]
)
def test_a_published_ratio_that_is_the_net_one_is_told(published, mixed):
    found = compare_published(worth(maps.guide()), Decimal(published))
    assert (found is not None) == mixed
    if mixed:
        assert found.place == "published ratio" and f"{published} is the net ratio" in found.message
