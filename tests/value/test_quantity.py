from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.value.model import Wrong
from survey.value.quantity import COUNTED, DISTANCE, Rule, check_rule, quantity

LITTLE = Decimal("1e-20")
TABLES = st.lists(st.lists(st.integers(0, 9), min_size=5, max_size=5), min_size=5, max_size=5)
RULES = st.builds(
    Rule, st.sampled_from([COUNTED, DISTANCE]), st.integers(1, 4), st.integers(1, 5), st.booleans()
)


def moves(*pairs):
    table = np.zeros((5, 5), int)
    for before, now in pairs:
        table[before - 1, now - 1] += 1
    return table


def found(*pairs, better="higher", supported=None, **rule):
    return quantity(moves(*pairs), 1, 5, better, Rule(**rule), supported)


def test_who_moved_up_to_three_or_more_counts():
    counted = found((1, 2), (1, 3), (2, 3), (3, 3), (5, 4), supported=10)
    assert (counted.n, counted.changed, counted.worse) == (5, 2, 1)
    assert counted.quantity == 2 and counted.scale == 2


def test_who_came_out_worse_is_taken_off_only_if_the_rule_says_so():
    assert found((1, 3), (2, 3), (5, 4), net_of_worse=False).quantity == 2
    assert found((1, 3), (5, 4), (4, 1)).quantity == -1


def test_the_threshold_is_the_rules_own():
    assert found((1, 3), (2, 3), points=2).changed == 1
    assert found((1, 2), (2, 3), at_least=2).changed == 2
    assert found((5, 4), points=2).worse == 0


def test_where_lower_is_better_a_fall_counts_and_the_threshold_is_turned_round():
    counted = found((5, 3), (5, 4), (2, 1), (1, 2), better="lower")
    assert (counted.changed, counted.worse, counted.quantity) == (2, 1, 1)


def test_without_a_number_supported_it_is_of_those_asked():
    assert found((1, 4), (2, 2), supported=None).quantity == 1
    assert found((1, 4), (2, 2), supported=7).quantity == Decimal("3.5")


def test_distance_is_the_share_of_the_scale_that_people_moved():
    counted = found((1, 5), (3, 2), kind=DISTANCE, supported=8)
    assert counted.quantity == 3
    assert counted.contributions == ((Decimal("-0.25"), 1), (Decimal(1), 1))


@pytest.mark.parametrize("kind", [COUNTED, DISTANCE])
def test_where_nobody_has_both_scores_there_is_no_quantity(kind):
    counted = found(kind=kind, supported=30)
    assert (counted.quantity, counted.n, counted.contributions) == (None, 0, ())
    assert counted.scale == 1


@given(TABLES, RULES, st.sampled_from(["higher", "lower"]), st.integers(0, 900))
def test_the_quantity_is_the_scaled_sum_of_what_each_person_adds(table, rule, better, more):
    n = sum(map(sum, table))
    counted = quantity(table, 1, 5, better, rule, n + more)
    assert sum(people for _, people in counted.contributions) == counted.n == n
    if n:
        total = sum(each * people for each, people in counted.contributions)
        assert abs(counted.quantity - counted.scale * total) <= LITTLE
        assert abs(counted.quantity) <= n + more


@given(TABLES, RULES)
def test_a_scale_read_from_the_other_end_gives_the_same(table, rule):
    other = [row[::-1] for row in table[::-1]]
    assert quantity(table, 1, 5, "higher", rule, None) == quantity(other, 1, 5, "lower", rule, None)


@pytest.mark.parametrize(
    ("table", "better", "supported", "said"),
    [
        ([[1]], "higher", None, "square table of 5 rows"),
        ([[1] * 5] * 4 + [[1] * 4], "higher", None, "square table"),
        ([[-1] * 5] * 5, "higher", None, "below nought"),
        ([[1] * 5] * 5, "sideways", None, "sideways"),
        ([[1] * 5] * 5, "higher", 24, "24 people supported are fewer than the 25"),
    ],
)
def test_what_does_not_fit_is_refused(table, better, supported, said):
    with pytest.raises(ValueError, match=said):
        quantity(table, 1, 5, better, Rule(), supported)


@pytest.mark.parametrize("rule", [{"kind": "guessed"}, {"points": 0}])
def test_a_rule_that_nobody_knows_is_refused(rule):
    with pytest.raises(Wrong, match="^quantity rule: "):
        Rule(**rule)


def test_distance_never_meets_a_proxy_that_values_an_average_move():
    with pytest.raises(Wrong, match="^row R1: its proxy values an average move already"):
        check_rule(Rule(DISTANCE), values_average_move=True, place="row R1")
    check_rule(Rule(DISTANCE), values_average_move=False)
    check_rule(Rule(), values_average_move=True)
