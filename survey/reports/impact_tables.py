"""The tables of impact, before they go through the one door."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.impact import ATTRIBUTION, DROP_OFF, FILTERS, GRADES, OF_NET, Figure, net_change
from survey.analysis.said import WHOLE, Said
from survey.analysis.tables import Column, Row, Table
from survey.analysis.wording import NOTHING, capitalised, rounded
from survey.questionnaires.model import HIGHER
from survey.reports.impact_words import (
    BASIS,
    ENTERED,
    FILTER_NAMES,
    GRADE_MEANINGS,
    SHORT_NAMES,
    grade_words,
)


@dataclass(frozen=True)
class Measured:
    """An outcome with its gross change, the n behind it (people, or organisations), and its figures.

    `unit` is what partners count, such as GP visits, above nought for the better; without one the gross is
    the headline percentage, and `better` says which way is good.
    """

    id: str
    name: str
    n: int
    gross: float | None
    figures: Mapping[str, Figure]
    unit: str = ""
    better: str = HIGHER

    @property
    def net(self) -> float | None:
        """What of the gross change is due to the programme, in its unit."""
        return net_change(self.gross, self.figures)

    @property
    def share(self) -> float | None:
        """What of any change is due to the programme, in per cent of it."""
        return net_change(float(WHOLE), self.figures)

    @property
    def is_spoken_of(self) -> bool:
        """Whether anybody said anything of its size or causes, be it "don't know", or entered a figure."""
        said = (voice for each in self.figures.values() for voice in (each.residents, each.partners))
        entered = any(each.entered for each in self.figures.values())
        return entered or any(each.n or each.unknown for each in said) or bool(self.unit and self.n)


def impact_cells(outcome: Measured) -> dict[str, float | None]:
    """The filters of the net change, and what they leave."""
    return {**{each: outcome.figures[each].used for each in OF_NET}, "net": outcome.net}


def impact_marks(outcome: Measured) -> dict[str, str]:
    """What is said beside a figure that an evaluator entered, by column."""
    entries = {each for each in FILTERS if outcome.figures[each].entered}
    return {each: ENTERED for each in FILTERS if each in entries and outcome.figures[each].used is not None}


def entered_note(outcomes: Sequence[Measured]) -> tuple[str, ...]:
    """Which figures of a table were entered and not said, with their basis."""
    told = [
        f"{capitalised(outcome.name)}, {SHORT_NAMES[each].lower()} ({BASIS[outcome.figures[each].basis]})"
        for outcome in outcomes
        for each in impact_marks(outcome)
    ]
    return (f"Entered by an evaluator, for the whole evaluation: {'; '.join(told)}.",) if told else ()


def impact_table(outcomes: Sequence[Measured], headline: str, about: str) -> Table:
    """From the change in each outcome to what of it is due to the programme."""
    columns = (
        Column("n_pairs", "With both", "people"),
        Column("gross", capitalised(DEFINITIONS[headline].name), "per cent"),
        *_columns_of_net("per cent"),
        Column(DROP_OFF, SHORT_NAMES[DROP_OFF], "per cent"),
        Column("grade", "Evidence", "text"),
    )
    return Table(
        name="impact",
        caption=f"How much of the change is due to the programme: {about}",
        row_heading="Outcome",
        columns=columns,
        rows=tuple(_row(each, each.name, "n_pairs") for each in outcomes),
        notes=(HOW, GRADED),
        team_notes=entered_note(outcomes),
    )


def counted_table(outcomes: Sequence[Measured], about: str) -> Table:
    """The same for what partners count in their own units."""
    columns = (
        Column("n_amounts", "Gave an amount", "organisations"),
        Column("gross", "Change for the better, as counted", "amount"),
        *_columns_of_net("amount"),
        Column(DROP_OFF, SHORT_NAMES[DROP_OFF], "per cent"),
        Column("grade", "Evidence", "text"),
    )
    return Table(
        name="impact_counted",
        caption=f"What partners counted, and how much of it is due to the programme: {about}",
        row_heading="Outcome",
        columns=columns,
        rows=tuple(_row(each, f"{each.name} ({each.unit})", "n_amounts") for each in outcomes),
        notes=(ADDED_UP, GRADED),
        team_notes=entered_note(outcomes),
    )


def with_impact(change: Table, impact: Table) -> Table:
    """The table of change, which also says how much of each change is due to the programme."""
    [gross] = [column for column in impact.columns if column.key == "gross"]
    # Beside other percentages it has to say of which one it is a part.
    named = f"{DUE}: {gross.heading[:1].lower()}{gross.heading[1:]}"
    every = {column.key: column for column in impact.columns}
    gained = (*(every[key] for key in OF_NET), replace(every["net"], heading=named))
    # Nothing was measured or said of a row that is not there.
    due = {row.key: row for row in impact.rows}
    return replace(
        change,
        columns=(*change.columns, *gained),
        rows=tuple(_beside(row, due.get(row.key, Row(row.key, row.heading)), gained) for row in change.rows),
        notes=(*change.notes, HOW),
        team_notes=(*change.team_notes, *impact.team_notes),
    )


def _beside(row: Row, due: Row, gained: Sequence[Column]) -> Row:
    keys = [column.key for column in gained]
    return replace(
        row,
        cells={**row.cells, **{key: due.cells.get(key) for key in keys}},
        marks={**row.marks, **{key: due.marks[key] for key in keys if key in due.marks}},
    )


def _columns_of_net(unit: str) -> tuple[Column, ...]:
    return (
        *(Column(each, SHORT_NAMES[each], "per cent") for each in OF_NET),
        Column("net", DUE, unit),
    )


DUE = "Due to the programme"
HOW = (
    "Due to the programme is the change, less what would have happened anyway, less what was displaced, less "
    "what came from others; each is taken from what the others leave. A dash: nobody has said. It is never "
    "read as nought. Rounding comes last. Drop-off counts in later years only."
)
GRADED = (
    "Evidence, by the weakest figure that counts: "
    + "; ".join(f"{letter}: {GRADE_MEANINGS[grade]}" for grade, letter in GRADES.items())
    + "."
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
        caption=f"{capitalised(outcome.name)}: what was said, and what is used",
        row_heading="What is taken off",
        columns=columns,
        rows=tuple(_filter_row(outcome.figures[each]) for each in FILTERS),
    )


def _row(outcome: Measured, heading: str, n: str) -> Row:
    cells = {n: outcome.n, "gross": outcome.gross, **impact_cells(outcome)}
    cells |= {DROP_OFF: outcome.figures[DROP_OFF].used, "grade": _weakest(outcome)}
    return Row(outcome.id, heading, cells, marks=impact_marks(outcome))


def _weakest(outcome: Measured) -> str:
    """The grade of the weakest figure that the net change stands on; none while one is missing."""
    if outcome.share is None:
        return NOTHING
    grades = [outcome.figures[each].grade for each in OF_NET if outcome.figures[each].grade]
    return max(grade_words(each) for each in grades)


def _filter_row(figure: Figure) -> Row:
    cells = {
        "used": figure.used,
        "basis": BASIS[figure.basis] if figure.basis else _why_none(figure),
        "grade": grade_words(figure.grade) if figure.grade else NOTHING,
    }
    for voice, said in (("residents", figure.residents), ("partners", figure.partners)):
        cells |= {voice: said.median, f"{voice}_n": said.n, f"{voice}_spread": spread(said)}
    marks = {"used": ENTERED} if figure.entered and figure.used is not None else {}
    return Row(figure.filter, FILTER_NAMES[figure.filter], cells, marks=marks)


def _why_none(figure: Figure) -> str:
    if figure.counted_in == ATTRIBUTION:
        return f"counted in {SHORT_NAMES[ATTRIBUTION].lower()}"
    return "nobody has said"


def spread(said: Said) -> str:
    """Between which per cents the middle half of the answers lies."""
    quartiles = said.quartiles
    return " to ".join(rounded(end, 0) for end in quartiles) if quartiles else NOTHING
