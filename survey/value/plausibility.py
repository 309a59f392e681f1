"""A second look at a value map before a reviewer takes one: warnings, never blocks."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from survey.analysis.money import amount, pounds
from survey.analysis.wording import per_cent, rounded
from survey.value.model import FILTERS, Remark, Row, ValueMap
from survey.value.worth import RowWorth, Worth

__all__ = ["Remark", "compare_published", "remarks"]

# In per cent: eight of ten published reports that use the filter at all lie between these.
PUBLISHED = {
    "deadweight": ("5.2", "50"),
    "attribution_to_others": ("10", "53"),
    "drop_off": ("10", "50"),
}
CALLED = {
    "deadweight": "deadweight",
    "displacement": "displacement",
    "attribution_to_others": "attribution to others",
    "drop_off": "drop-off",
}
HIGHEST_RATIO = Decimal("10.2")
SOURCE = "Muñoz-Mora 2026, 383 reports in the Social Value UK database, indicative"
DEAREST = Decimal(100_000)
# A smaller share than one per cent is seldom meant.
SMALLEST = Decimal("0.01")
MOST_OF_IT = Decimal("0.8")


def remarks(value_map: ValueMap, worth: Worth) -> tuple[Remark, ...]:
    """What a careful reader would ask about a map and what it comes to, row by row and then as a whole.

    Published ranges are those of Muñoz-Mora (2026): they say what is usual, not what is right.
    """
    found = [each for row in value_map.rows for each in _of_row(row)]
    found += _of_filters(value_map.rows)
    found += _of_shares(worth.rows)
    if all(row.gross >= 0 for row in worth.rows):
        found.append(
            Remark("rows", "no outcome is for the worse. Has everybody been asked what was lost or harder?")
        )
    if worth.sroi_ratio > HIGHEST_RATIO:
        found.append(
            Remark(
                "ratio",
                f"{rounded(worth.sroi_ratio, 2)} is more than in nine of ten published reports"
                f" ({HIGHEST_RATIO}; {SOURCE}).",
            )
        )
    return tuple(found)


def compare_published(worth: Worth, published_ratio: Decimal) -> Remark | None:
    """A remark where a published ratio is our net ratio, to as many decimals as were published.

    None where it is the ratio itself, or neither.
    """
    step = Decimal(1).scaleb(published_ratio.as_tuple().exponent)
    gross, net = (each.quantize(step) for each in (worth.sroi_ratio, worth.net_sroi_ratio))
    if published_ratio != net or published_ratio == gross:
        return None
    return Remark(
        "published ratio",
        f"{published_ratio:f} is the net ratio here (value less inputs, by inputs). The ratio itself is"
        f" {gross:f}: the two are often mixed up.",
    )


def _of_row(row: Row) -> Iterator[Remark]:
    place = f"row {row.id}"
    if not any(getattr(row, name) for name in FILTERS):
        yield Remark(
            place,
            f"nothing is taken off for “{row.outcome}”: would all of it be due to the programme, and last?",
        )
    for name in FILTERS:
        share = getattr(row, name)
        if 0 < share < SMALLEST:
            yield Remark(
                place,
                f"{CALLED[name]} is {(share * 100).normalize():f} per cent. Is that a slip in the unit? "
                "A fifth is 20 per cent, not 0.2.",
            )
    if abs(row.unit_value) > DEAREST:
        yield Remark(
            place,
            f"one change is valued at {pounds(row.unit_value)} a year. Is that a total, or a slip in the"
            " unit?",
        )


def _of_filters(rows: Sequence[Row]) -> Iterator[Remark]:
    """Each filter that is out of the usual is told once, with all its rows: they often rise together."""
    for name, (lowest, highest) in PUBLISHED.items():
        # What drops off matters only where there is a second year.
        taken = {
            row.id: getattr(row, name) * 100 for row in rows if name != "drop_off" or row.duration_years > 1
        }
        less = {code: given for code, given in taken.items() if 0 < given < Decimal(lowest)}
        more = {code: given for code, given in taken.items() if given > Decimal(highest)}
        for than, found in (("less", less), ("more", more)):
            if found:
                yield Remark(
                    f"{'row' if len(found) == 1 else 'rows'} {', '.join(found)}",
                    f"{CALLED[name]} of {_between(found.values())} is {than} than in nine of ten published"
                    f" reports that take any off ({lowest} to {highest} per cent; {SOURCE}).",
                )


def _between(given: Collection[Decimal]) -> str:
    # With a decimal: 50.4 beside a range to 50 is not called 50.
    ends = tuple(amount(each, 1) for each in (min(given), max(given)))
    return f"{ends[0]} per cent" if ends[0] == ends[1] else f"{ends[0]} to {ends[1]} per cent"


def _of_shares(rows: tuple[RowWorth, ...]) -> Iterator[Remark]:
    whole = sum(abs(each.present_value) for each in rows)
    for each in rows if len(rows) > 1 and whole else ():
        share = abs(each.present_value) / whole
        if share > MOST_OF_IT:
            yield Remark(
                f"row {each.row.id}",
                f"{per_cent(share * 100)} of all value stands in this one row (“{each.row.outcome}”). Is its"
                " unit right, and its proxy safe?",
            )
