"""How much of the change is due to the programme, as a release may say it: as spans, from bands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from survey.analysis import disclosure
from survey.analysis.bands import Deducted, band_of, more_cautious, net_span
from survey.analysis.counted import told
from survey.analysis.definitions import DEFINITIONS
from survey.analysis.impact import DEADWEIGHT, DROP_OFF, FILTERS, OF_NET, RESIDENTS
from survey.analysis.said import ANALYST, RECORDS, WHOLE
from survey.analysis.tables import HIDDEN, ORGANISATIONS, Column, Row, Table, is_shown
from survey.analysis.wording import capitalised
from survey.reports import release_impact_words as words
from survey.reports.impact import Impact, OutcomeImpact
from survey.reports.impact_tables import GRADED
from survey.reports.impact_words import SHORT_NAMES
from survey.reports.release_tables import Pair
from survey.reports.release_voices import (
    KINDS,
    NOBODY,
    RELEASED,
    covers_deadweight,
    filters_table,
    kinds_table,
)
from survey.reports.spoken import Outcome, Spoken

SHARE = (
    Column("share_from", "Programme’s share, from", "per cent"),
    Column("share_to", "Programme’s share, to", "per cent"),
)


@dataclass(frozen=True)
class Due:
    """The impact of a release, None where nothing of it is shown; and for the team what is hidden.

    `silent` names the outcomes of which too few have said anything.
    """

    impact: Impact | None
    pairs: tuple[Pair, ...]
    silent: tuple[str, ...]


def due(outcomes: Sequence[Outcome], spoken: Spoken, change: Pair, headline: str, threshold: int) -> Due:
    """The impact of a release from what was said, and the table of change that is released beside it."""
    parts = [_Part(each, spoken, threshold) for each in outcomes]
    told_of = [part for part in parts if part.says_something]
    silent = [part.outcome for part in parts if part.can_be_said and not part.says_something]
    if not told_of:
        return Due(None, (), tuple(map(_whose, silent)))
    scaled = [part for part in parts if not part.outcome.counted]
    counted = [part for part in told_of if part.outcome.counted]
    whole = disclosure.release(impact_table(scaled, change, headline), threshold)
    # To leave out a row in which all is hidden tells the same as the row; the note names it.
    rest = [_whose(each) for each in silent if each.counted]
    of_partners = disclosure.release(counted_table(counted, rest), threshold) if counted else None
    shown = (whole.rows, of_partners.rows if of_partners else ())
    rows = {row.key: row.cells for each in shown for row in each}
    names = {part.outcome.id: part.outcome.name for part in parts}
    scored, by_partners = ([(names[row.key], row.cells) for row in each] for each in shown)
    first, missing = words.headline(scored, by_partners, len(counted) + len(rest))
    impact = Impact(
        change=whole,
        counted=of_partners,
        outcomes=tuple(_told(part, rows[part.outcome.id], headline) for part in told_of),
        headline=first,
        missing=missing,
        asked=(words.WHO_IS_COUNTED,),
    )
    pairs = tuple(pair for part in told_of for pair in (part.filters, part.kinds) if pair)
    return Due(impact, pairs, tuple(map(_whose, silent)))


class _Part:
    """One outcome: the tables of what was said, and what may be taken off, by filter."""

    def __init__(self, outcome: Outcome, spoken: Spoken, threshold: int):
        self.outcome = outcome
        self.entered = spoken.entered.get(outcome.id, {})
        kinds = {name: told(spoken.partners.get((outcome.id, name), ())) for name in FILTERS}
        residents = {
            name: told(spoken.residents.get((outcome.id, name), ()), threshold).get(RESIDENTS)
            for name in FILTERS
        }
        self.filters = _pair(filters_table(outcome, residents, kinds, self.entered), threshold)
        self.kinds = _pair(kinds_table(outcome, kinds), threshold) if len(outcome.kinds) > 1 else None

    @property
    def covers_deadweight(self) -> bool:
        return covers_deadweight(self.entered)

    @property
    def used(self) -> dict[str, Deducted]:
        """What is taken off, from released cells alone: the entered figure, or the more cautious band."""
        found = {row.key: _used(row.cells) for row in self.filters.safe.rows}
        return {**found, DEADWEIGHT: 0.0} if self.covers_deadweight else found

    @property
    def can_be_said(self) -> bool:
        """Whether anybody is asked about it."""
        return self.outcome.of_residents or bool(self.outcome.kinds)

    @property
    def says_something(self) -> bool:
        return any(is_shown(cell) for row in self.filters.safe.rows for cell in row.cells.values())


def _pair(exact: Table, threshold: int) -> Pair:
    return Pair(exact, disclosure.release(exact, threshold))


def _used(cells: Mapping[str, object]) -> Deducted:
    entered = [cells[basis] for basis in (RECORDS, ANALYST) if cells[basis] is not None]
    said = (cells["residents"], cells["partners"])
    if entered:
        return entered[0]
    return more_cautious(*said) or (HIDDEN if HIDDEN in said else None)


def _told(part: _Part, cells: Mapping[str, object], headline: str) -> OutcomeImpact:
    safe = part.filters.safe
    return OutcomeImpact(
        id=part.outcome.id,
        name=part.outcome.name,
        counted=part.outcome.counted,
        sentence=words.sentence(part.outcome.name, cells, safe, part.covers_deadweight, headline),
        disagreements=words.disagreements(safe),
        filters=safe,
        kinds=part.kinds.safe if part.kinds else None,
    )


def impact_table(parts: Sequence[_Part], change: Pair, headline: str) -> Table:
    """From the released change in each outcome to between what and what of it is due to the programme."""
    columns = (
        Column("gross", "Change", "per cent"),
        *_columns_of(OF_NET),
        *SHARE,
        Column("net_from", "Due to it, from", "per cent"),
        Column("net_to", "Due to it, to", "per cent"),
        *_columns_of((DROP_OFF,)),
    )
    exact, safe = ({row.key: row for row in table.rows} for table in (change.exact, change.safe))
    return Table(
        name="impact",
        caption=f"How much of the {DEFINITIONS[headline].name} is due to the programme: everyone",
        row_heading="Outcome",
        columns=columns,
        rows=tuple(
            _impact_row(part, exact[part.outcome.id], safe[part.outcome.id].cells[headline], headline)
            for part in parts
        ),
        notes=(words.HOW, GRADED, *_entered(parts)),
    )


def counted_table(parts: Sequence[_Part], rest: Sequence[str]) -> Table:
    """The same for what partners count; how much they counted stays with the team."""
    return Table(
        name="impact_counted",
        caption="How much of what partners count is due to the programme: everyone",
        row_heading="Outcome",
        columns=(*_columns_of(OF_NET), *SHARE, *_columns_of((DROP_OFF,))),
        rows=tuple(_row(part, _whose(part.outcome), dict(_shares(part))) for part in parts),
        notes=(words.NO_AMOUNTS, *_entered(parts), *words.all_hidden(rest)),
    )


def _entered(parts: Sequence[_Part]) -> tuple[str, ...]:
    """Which figures an evaluator entered: a band alone would not say so."""
    told = {
        part.outcome.name: [SHORT_NAMES[name] for name in FILTERS if name in part.entered] for part in parts
    }
    return words.entered({name: names for name, names in told.items() if names})


def _whose(outcome: Outcome) -> str:
    """An outcome; under the name of the kind of partner that counts it, where one does."""
    if not outcome.counted:
        return capitalised(outcome.name)
    return f"{', '.join(KINDS[kind] for kind in outcome.kinds)}: {outcome.name}"


def _columns_of(names: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(name, SHORT_NAMES[name], "band", of=ORGANISATIONS) for name in names)


def _impact_row(part: _Part, exact: Row, gross: Deducted, headline: str) -> Row:
    net = _span(part, gross)
    # Of a fall, too, the smaller part stands first, beside the smaller share.
    near, far = sorted(net, key=abs) if all(map(is_shown, net)) else net
    cells = {**dict(_shares(part)), "net_from": near, "net_to": far}
    row = _row(part, exact.heading, cells)
    return Row(
        row.key,
        row.heading,
        {**row.cells, "gross": exact.cells[headline]},
        {**row.bases, "gross": exact.bases[headline]},
    )


def _shares(part: _Part) -> Iterator[tuple[str, object]]:
    return zip(("share_from", "share_to"), _span(part, float(WHOLE)), strict=True)


def _span(part: _Part, gross: Deducted) -> tuple[object, object]:
    used = {name: part.used[name] for name in OF_NET}
    if None in used.values():
        return None, None
    return net_span(gross, **used) or ((HIDDEN if HIDDEN in (gross, *used.values()) else None),) * 2


def _row(part: _Part, heading: str, spans: Mapping[str, object]) -> Row:
    """A row made of nothing but what is released elsewhere; what is hidden there is hidden here."""
    used = {name: band_of(value) if isinstance(value, float) else value for name, value in part.used.items()}
    if part.covers_deadweight:
        used[DEADWEIGHT] = None
    cells = {**used, **spans}
    stands_on = {key: NOBODY if cell is HIDDEN else RELEASED for key, cell in cells.items()}
    return Row(part.outcome.id, heading, cells, stands_on)
