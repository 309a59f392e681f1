from hypothesis import given
from hypothesis import strategies as st

from survey.analysis.hiding import is_small, parts_to_hide


def test_a_figure_is_small_when_any_count_is():
    assert is_small((40, 9), 10) and not is_small((40, 10), 10)
    assert is_small((0,), 5), "nobody is few, too"
    assert not is_small((), 10), "what is public stands on nobody"


def test_nothing_small_hides_nothing():
    assert parts_to_hide({"North": (10,), "South": (30,)}, 10) == frozenset()


def test_one_small_part_takes_the_smallest_other_with_it():
    parts = {"North": (4,), "South": (30,), "East": (12,), "West": (50,)}
    assert parts_to_hide(parts, 10) == {"North", "East"}


def test_small_parts_that_are_not_few_together_hide_each_other():
    assert parts_to_hide({"North": (6,), "South": (7,), "East": (12,)}, 10) == {"North", "South"}


def test_every_count_of_what_is_hidden_has_to_be_large():
    parts = {"North": (20, 3), "South": (15, 16), "East": (40, 11)}
    assert parts_to_hide(parts, 10) == {"North", "East"}, "East has the smallest count of those shown"


def test_what_is_hidden_for_another_reason_counts_too():
    assert parts_to_hide({"North": (12,), "South": (30,)}, 10, frozenset({"North"})) == {"North"}


@given(
    st.dictionaries(
        st.sampled_from("ABCDEFG"), st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1
    ),
    st.integers(5, 20),
)
def test_whole_less_parts_is_never_small(parts, threshold):
    hidden = parts_to_hide(parts, threshold)
    assert all(not is_small(parts[name], threshold) for name in parts if name not in hidden)
    left = [sum(parts[name][place] for name in hidden) for place in (0, 1)]
    assert not hidden or hidden == set(parts) or not is_small(tuple(left), threshold)
