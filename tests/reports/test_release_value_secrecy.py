"""An attack on a ratio that is released: who knows all that is public tries every value of the rest.

Small maps, in which what was said of two figures of each row is not told. A figure counts as found where it
can lie in less than a third of the way from nought to the whole.
"""

from decimal import Decimal
from types import SimpleNamespace

import numpy as np
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from survey.analysis.blur import given_away
from survey.reports.release_value import LOOKS, STEP
from survey.reports.value_cells import ANSWERS, QUANTITY, TYPED
from survey.reports.value_unknowns import unknowns
from survey.value import discounting, model
from survey.value.worth import worth

HIDDEN = ("deadweight", "attribution_to_others")
GRID = np.arange(21) / 20
OPEN = 0.3


def a_map(rows):
    """A built map: `rows` are what a row is worth with nothing taken off, and what was said of HIDDEN."""
    pure = [
        model.Row(
            f"R{place}", "Residents", "o", Decimal(100), Decimal(gross), 1,
            deadweight=Decimal(said[0]) / 20, attribution_to_others=Decimal(said[1]) / 20,
        )
        for place, (gross, said) in enumerate(rows)
    ]  # fmt: skip
    given_in = (model.Input("Council", "grant", Decimal(100)),)
    rates = model.Assumptions(discounting.flat(Decimal(0)))
    return SimpleNamespace(
        value_map=model.ValueMap(given_in, tuple(pure), rates), rows=[_found(row) for row in pure]
    )


def _found(row):
    cells = {
        name: SimpleNamespace(value=getattr(row, name), basis=ANSWERS if name in HIDDEN else TYPED, bases=())
        for name in (QUANTITY, *model.FILTERS)
    }
    for cell in cells.values():
        cell.spread = None
    stakeholder = SimpleNamespace(name=row.stakeholder)
    return SimpleNamespace(
        code=row.id, cells=cells, record=SimpleNamespace(outcome=row.id, stakeholder=stakeholder)
    )


def found_out(rows, decimals):
    """The figures of which the ratio, with so many decimals, leaves less than a third of the way open."""
    left = [GRID[:, None] * 0 + gross * (1 - GRID[:, None]) * (1 - GRID[None, :]) for gross, _ in rows]
    # Every row by every other: axes are the figures, in the order of rows.
    total = sum(
        part.reshape([21 if axis // 2 == place else 1 for axis in range(2 * len(rows))])
        for place, part in enumerate(left)
    )
    told = sum(gross * (1 - a / 20) * (1 - b / 20) for gross, (a, b) in rows)
    same = np.abs(total - told) <= 0.5 * 10.0**-decimals + 1e-9
    found = []
    for axis in range(2 * len(rows)):
        possible = GRID[same.any(axis=tuple(each for each in range(2 * len(rows)) if each != axis))]
        if possible.max() - possible.min() < OPEN:
            found.append(axis)
    return found


SAID = st.tuples(st.integers(0, 20), st.integers(0, 20))
ROWS = st.lists(st.tuples(st.sampled_from([1, 2, 3, 5]), SAID), min_size=1, max_size=2)
QUIET = settings(max_examples=60, deadline=None, derandomize=True, phases=[Phase.generate])


@QUIET
@given(ROWS)
def test_nothing_that_was_said_is_found_out_from_a_ratio_that_is_told(rows):
    built = a_map(rows)
    assume(worth(built.value_map).sroi_ratio)
    assume(not given_away(unknowns(built, 10), STEP / LOOKS))
    assert found_out(rows, 1) == []


def test_the_attack_finds_what_is_told_too_closely():
    """Control: five decimals in place of one, and a map that would not be told."""
    rows = [(5, (7, 7))]
    assert not given_away(unknowns(a_map(rows), 10), STEP / LOOKS)
    assert found_out(rows, 1) == [] and found_out(rows, 5)
    at_the_end = [(5, (0, 0))]
    assert given_away(unknowns(a_map(at_the_end), 10), STEP / LOOKS)
    assert found_out(at_the_end, 1) == [0, 1]
