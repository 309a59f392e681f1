import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.analysis.bands import BANDS
from survey.analysis.counted import LEAST, OTHER_KINDS, STEP, Told, groups, together, told

LOW, HALF, HIGH = BANDS
BATCHES = st.lists(
    st.lists(st.sampled_from(["nhs", "police", "housing", "community"]), max_size=9), max_size=6
)


def test_a_kind_with_three_organisations_stands_alone_and_the_rest_together():
    said = [("nhs", 0), ("police", 75), ("nhs", 25), ("housing", 50), ("nhs", 100), ("police", 50)]
    assert told([said]) == {"nhs": Told(3, LOW), OTHER_KINDS: Told(3, HALF)}


def test_two_are_not_told_and_neither_is_nobody():
    assert told([[("nhs", 0), ("police", 75)]]) == {}
    assert told([]) == told([[]]) == {}


def test_the_first_release_counts_all_who_have_answered():
    assert told([[("nhs", 50)] * 5])["nhs"] == Told(5, HALF)
    assert told([[("nhs", 50)] * 5, [], []])["nhs"] == Told(5, HALF)


@pytest.mark.parametrize(("more", "n", "band"), [(1, 4, LOW), (5, 4, LOW), (6, 10, HIGH), (8, 12, HIGH)])
def test_later_ones_count_from_six(more, n, band):
    assert told([[("nhs", 0)] * 4, [("nhs", 100)] * more])["nhs"] == Told(n, band)


def test_those_who_wait_are_counted_when_enough_others_wait_too():
    later = [[("nhs", 100)] * 2] * 4
    assert [told([[("nhs", 0)] * 3, *later[:count]])["nhs"].n for count in range(5)] == [3, 3, 3, 9, 9]


def test_who_was_counted_with_other_kinds_stays_there():
    first = ["nhs", "nhs", "police"]
    assert groups([first]) == {OTHER_KINDS: [0, 1, 2]}
    assert groups([first, ["nhs"]]) == {OTHER_KINDS: [0, 1, 2]}, "with the other two there would be three"
    assert groups([first, ["nhs", "nhs"], ["nhs"]]) == {OTHER_KINDS: [0, 1, 2], "nhs": [3, 4, 5]}
    assert groups([[*first, "nhs"]]) == {"nhs": [0, 1, 3]}, "unless no release came between"


def test_who_waits_for_the_own_kind_fills_no_other_group():
    assert groups([["nhs"] * 3, ["nhs", "nhs", "police"]]) == {"nhs": [0, 1, 2]}


def test_residents_are_counted_from_the_threshold():
    said = [("residents", 50)] * 12
    assert told([said[:9]], 10) == {}
    assert told([said], 10) == {"residents": Told(12, HALF)}
    assert told([said[:10], said[10:]], 10)["residents"].n == 10


@pytest.mark.parametrize("value", [None, 101, float("nan")])
def test_what_is_no_per_cent_is_refused(value):
    with pytest.raises(ValueError, match="is not a number"):
        told([[("nhs", 0), ("nhs", value), ("nhs", 50)]])


@given(BATCHES)
def test_groups_share_nobody_and_only_grow_by_enough(batches):
    before: dict = {}
    for last in range(len(batches) + 1):
        now = groups(batches[:last])
        places = [place for group in now.values() for place in group]
        assert len(places) == len(set(places))
        for group, counted in now.items():
            had = before.get(group, [])
            assert counted[: len(had)] == had
            assert len(counted) == len(had) or len(counted) - len(had) >= (STEP if had else LEAST)
        assert set(before) <= set(now)
        before = now


@given(BATCHES)
def test_a_group_of_a_kind_holds_that_kind_only_and_no_enough_are_left_out(batches):
    kinds = [kind for batch in batches for kind in batch]
    found = groups(batches)
    for group, places in found.items():
        assert group == OTHER_KINDS or {kinds[place] for place in places} == {group}
    counted = {place for places in found.values() for place in places}
    waiting = [kind for place, kind in enumerate(kinds) if place not in counted and kind not in found]
    assert len(waiting) < (STEP if OTHER_KINDS in found else LEAST)


def test_groups_together_weigh_as_many_as_they_count():
    assert together([Told(3, LOW), Told(5, HIGH)]) == HIGH
    assert together([Told(5, LOW), Told(3, HIGH)]) == LOW
    assert together([Told(3, LOW), Told(3, HALF)]) == HALF, "in doubt the larger"
    assert together([]) is None
