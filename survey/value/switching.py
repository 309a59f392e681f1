"""Where a ratio would turn: the figure at which it comes to one, all others as they are."""

from decimal import Decimal, localcontext

from survey.value.figures import VARIED, Assumption, ratio_at
from survey.value.model import FILTERS, ValueMap
from survey.value.worth import DIGITS

HALVINGS = 160


def switching_value(
    value_map: ValueMap, assumption: Assumption, ratio: Decimal = Decimal(1)
) -> Decimal | None:
    """The figure at which the ratio comes to `ratio`, all others as they are; None where there is none.

    Filters are fractions from 0 to 1, quantity and value any number. The ratio is a straight line in all but
    drop-off, so that two points give it; in drop-off it only falls or only rises, and is found by halving.
    Raises KeyError for a figure that is not one of VARIED.
    """
    if assumption.name not in VARIED:
        raise KeyError(assumption)
    with localcontext(prec=DIGITS):
        if assumption.name == "drop_off":
            return _halved(value_map, assumption, ratio)
        return _on_the_line(value_map, assumption, ratio)


def _on_the_line(value_map: ValueMap, assumption: Assumption, ratio: Decimal) -> Decimal | None:
    at_nought, at_one = (ratio_at(value_map, assumption, Decimal(each)) for each in (0, 1))
    if at_nought == at_one:
        return None
    figure = (ratio - at_nought) / (at_one - at_nought)
    return figure if assumption.name not in FILTERS or 0 <= figure <= 1 else None


def _halved(value_map: ValueMap, assumption: Assumption, ratio: Decimal) -> Decimal | None:
    low, high = Decimal(0), Decimal(1)
    above = ratio_at(value_map, assumption, low) - ratio
    if above * (ratio_at(value_map, assumption, high) - ratio) > 0 or above == 0 == _slope(
        value_map, assumption
    ):
        return None
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if (ratio_at(value_map, assumption, middle) - ratio) * above > 0:
            low = middle
        else:
            high = middle
    return high


def _slope(value_map: ValueMap, assumption: Assumption) -> Decimal:
    return ratio_at(value_map, assumption, Decimal(1)) - ratio_at(value_map, assumption, Decimal(0))
