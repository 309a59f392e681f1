"""The value maps of a release: a ratio to one decimal with its range, and what it hangs on.

What may be told, and why, stands in docs/decisions/what-a-release-says-of-value.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from survey.analysis import disclosure
from survey.analysis.blur import given_away
from survey.analysis.disclosure import SafeTable
from survey.analysis.hiding import COUNTS_TO
from survey.analysis.tables import HIDDEN, Column, Row, Table
from survey.analysis.wording import nearest, rounded
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.reports import value, value_words
from survey.reports.findings import Filters
from survey.reports.release_tables import Pair, Tables
from survey.reports.release_value_rows import proxies, rows_table
from survey.reports.released_value import IN_TODAYS_MONEY, PUT_IN, RATIO, TODAY, ReleasedValue
from survey.reports.value import ValueFound
from survey.reports.value_unknowns import unknowns

# One decimal of the ratio; three figures (it, and both ends of its range) look at the same answers.
DECIMALS, LOOKS = 1, 3
STEP = Decimal("0.1")
SHARES_TO = 5
RELEASED, NOBODY = (), (0,)
# True of every map, so that it does not say which of these it is.
HIDDEN_RATIO = (
    "The ratio is hidden: a figure that a release does not tell (what people or partners answered, or a "
    "small number of people that was typed) could be worked out from it."
)
ONE_DECIMAL = (
    "The ratio and its range are told to one decimal, and present value is that ratio times what was put in{}"
    ", to two figures: with more of them, single answers could be worked out. What was put in is told in "
    "full."
)
IN_FIVES = "Shares are told to the nearest 5 per cent, so they may not add up to 100."


@dataclass(frozen=True)
class Draft:
    """What a release made now would say of value; beside it the exact tables, for the team's eyes.

    `left_out` names maps that are not in it, and says why.
    """

    maps: tuple[ReleasedValue, ...] = ()
    pairs: tuple[Pair, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


def draft(evaluation: Evaluation, filters: Filters, made: Tables, threshold: int) -> Draft:
    """The maps that count the same follow-up and kind of before as the release, and lack nothing."""
    told, pairs, left_out = [], [], []
    maps = select(ValueMap).where(ValueMap.evaluation_id == evaluation.id).order_by(ValueMap.id)
    for place, each in enumerate(db.session.scalars(maps), start=1):
        if (each.wave, each.before_kind) != (filters.wave, filters.before_kind):
            left_out.append((each.name, "it counts another follow-up, or another kind of before."))
            continue
        found = value.gather(evaluation, each)
        if not found.results:
            left_out.append((each.name, "it lacks something: see the map."))
            continue
        released, its_pairs = _released(found, made, threshold, place)
        told.append(released)
        pairs += its_pairs
    return Draft(tuple(told), tuple(pairs), tuple(left_out))


def _released(
    found: ValueFound, made: Tables, threshold: int, place: int
) -> tuple[ReleasedValue, list[Pair]]:
    is_open = not given_away(unknowns(found.built, threshold), STEP / LOOKS)
    tables = [
        _figures(found, is_open, place),
        rows_table(found, made, threshold, place),
        *([_who(found, threshold, is_open, place)] if len(found.results.by_stakeholder) > 1 else []),
    ]
    pairs = [Pair(table, disclosure.release(table, threshold)) for table in tables]
    safe = [pair.safe for pair in pairs]
    headline, sentence = _words(safe[0], found)
    told = ReleasedValue(
        name=found.name,
        kind=found.record.kind,
        headline=headline,
        sentence=sentence,
        settings=_settings(found, threshold),
        proxies=proxies(found, tables[1]),
        figures=safe[0],
        rows=safe[1],
        who=safe[2] if len(safe) > 2 else None,
    )
    return told, pairs


def _figures(found: ValueFound, is_open: bool, place: int) -> Table:
    simulated, worth = found.results.simulated, found.results.worth
    ratio, low, high = (nearest(each, DECIMALS) for each in (worth.sroi_ratio, simulated.low, simulated.high))
    cells = {
        "ratio": ratio,
        "ratio_low": low,
        "ratio_high": high,
        "present_value": _two_figures(ratio * worth.inputs),
    }
    put_in = {PUT_IN.key: sum(each.worth for each in found.built.inputs)}
    if is_discounted := found.record.inputs_discounted:
        put_in[TODAY.key] = worth.inputs
    stands_on = dict.fromkeys(cells, RELEASED if is_open else NOBODY) | dict.fromkeys(put_in, RELEASED)
    row = Row("value", found.name, cells | put_in, stands_on)
    columns = (*RATIO, PUT_IN, *((TODAY,) if is_discounted else ()))
    notes = (ONE_DECIMAL.format(IN_TODAYS_MONEY * is_discounted), value_words.CAVEAT)
    return Table(f"value_{place}", f"Social value: {found.name}", columns, (row,), "Value map", notes)


def _two_figures(money: Decimal) -> Decimal:
    """Money to its first two figures: what is told of it follows from the ratio that is told."""
    if not money:
        return money
    return nearest(money, 1 - money.adjusted())


def _who(found: ValueFound, threshold: int, is_open: bool, place: int) -> Table:
    results = found.results
    total, ratio = results.worth.total_present_value, results.worth.sroi_ratio
    sums = dict(results.by_stakeholder)
    # In the order of the map: that of their sums would say of hidden shares which is the larger.
    names = dict.fromkeys(row.record.stakeholder.name for row in found.built.rows)
    shares = {name: 100 * sums[name] / total if total else None for name in names}
    step = abs(ratio) * SHARES_TO / 100
    gone = {name for name in shares if given_away(unknowns(found.built, threshold, name), step)}
    if not is_open or any(share is None for share in shares.values()):
        gone = set(shares)
    elif len(gone) == 1:
        # They make 100 together, so one alone could be worked out.
        gone.add(min(shares.keys() - gone, key=lambda name: (abs(shares[name]), name)))
    rows = tuple(
        Row(
            f"who-{number}",
            name,
            {"share": _in_fives(share)},
            {"share": NOBODY if name in gone else RELEASED},
        )
        for number, (name, share) in enumerate(shares.items())
    )
    columns = (Column("share", "Share of all value, about", "per cent"),)
    return Table(f"value_who_{place}", f"Who gains: {found.name}", columns, rows, "Stakeholder", (IN_FIVES,))


def _in_fives(share: Decimal | None) -> Decimal | None:
    # A little below nought reads as nought.
    return None if share is None else SHARES_TO * nearest(share / SHARES_TO, 0) + 0


def _words(figures: SafeTable, found: ValueFound) -> tuple[str, str]:
    """The headline and its sentence, made of released figures alone."""
    cells: Mapping[str, object] = figures.rows[0].cells
    if cells["ratio"] is HIDDEN:
        return HIDDEN_RATIO, ""
    ratio, low, high = (rounded(cells[key], DECIMALS) for key in ("ratio", "ratio_low", "ratio_high"))
    discounted = f"{value_words.rate(found.record)}, {value_words.years(found.results.worth)}"
    kind = value_words.KIND_WORDS[found.record.kind]
    return (
        f"{ratio} ({low} to {high}), {discounted}",
        f"For each £1 put in, value of about £{ratio} is reckoned to have come of it, or between £{low} and "
        f"£{high} allowing for the spread of the answers ({kind}).",
    )


def _settings(found: ValueFound, threshold: int) -> tuple[tuple[str, str], ...]:
    """Every setting; how many people were supported is a count of people like any other."""
    supported = found.built.supported
    said = dict(found.settings)
    if supported is not None:
        few = supported < threshold
        about = f"about {COUNTS_TO * int(nearest(supported / COUNTS_TO, 0)):,}"
        said["People supported"] = str(HIDDEN) if few else about
    said["Rounding"] = "only what is told is rounded"
    return tuple(said.items())
