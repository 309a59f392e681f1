import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.analysis.said import Entered, Said, attribution_from_shares

OFF_THE_SCALE = (-1, 100.5, float("nan"), float("inf"), None, "50", True)
SHARES = {
    "coordinator": 40,
    "your_organisation": 10,
    "other_services": 20,
    "family_and_friends": 10,
    "the_person": 20,
    "something_else": 0,
}


def test_what_was_said_in_figures_worked_out_by_hand():
    said = Said((75, 0, 25, 30), unknown=2, skipped=1)
    assert (said.n, said.median, said.lowest, said.highest) == (4, 27.5, 0, 75)
    assert said.quartiles == (18.75, 41.25)
    assert said.counts_by_point == {0: 1, 25: 1, 30: 1, 50: 0, 75: 1, 100: 0}
    assert list(said.counts_by_point) == [0, 25, 30, 50, 75, 100]


def test_nobody_says_nothing_and_not_nought():
    nobody = Said(unknown=7)
    assert nobody.n == 0 and not any(nobody.counts_by_point.values())
    assert {nobody.median, nobody.lowest, nobody.highest, nobody.quartiles} == {None}


def test_one_person_is_all_of_the_spread():
    assert Said((25,)).quartiles == (25, 25)


@given(st.lists(st.sampled_from([0, 25, 50, 75, 100]), min_size=1), st.integers(0, 9))
def test_those_who_do_not_know_move_nothing(values, unknown):
    assert Said(tuple(values), unknown).median == Said(tuple(values)).median


def test_control_those_who_do_not_know_would_move_the_median_as_noughts():
    assert Said((50, 75), unknown=3).median == 62.5
    assert Said((50, 75, 0, 0, 0)).median == 0


@pytest.mark.parametrize("value", OFF_THE_SCALE)
def test_what_is_no_per_cent_is_refused_everywhere(value):
    for made in (
        lambda: Said((50, value)),
        lambda: Entered(value, "records", "Counted."),
        lambda: attribution_from_shares({"coordinator": 100, "the_person": value}),
    ):
        with pytest.raises(ValueError, match="is not a number from 0 to 100"):
            made()


def test_fewer_than_nobody_cannot_be_silent():
    with pytest.raises(ValueError, match="negative"):
        Said((), skipped=-1)


@pytest.mark.parametrize("reason", ["", " \n"])
def test_an_entry_needs_a_reason(reason):
    with pytest.raises(ValueError, match="needs a reason"):
        Entered(20, "analyst", reason)


def test_an_entry_comes_from_records_or_the_analyst():
    with pytest.raises(ValueError, match="not from 'residents'"):
        Entered(20, "residents", "They said so.")


def test_all_that_is_not_the_coordinators_is_due_to_others_even_the_persons_own():
    assert attribution_from_shares(SHARES) == 60
    assert attribution_from_shares({"coordinator": 100}) == 0
    assert attribution_from_shares({"coordinator": 0, "the_person": 100}) == 100


@pytest.mark.parametrize("shares", [{**SHARES, "the_person": 10}, {**SHARES, "something_else": 1}])
def test_shares_make_a_hundred(shares):
    with pytest.raises(ValueError, match="the shares make (90|101), not 100"):
        attribution_from_shares(shares)


@pytest.mark.parametrize("shares", [{}, {"the_person": 100}])
def test_a_share_that_nobody_gave_is_not_nought(shares):
    with pytest.raises(ValueError, match="do not say what the coordinator's was"):
        attribution_from_shares(shares)
