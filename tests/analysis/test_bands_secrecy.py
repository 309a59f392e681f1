"""No release, nor all together, tells which band one organisation's answer lies in, however partners come."""

from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.analysis import counted
from survey.analysis.bands import BANDS, band_of, band_of_median
from survey.analysis.counted import told
from tests.analysis.bands_attack import determined, determined_in_batches, told_by_one_of_them

A, B, C = "nhs", "police", "housing"
REGROUPED = [[A, A, B], [A]]
KINDS = st.lists(st.lists(st.sampled_from([A, A, B, C]), min_size=1, max_size=4), min_size=1, max_size=4)


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5, 6, 7])
def test_one_release_tells_nobodys_band(n):
    assert determined([[A] * n]) == set()


@pytest.mark.parametrize("n", [2, 3, 4, 5, 6, 7])
def test_one_more_partner_tells_nobodys_band(n):
    assert determined([[A] * n, [A]]) == set()


def test_partners_who_come_one_by_one_tell_nobodys_band():
    assert determined_in_batches(*[1] * 9) == set()


@pytest.mark.parametrize(
    "sizes", [(3, 6), (4, 6), (5, 7), (3, 6, 6), (4, 6, 6), (5, 6, 7), (3, 1, 5, 6), (10, 6)]
)
def test_many_releases_tell_nobodys_band(sizes):
    assert determined_in_batches(*sizes) == set()


@pytest.mark.parametrize("kinds", [REGROUPED, [[A, B, C], [A, A], [A]], [[A, A, B, B], [B], [A]]])
def test_kinds_that_get_enough_of_their_own_tell_nobodys_band(kinds):
    assert determined(kinds) == set()


@settings(max_examples=25, deadline=None)
@given(KINDS.filter(lambda kinds: sum(map(len, kinds)) <= 6))
def test_however_kinds_come_nobodys_band_is_told(kinds):
    assert determined(kinds) == set()


@pytest.mark.parametrize("sizes", [(3,), (4,), (5,), (3, 1), (3, 6), (4, 6), (3, 6, 6)])
def test_who_answered_too_can_tell_an_outer_band_at_most(sizes):
    """Only "about half" holds a single one of the five worded answers."""
    assert BANDS[1] not in {band for _, band in told_by_one_of_them(*sizes)}


@given(
    st.lists(st.lists(st.tuples(st.sampled_from([A, B, C]), st.floats(0, 100)), max_size=6), max_size=5),
    st.randoms(use_true_random=False),
)
def test_any_answer_may_be_another_of_its_band(batches, random):
    other = [[(kind, same_band(value, random)) for kind, value in batch] for batch in batches]
    assert told(other) == told(batches)


def same_band(value, random):
    return random.choice([each for each in range(101) if band_of(each) == band_of(value)])


# Controls: what is not enough is caught by the same attack.


def flat(batches):
    return [value for batch in batches for _, value in batch]


def plain_median(batches):
    return median(flat(batches)) if flat(batches) else None


def plain_band(batches):
    return band_of_median(flat(batches)) if len(flat(batches)) >= 3 else None


def without_memory(batches):
    """Grouped anew at each release, as if there had been none before."""
    return told([[answer for batch in batches for answer in batch]])


def test_control_a_plain_median_tells_each_of_the_attacks_something():
    assert determined([[A, A]], plain_median)
    assert determined([[A] * 4, [A]], plain_median)
    assert determined_in_batches(4, 1, release=plain_median)
    assert plain_median([[(A, 10), (A, 50), (A, 90)]]) != plain_median([[(A, 10), (A, 49), (A, 90)]])


@pytest.mark.parametrize("n", [3, 4, 5, 6])
def test_control_a_band_that_counts_everybody_at_once_tells_who_came_last(n):
    assert determined([[A] * n, [A]], plain_band)


def test_control_kinds_that_are_grouped_anew_tell_who_changed_groups():
    assert determined(REGROUPED, without_memory) == {
        (2, BANDS[0]),
        (2, BANDS[2]),
        (3, BANDS[0]),
        (3, BANDS[2]),
    }


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
def test_control_steps_of_fewer_than_six_are_too_small(monkeypatch, step):
    monkeypatch.setattr(counted, "STEP", step)
    assert determined_in_batches(3, step, step)


@pytest.mark.parametrize("least", [1, 2])
def test_control_fewer_than_three_are_too_few(least):
    assert determined([[A] * least], lambda batches: told(batches, least))
