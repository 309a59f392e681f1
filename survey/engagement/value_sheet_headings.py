"""Finding the value map in a spreadsheet: which sheet, which row holds the headings, which column is what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from survey.engagement.value_sheet_cells import Cell, Sheet
from survey.engagement.value_sheet_places import Places
from survey.engagement.value_sheet_problems import Problem
from survey.value.layout import plain
from survey.value.map_columns import DESCRIPTIONS, INPUT_COLUMNS, MAP_COLUMNS, SOURCES, VALUES, Column

FIRST_ROWS = 40
# So many known headings in one row are those of a value map.
ENOUGH = 5
IN_MAP = {each.name: each for each in MAP_COLUMNS}
OF_INPUT = {each.name: each for each in INPUT_COLUMNS}


@dataclass(frozen=True)
class Headed:
    """A sheet with the row of its headings, and the place of each column that was found, by name."""

    sheet: Sheet
    row: int
    places: Mapping[str, int]
    columns: Mapping[str, Column]

    def heading(self, name: str) -> str:
        """What a column is called in the file, or what it would be called."""
        cell = _headings(self.sheet, self.row).get(self.places.get(name, -1))
        return " ".join(str(cell.value).split()) if cell else self.columns[name].heading

    def named(self, lines: Mapping[str, int]) -> Places:
        """Where its lines stand, each known by a name."""
        return Places(self.sheet.name, lines, {name: self.heading(name) for name in self.places})

    def below(self) -> Iterator[tuple[int, Mapping[str, Cell]]]:
        """The rows under the headings: their number, and the cells of known columns that hold something."""
        for number in sorted(each for each in self.sheet.rows if each > self.row):
            cells = self.sheet.rows[number]
            yield number, {name: cells[place] for name, place in self.places.items() if place in cells}

    def missing(self) -> Iterator[Problem]:
        """One problem for each column that is needed and not there."""
        for column in self.columns.values():
            if column.needed and column.name not in self.places:
                message = f"There is no column headed “{column.heading}”. Add it, with a value in each row."
                yield Problem(message, self.sheet.name, self.row)


def maps(sheets: Sequence[Sheet]) -> list[Headed]:
    """Every sheet that holds outcomes, by its headings."""
    found = (_best(each, IN_MAP) for each in sheets)
    return [each for each in found if len(each.places) >= ENOUGH]


def inputs(sheets: Sequence[Sheet], value_map: Headed) -> Headed | None:
    """What was put in: on a sheet of its own, or beside the outcomes."""
    own = (_best(each, OF_INPUT) for each in sheets if each is not value_map.sheet)
    for found in own:
        if {"description", "value"} <= found.places.keys():
            return found
    beside = _headed(value_map.sheet, value_map.row, OF_INPUT)
    return beside if "value" in beside.places else None


def twice(found: Headed) -> Iterator[Problem]:
    """Two columns with the same heading: nobody could say which counts."""
    seen = set()
    for _, text in _texts(found.sheet, found.row):
        name = _named(text, found.columns)
        if name and name in seen:
            message = f"Two columns are headed “{found.heading(name)}”. Keep one of them."
            yield Problem(message, found.sheet.name, found.row, found.heading(name))
        seen.add(name)


def _best(sheet: Sheet, columns: Mapping[str, Column]) -> Headed:
    rows = sorted(sheet.rows)[:FIRST_ROWS]
    found = [_headed(sheet, row, columns) for row in rows]
    return max(found, key=lambda each: len(each.places), default=Headed(sheet, 0, {}, columns))


def _headed(sheet: Sheet, row: int, columns: Mapping[str, Column]) -> Headed:
    places: dict[str, int] = {}
    texts = list(_texts(sheet, row))
    for place, text in texts:
        name = _named(text, columns)
        if name:
            places.setdefault(name, place)
    quantity = next((place for place, text in texts if _named(text, IN_MAP) == "quantity"), None)
    for place, text in texts:
        name = _by_place(text, place, quantity, columns)
        # Of several descriptions the last is of the outcome, the first of the input.
        if name == "outcome" and not _is_named(texts, name, columns):
            places[name] = place
        elif name:
            places.setdefault(name, place)
    return Headed(sheet, row, places, columns)


def _by_place(text: str, place: int, quantity: int | None, columns: Mapping[str, Column]) -> str:
    """What a heading such as Value or Source is about, by where it stands; nothing for any other."""
    is_map = columns is IN_MAP
    before = quantity is not None and place < quantity
    if text in VALUES:
        fits = quantity is not None and not before if is_map else quantity is None or before
        name = "unit_value" if is_map else "value"
    elif text in DESCRIPTIONS:
        fits, name = (before, "outcome") if is_map else (quantity is None or before, "description")
    else:
        fits = is_map and text in SOURCES and quantity is not None
        name = "source" if before else "proxy_source"
    return name if fits else ""


def _is_named(texts: Sequence[tuple[int, str]], name: str, columns: Mapping[str, Column]) -> bool:
    return any(_named(text, columns) == name for _, text in texts)


def _named(text: str, columns: Mapping[str, Column]) -> str:
    for column in columns.values():
        if text == plain(column.heading) or text in column.also:
            return column.name
    return ""


def _headings(sheet: Sheet, row: int) -> Mapping[int, Cell]:
    """The cells of a row of headings; where one is empty, the one above it may span both rows."""
    return {**sheet.rows.get(row - 1, {}), **sheet.rows.get(row, {})}


def _texts(sheet: Sheet, row: int) -> Iterator[tuple[int, str]]:
    for place, cell in sorted(_headings(sheet, row).items()):
        if isinstance(cell.value, str) and (text := plain(cell.value)):
            yield place, text
