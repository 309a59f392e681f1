from decimal import Decimal

import pytest

from survey.value.figures import Assumption, changed
from survey.value.model import Wrong
from tests.value import maps

LITTLE = Decimal("1e-15")


def test_a_figure_that_the_map_does_not_have_is_an_error():
    for unknown in (Assumption("R9", "deadweight"), Assumption("R1", "starts")):
        with pytest.raises(KeyError):
            changed(maps.of(), {unknown: Decimal(1)})


@pytest.mark.parametrize("years", ["1.5", "0", "31", "NaN"])
def test_half_a_year_and_other_durations_are_refused_by_their_row(years):
    with pytest.raises(Wrong, match="^row R1: duration is in whole years"):
        changed(maps.of(), {Assumption("R1", "duration_years"): Decimal(years)})
