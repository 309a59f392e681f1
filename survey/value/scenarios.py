"""What if: the same value map with more or fewer people, and with what that would cost."""

from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from survey.value.model import FORECAST, NOUGHT, WHOLE, Input, Row, ValueMap, Wrong
from survey.value.worth import DIGITS

# More than a hundred times as many people is a slip, not a plan.
MOST = Decimal(100)


@dataclass(frozen=True)
class Scenario:
    """One more coordinator, the whole borough, less uptake.

    `people` is how many people are reached to those now (1 is as now, 0.8 a fifth fewer), `inputs_added` what
    that costs on top, in the currency of the map, spent in its first year. Raises Wrong where either makes
    no sense.
    """

    name: str
    people: Decimal = WHOLE
    inputs_added: Decimal = NOUGHT
    note: str = ""

    def __post_init__(self) -> None:
        place = f"scenario {self.name}"
        if not self.people.is_finite() or not NOUGHT <= self.people <= MOST:
            raise Wrong(place, f"people is from 0 to {MOST} times as many as now; 1 is as many as now.")
        if not self.inputs_added.is_finite() or self.inputs_added < 0:
            raise Wrong(place, "what is added to the inputs is a sum of money, nought or more.")


def applied(value_map: ValueMap, scenario: Scenario) -> ValueMap:
    """The map as it would be, always a forecast: every quantity grows alike, all else stays as it is.

    What each change is worth, how long it lasts and what is taken off stay; whether they would is what a
    reader has to judge.
    """
    inputs = value_map.inputs
    if scenario.inputs_added:
        inputs += (Input(scenario.name, f"added: {scenario.note or scenario.name}", scenario.inputs_added),)
    return replace(
        value_map,
        inputs=inputs,
        rows=tuple(_reached(row, scenario.people) for row in value_map.rows),
        assumptions=replace(value_map.assumptions, kind=FORECAST),
        title=f"{value_map.title}: {scenario.name}" if value_map.title else scenario.name,
    )


def _reached(row: Row, people: Decimal) -> Row:
    with localcontext(prec=DIGITS):
        return replace(row, quantity=row.quantity * people)
