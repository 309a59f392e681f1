"""The world of impact_worlds with a value map, to be worked out by hand.

Control rose from 2 to 4 for six residents of Level 2; 50 people were supported there: 50 changed.
Deadweight 60, attribution 62.5, displacement 0 per cent. At £100 for a change the first year is worth
50 x 100 x 0.4 x 0.375 = £750; of this 25 per cent drops off, so that two years come to 750 + 562.50.
"""

from tests import valuing
from tests.reports import impact_worlds


def world(**more):
    evaluation = impact_worlds.world()
    made = valuing.value_map(evaluation, **more)
    valuing.row(made, "control", description="More in control", duration_years=2)
    return made


def typed():
    """A map in which nothing varies: its one row is typed."""
    made = valuing.value_map(impact_worlds.world())
    valuing.row(made, typed={"quantity": 8, **valuing.NOTHING_OFF})
    return made
