"""The tables of impact, before they go through the one door."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.impact import DROP_OFF, FILTERS, OF_NET, Figure, net_change
from survey.analysis.said import Said
from survey.analysis.tables import Column, Row, Table
from survey.analysis.wording import NOTHING, capitalised, rounded
from survey.reports.impact_words import BASIS, FILTER_NAMES, SHORT_NAMES, grade_words


@dataclass(frozen=True)
class Measured:
    """An outcome with its gross change, the n behind it (people, or organisations), and its figures.

    `unit` is what partners count, such as GP visits; without one the gross is the headline percentage.
    """

    id: str
    name: str
    n: int
    gross: float | None
    figures: Mapping[str, Figure]
    unit: str = ""

    @property
    def net(self) -> float | None:
        """What of the gross change is due to the programme, in its unit."""
        return net_change(self.gross, self.figures)


def impact_columns(headline: str) -> tuple[Column, ...]:
    """What the table of change gains: the filters of the net change, and what they leave."""
    return (
        *(Column(each, SHORT_NAMES[each], "per cent") for each in OF_NET),
        Column("net", f"Due to the programme: {DEFINITIONS[headline].name}", "per cent"),
    )


def impact_cells(outcome: Measured) -> dict[str, float | None]:
    return {**{each: outcome.figures[each].used for each in OF_NET}, "net": outcome.net}


def impact_table(outcomes: Sequence[Measured], headline: str, about: str) -> Table:
    """From the change in each outcome to what of it is due to the programme."""
    name = capitalised(DEFINITIONS[headline].name)
    columns = (
        Column("n", "With both", "people"),
        Column("gross", name, "per cent"),
        *impact_columns(headline),
        Column(DROP_OFF, SHORT_NAMES[DROP_OFF], "per cent"),
        Column("grade", "Evidence", "text"),
    )
    return Table(
        name="impact",
        caption=f"How much of the change is due to the programme: {about}",
        row_heading="Outcome",
        columns=columns,
        rows=tuple(_row(each, each.name) for each in outcomes),
        notes=(HOW,),
    )


def counted_table(outcomes: Sequence[Measured], about: str) -> Table:
    """The same for what partners count in their own units."""
    columns = (
        Column("n", "Gave an amount", "organisations"),
        Column("gross", "Change for the better, as counted", "amount"),
        *(Column(each, SHORT_NAMES[each], "per cent") for each in OF_NET),
        Column("net", "Due to the programme", "amount"),
        Column(DROP_OFF, SHORT_NAMES[DROP_OFF], "per cent"),
        Column("grade", "Evidence", "text"),
    )
    return Table(
        name="impact_counted",
        caption=f"What partners counted, and how much of it is due to the programme: {about}",
        row_heading="Outcome",
        columns=columns,
        rows=tuple(_row(each, f"{each.name} ({each.unit})") for each in outcomes),
        notes=(ADDED_UP,),
    )


HOW = (
    "Due to the programme is the change, less what would have happened anyway, less what was displaced, less "
    "what came from others; each is taken from what the others leave. A dash: nobody has said. It is never "
    "read as nought. Drop-off counts in later years only. Evidence A: five or more answers from residents "
    "and from partners; B: one voice, or few answers; C: from records; D: the analyst’s own figure."
)
ADDED_UP = (
    "Amounts are as organisations gave them, added up: two organisations may have counted the same. Below "
    "nought means a change for the worse."
)


def filters_table(outcome: Measured) -> Table:
    """Each filter of one outcome: what is used and why, and what each voice said."""
    columns = (
        Column("used", "Used", "per cent"),
        Column("basis", "Basis", "text"),
        Column("grade", "Evidence", "text"),
        Column("residents", "Residents: median", "per cent"),
        Column("residents_n", "Residents", "people"),
        Column("residents_spread", "Residents: middle half, per cent", "text"),
        Column("partners", "Partners: median", "per cent"),
        Column("partners_n", "Partners", "organisations"),
        Column("partners_spread", "Partners: middle half, per cent", "text"),
    )
    return Table(
        name=f"filters_{outcome.id}",
        caption=f"{outcome.name}: what was said, and what is used",
        row_heading="What is taken off",
        columns=columns,
        rows=tuple(_filter_row(outcome.figures[each]) for each in FILTERS),
    )


def _row(outcome: Measured, heading: str) -> Row:
    cells = {"n": outcome.n, "gross": outcome.gross, **impact_cells(outcome)}
    cells |= {DROP_OFF: outcome.figures[DROP_OFF].used, "grade": _weakest(outcome)}
    return Row(outcome.id, heading, cells)


def _weakest(outcome: Measured) -> str:
    """The grade of the weakest figure that the net change stands on."""
    grades = [outcome.figures[each].grade for each in OF_NET if outcome.figures[each].grade]
    return max((grade_words(each) for each in grades), default=NOTHING)


def _filter_row(figure: Figure) -> Row:
    cells = {
        "used": figure.used,
        "basis": BASIS[figure.basis] if figure.basis else _why_none(figure),
        "grade": grade_words(figure.grade) if figure.grade else NOTHING,
    }
    for voice, said in (("residents", figure.residents), ("partners", figure.partners)):
        cells |= {voice: said.median, f"{voice}_n": said.n, f"{voice}_spread": spread(said)}
    return Row(figure.filter, FILTER_NAMES[figure.filter], cells)


def _why_none(figure: Figure) -> str:
    return f"in {SHORT_NAMES[figure.counted_in].lower()}" if figure.counted_in else "nobody has said"


def spread(said: Said) -> str:
    """Between which per cents the middle half of the answers lies."""
    return " to ".join(rounded(end, 0) for end in said.quartiles) if said.quartiles else NOTHING
