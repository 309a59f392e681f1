"""One cell of a value map becomes a value, or a sentence on what to do about it."""

import re
from decimal import Decimal

from survey.analysis.wording import MINUS
from survey.engagement.value_sheet_cells import Cell
from survey.value import layout, map_columns
from survey.value.layout import plain
from survey.value.map_columns import Column
from survey.value.model import LONGEST

WHOLE = Decimal(1)
# More than any council spends; what is larger has slipped.
LARGEST = Decimal(10) ** 12
# More figures, or more noughts behind the point, than the records have room for.
LONGEST_FIGURE, SMALLEST = 40, -20
FIGURES = re.compile(rf"[-{MINUS}]?£?([0-9]{{1,3}}(,[0-9]{{3}})+|[0-9]+)?(\.[0-9]+)?")
PER_CENT = re.compile(r"(%|per ?cent)$")
FORMULA = "This is a formula. Put in the number itself: copy the cell, then paste it as a value."
FORMULA_OF_WORDS = "This is a formula. Put in the words themselves: copy the cell, then paste it as a value."
FORMULAS = {map_columns.WORDS: FORMULA_OF_WORDS, map_columns.KIND_OF_VALUE: FORMULA_OF_WORDS}
NOTHING_DEDUCTED = "This is blank. Write 0 if nothing is to be deducted."
BLANK = {
    "stakeholder": "This is blank. Write whose change it is.",
    "outcome": "This is blank. Write what changed.",
    "quantity": "This is blank. Write how many people changed; a number below nought if they got worse.",
    "unit_value": "There is no value of a proxy. Write what one such change is worth in a year, in pounds.",
    "duration_years": f"This is blank. Write for how many whole years it lasts, from 1 to {LONGEST}.",
    "value": "This is blank. Write the sum in pounds, or 0 where it has none.",
}
# From the least to the most; None where there is no end.
RANGES = {
    "duration_years": (1, LONGEST, f"An outcome lasts from 1 to {LONGEST} whole years."),
    "starts": (1, 2, "An outcome starts in year 1, while it runs, or in year 2, the year after."),
    "n": (0, None, "A sample is 0 people or more."),
    "year": (1, LONGEST, f"Years run from 1 to {LONGEST}."),
    "value": (0, None, "What was put in is nought or more."),
}


def value(column: Column, cell: Cell | None) -> Decimal | str | int | None:
    """What a cell says; None where it is blank and may be. Raises ValueError with a sentence for people."""
    if cell and cell.formula:
        raise ValueError(FORMULAS.get(column.kind, FORMULA))
    if cell and cell.error:
        raise ValueError(f"This cell shows the error {cell.error}. Put in the figure itself.")
    if cell is None or cell.value is None:
        if column.needed:
            raise ValueError(BLANK.get(column.name, NOTHING_DEDUCTED))
        return "" if column.kind == map_columns.WORDS else None
    found = READERS[column.kind](cell.value)
    if isinstance(found, str) and len(found) > column.longest:
        raise ValueError(
            f"This has {len(found):,} letters, and {column.longest:,} is the most. Say it shorter."
        )
    least, most, sentence = RANGES.get(column.name, (None, None, ""))
    if (least is not None and found < least) or (most is not None and found > most):
        raise ValueError(f"{said(found)} does not fit. {sentence}")
    return found


def said(number: Decimal | int) -> str:
    """A number as people typed it."""
    return f"{Decimal(number).normalize():f}"


def words(found: Decimal | str) -> str:
    """Words as they are; a number that stands where words do, such as an ID."""
    return found if isinstance(found, str) else said(found)


def number(found: Decimal | str) -> Decimal:
    """A number, also where the spreadsheet took it for words, as it does with £1,500."""
    exact = found if isinstance(found, Decimal) else _typed(found)
    if exact.copy_abs() > LARGEST:
        raise ValueError(
            f"{said(exact)[:LONGEST_FIGURE]} is too large for a value map. Look for figures that slipped in."
        )
    if exact and exact.adjusted() < SMALLEST:
        raise ValueError("This is nearer to nought than any figure of a value map. Write 0 if it is none.")
    return exact


def _typed(found: str) -> Decimal:
    text = found.replace(" ", "")
    if not FIGURES.fullmatch(text) or not any(each.isdigit() for each in text):
        raise ValueError(f"“{found[:60]}” is not a number. Write figures alone, such as 12 or 0.35.")
    if len(text) > LONGEST_FIGURE:
        raise ValueError(f"“{text[:LONGEST_FIGURE]}” and on has too many figures. Write it shorter.")
    return Decimal(text.replace(",", "").replace("£", "").replace(MINUS, "-"))


def share(found: Decimal | str) -> Decimal:
    """A share from 0 to 1: 0.35, or 35%."""
    is_text = isinstance(found, str)
    text = PER_CENT.sub("", found.strip()).strip() if is_text else found
    part = number(text) / 100 if is_text and text != found.strip() else number(text)
    if part < 0:
        raise ValueError(f"{said(part * 100)} per cent is below nought. Write from 0% to 100%.")
    if part > WHOLE:
        raise ValueError(
            f"{said(part * 100)} per cent is over 100. Write from 0% to 100%; a third is 33% or 0.33."
        )
    return part


def count(found: Decimal | str) -> int:
    """A whole number."""
    exact = number(found)
    if exact != exact.to_integral_value():
        raise ValueError(f"{said(exact)} is not a whole number.")
    return int(exact)


def kind_of_value(found: Decimal | str) -> str:
    """Whose gain it is, by our word for it."""
    text = plain(words(found))
    for name, known in layout.KINDS_OF_VALUE.items():
        if text in (plain(known), plain(name.replace("_", " "))):
            return name
    known = "; ".join(layout.KINDS_OF_VALUE.values())
    raise ValueError(f"“{words(found)[:60]}” is none of the kinds of value. Write one of these: {known}.")


READERS = {
    map_columns.WORDS: words,
    map_columns.NUMBER: number,
    map_columns.MONEY: number,
    map_columns.SHARE: share,
    map_columns.COUNT: count,
    map_columns.KIND_OF_VALUE: kind_of_value,
}
