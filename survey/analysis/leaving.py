"""What of a column may leave the building, on how many it has to stand, and how its figures are told."""

from dataclasses import replace

from survey.analysis.bands import BANDS
from survey.analysis.counted import LEAST
from survey.analysis.hiding import COUNTS_TO
from survey.analysis.tables import ORGANISATIONS, Column
from survey.analysis.wording import DECIMALS, nearest

# What organisations said leaves as a band, with how many are counted in it, and as nothing else.
OF_ORGANISATIONS = ("band", "organisations")
RATIO = "£ for each £1"


def is_of_organisations(column: Column) -> bool:
    """Whether a column's figures stand on organisations, or count them."""
    return ORGANISATIONS in (column.of, column.unit)


def least(column: Column, threshold: int) -> int:
    """On how many people, or organisations, a figure of the column has to stand."""
    return LEAST if is_of_organisations(column) else threshold


def check_may_leave(table: str, column: Column) -> None:
    """Raises ValueError for words, for sums of what was given, and for exact figures of organisations."""
    if column.unit == "text":
        raise ValueError(f"table {table}: the words in {column.key} cannot be released")
    if column.unit == "amount" or (is_of_organisations(column) and column.unit not in OF_ORGANISATIONS):
        raise ValueError(f"table {table}: what organisations said in {column.key} cannot be released exact")


def released_decimals(column: Column) -> int | None:
    """How many decimals a released figure has where its unit does not say: a ratio of money has one."""
    return 1 if column.unit == RATIO else None


def released_value(value: object, column: Column, threshold: int) -> object:
    """A figure as it is released: a band as it is, all others rounded. None stays None.

    Raises ValueError for what is no band in a column of bands, and for a group of organisations that is too
    small to be counted.
    """
    if value is None:
        return None
    if column.unit == "band":
        if value not in BANDS:
            raise ValueError(f"{column.key}: {value!r} is not a band")
        return value
    if column.unit in ("people", "stories"):
        # Never a number under the threshold, where that is not a round one itself.
        return COUNTS_TO * max(int(nearest(value / COUNTS_TO, 0)), -(-threshold // COUNTS_TO))
    if column.unit == "organisations":
        if value < LEAST:
            raise ValueError(f"{column.key}: {value} organisations are too few to be counted")
        return int(value)
    decimals = released_decimals(column)
    return float(nearest(value, DECIMALS[column.unit] if decimals is None else decimals))


def as_released(column: Column) -> Column:
    """The column with the decimals that its released figures have."""
    return replace(column, decimals=released_decimals(column))
