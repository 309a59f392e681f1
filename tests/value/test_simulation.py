from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.value.model import FILTERS, Wrong
from survey.value.sensitivity import VARIED, Assumption, changed
from survey.value.simulation import Answers, Between, Counts, simulate
from survey.value.worth import worth
from tests.value import maps
from tests.value.maps import row

DEADWEIGHT = Assumption("R1", "deadweight")
QUANTITY = Assumption("R1", "quantity")
HALF = Decimal("0.5")


def between(source="guess", low="0.1", high="0.9"):
    return Between(source, Decimal(low), Decimal(high))


def half_gone(*rows, **assumed):
    return maps.of(*rows or (row(deadweight=HALF),), **assumed)


@settings(deadline=None)
@given(maps.any_rows())
def test_without_a_spread_it_is_the_base_exactly(any_row):
    whole = maps.of(any_row)
    base = worth(whole).sroi_ratio
    alone = {
        QUANTITY: Counts("friends", ((Decimal(1), 7),), Decimal(3)),
        DEADWEIGHT: Answers("anyway", (Decimal("0.2"),) * 4),
        Assumption("R1", "drop_off"): Between("guess", any_row.drop_off, any_row.drop_off),
        Assumption("R1", "displacement"): Answers("nobody", ()),
    }
    for spreads in ({}, alone):
        found = simulate(whole, spreads)
        assert (found.low, found.base, found.high) == (base, base, base)
        assert found.below_one == (1 if base < 1 else 0) and not found.ranges


def test_the_same_seed_gives_the_same_range_and_another_one_nearly_so():
    spreads = {QUANTITY: Counts("friends", ((Decimal(0), 10), (Decimal(1), 10)), HALF)}
    once, again, other = (simulate(maps.of(), spreads, seed=seed) for seed in (1, 1, 2))
    assert once == again
    assert once.low == pytest.approx(other.low, rel=Decimal("0.1"))
    assert (once.seed, once.draws) == (1, 10_000)


@settings(deadline=None, max_examples=25)
@given(st.decimals("0.05", "0.2", places=3), st.decimals("1.1", 2, places=2))
def test_more_spread_widens_the_range(apart, times):
    narrow, wide = (
        simulate(half_gone(), {DEADWEIGHT: Between("guess", HALF - each, HALF + each)}, draws=500)
        for each in (apart, apart * times)
    )
    assert wide.low < narrow.low < narrow.base < narrow.high < wide.high


def test_what_is_of_one_source_rises_and_falls_together():
    whole = half_gone(row("R1", deadweight=HALF), row("R2", deadweight=HALF))
    other = Assumption("R2", "deadweight")
    shared = simulate(whole, {DEADWEIGHT: between("partners"), other: between("partners")})
    apart = simulate(whole, {DEADWEIGHT: between("partners"), other: between("residents")})
    alone = simulate(half_gone(row("R1", 20, deadweight=HALF)), {DEADWEIGHT: between("partners")})
    # Drawn together, two rows are as one of twice the size; apart, they even each other out.
    assert (shared.low, shared.high) == (pytest.approx(alone.low), pytest.approx(alone.high))
    assert (shared.high - shared.low) / (apart.high - apart.low) == pytest.approx(
        Decimal("1.41"), abs=Decimal("0.06")
    )


def test_spreads_of_different_kinds_and_one_source_rise_together_too():
    whole = maps.of(row("R1", 10), row("R2", 10, 50))
    people = (Decimal(0), 10), (Decimal(1), 10)
    spreads = {
        QUANTITY: Counts("friends", people),
        Assumption("R2", "quantity"): Between("friends", Decimal(5), Decimal(15)),
    }
    together = simulate(whole, spreads)
    ends = [
        worth(changed(whole, {each: ends[place] for each, ends in together.ranges.items()})).sroi_ratio
        for place in (0, 1)
    ]
    assert [together.low, together.high] == [pytest.approx(each) for each in ends]


@settings(deadline=None, max_examples=40)
@given(maps.any_rows(), st.sampled_from(VARIED))
def test_it_stays_within_what_the_ends_of_a_spread_give(any_row, name):
    whole = maps.of(any_row, row("R2"))
    figure = getattr(any_row, name)
    low, high = (figure / 2, (figure + 1) / 2) if name in FILTERS else (figure - 50, figure + 50)
    assumption = Assumption("R1", name)
    found = simulate(whole, {assumption: Between("guess", low, high)}, draws=200)
    ends = sorted(worth(changed(whole, {assumption: each})).sroi_ratio for each in (low, high))
    little = Decimal("1e-9") * (1 + max(map(abs, ends)))
    assert ends[0] - little <= found.low <= found.high <= ends[1] + little


def test_how_often_less_comes_back_than_went_in():
    spreads = {QUANTITY: Counts("friends", ((Decimal(0), 10), (Decimal(1), 10)))}
    assert simulate(maps.of(rate="0"), spreads).below_one == pytest.approx(
        Decimal("0.41"), abs=Decimal("0.02")
    )


@pytest.mark.parametrize(
    ("spread", "said"),
    [
        (between(low="-0.2"), "deadweight is a share from 0 to 1"),
        (between(high="1.2"), "deadweight is a share from 0 to 1"),
        (between(low="0.6"), "the range of deadweight does not hold the figure itself"),
        (Answers("anyway", (HALF, Decimal(50))), "deadweight is a share from 0 to 1"),
        (between(high="NaN"), "deadweight is not a number"),
    ],
)
def test_a_spread_out_of_bounds_is_refused_by_its_row(spread, said):
    with pytest.raises(Wrong, match=f"^row R1: {said}"):
        simulate(half_gone(), {DEADWEIGHT: spread})


def test_a_figure_that_the_map_does_not_have_is_an_error():
    with pytest.raises(KeyError):
        simulate(maps.of(), {Assumption("R9", "quantity"): between()})
    with pytest.raises(KeyError):
        simulate(maps.of(), {Assumption("R1", "duration_years"): between(low="1", high="2")})
    with pytest.raises(ValueError, match="one draw"):
        simulate(maps.of(), {}, draws=0)
