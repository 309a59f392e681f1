"""Somebody at work in the spreadsheet of a value map: which cells invite typing, and one typed over."""

import re
from xml.sax.saxutils import escape

from survey.value.layout import letters
from tests.value import books

CELL = re.compile(r'<c r="([A-Z]+)([0-9]+)" s="([0-9]+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
STYLE = re.compile(r'<xf numFmtId="[0-9]+" fontId="([0-9]+)" fillId="([0-9]+)"')
# What else may be chosen, where only some words may stand.
OTHERWISE = {
    "evaluative": "forecast",
    "yes": "no",
    "first year not discounted": "at the end of each year",
    "social": "fiscal, avoided",
}


def cells(content, number):
    """Column, row, whether it is white and plain, and whether it is a formula, of each cell of a sheet."""
    every = books.parts(content)
    styles = every["xl/styles.xml"].decode()
    fonts = re.findall(r"<font>.*?</font>|<font/>", styles.split("<fonts")[1].split("</fonts>")[0], re.DOTALL)
    looks = STYLE.findall(styles.split("<cellXfs")[1].split("</cellXfs>")[0])
    for found in CELL.finditer(every[f"xl/worksheets/sheet{number}.xml"].decode()):
        column, row, look, _, inside = found.groups()
        font, fill = (int(each) for each in looks[int(look)])
        white = fill == 0 and "<b/>" not in fonts[font] and "<color rgb" not in fonts[font]
        yield column, int(row), white, "<f>" in (inside or "")


def values(content, name):
    """What stands in the cells of a sheet by column and row, read by code that is none of ours."""
    rows = books.sheet(content, name)
    return {
        (letters(place), row): value for row, cells in enumerate(rows, 1) for place, value in enumerate(cells)
    }


def otherwise(value):
    """Another value that fits the cell as well."""
    if isinstance(value, float):
        return value + 1 if value.is_integer() else value / 2
    return OTHERWISE.get(value) or f"{value} edited".strip()


def retyped(content, number, cell, value):
    """The file with a number, words or nothing in one cell of its sheet `number`."""
    every, name = books.parts(content), f"xl/worksheets/sheet{number}.xml"

    def typed(found):
        start = f'<c r="{cell}" s="{found.group(1)}"'
        if value == "":
            return f"{start}/>"
        if isinstance(value, float):
            return f"{start}><v>{value}</v></c>"
        return f'{start} t="inlineStr"><is><t>{escape(value)}</t></is></c>'

    pattern = rf'<c r="{cell}" s="([0-9]+)"(?:[^>]*?/>|[^>]*?>.*?</c>)'
    text, times = re.subn(pattern, typed, every[name].decode(), flags=re.DOTALL)
    assert times == 1, cell
    return books.packed(every | {name: text.encode()})
