"""Value maps as spreadsheets for tests: any map, a cell typed over, and LibreOffice to reckon."""

import io
import random
import re
import subprocess
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from survey.value import discounting, model
from tests.value import maps

# Recalculates every file that it opens, whatever results the file brings along.
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>"""
NASTY = (
    "=1+1",
    "@SUM(A1)",
    "-1",
    "{=1}",
    "_x0041_",
    "1e5",
    "http://x",
    "a\nb",
    "<b>&",
    "é 🌻",
    "",
    "x" * 200,
)
TEXTS = st.sampled_from(NASTY) | st.text("abc =+-@'\"&<_", max_size=12).map(str.strip)
HEADINGS = (
    *("Stakeholders", "No. in group", "Inputs: description", "Inputs: value in currency", "Outputs"),
    *("Outcome description", "Indicator", "Source", "Quantity", "Sample size", "Duration", "Outcomes start"),
    *("Financial proxy", "Value in currency", "Source", "Deadweight %", "Displacement %", "Attribution %"),
    *("Drop off %", "Impact"),
)
TYPED = (
    *("Residents", 40, "time", 0, "120 visits", "Made friends", "new clubs joined", "survey", 16, 20, 1, 1),
    *("club fee", 48.25, "web page", 0.1, "0%", "35%", 0, "=I2*N2"),
)


@st.composite
def any_maps(draw):
    """Maps with several rows, inputs and settings; numbers of no more figures than a spreadsheet keeps."""
    rows = [
        replace(
            draw(maps.any_rows()),
            id=f"R{number}",
            column=draw(st.sampled_from(model.COLUMNS)),
            n=draw(st.none() | st.integers(0, 500)),
            **{name: draw(TEXTS) for name in ("indicator", "proxy", "proxy_source", "source", "note")},
        )
        for number in range(1, draw(st.integers(1, 4)) + 1)
    ]
    given = st.builds(
        model.Input, st.just("Council"), TEXTS, st.decimals(1, 10**6, places=2), st.integers(1, 30)
    )
    assumed = model.Assumptions(
        draw(st.sampled_from([discounting.flat(Decimal("0.035")), *discounting.TABLES.values()])),
        draw(st.sampled_from(discounting.TIMINGS)),
        draw(st.booleans()),
        draw(st.sampled_from(model.KINDS)),
    )
    inputs = draw(st.lists(given, min_size=1, max_size=3))
    return model.ValueMap(tuple(inputs), tuple(rows), assumed, draw(TEXTS))


def by_chance(seed):
    """A map from a seed, with every kind of row: long, later, for the worse."""
    chance = random.Random(seed)

    def share():
        return chance.choice(["0", "1", "0.25", "0.333", "0.5"])

    rows = (
        maps.row(
            f"R{number}",
            chance.randint(-300, 900),
            chance.randint(1, 999_999) / 100,
            chance.choice([1, 2, 5, 30]),
            starts=chance.choice(model.STARTS),
            **{name: share() for name in model.FILTERS},
        )
        for number in range(1, 8)
    )
    made = maps.of(*rows, timing=chance.choice(discounting.TIMINGS), inputs_discounted=chance.random() < 0.5)
    rates = chance.choice([*discounting.TABLES.values(), discounting.flat(Decimal("0.05"))])
    inputs = tuple(
        model.Input("Council", "grant", Decimal(chance.randint(1, 10**6)), year) for year in (1, 2, 9)
    )
    return replace(made, inputs=inputs, assumptions=replace(made.assumptions, rates=rates))


def sheet(content, name):
    """The rows of a sheet, read by code that has nothing to do with ours."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(name).to_python()


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {each: file.read(each) for each in file.namelist()}


def packed(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return made.getvalue()


def typed(content, number, cell, value):
    """The file with another number in one cell of its sheet `number`, as if somebody had typed it."""
    every = parts(content)
    name = f"xl/worksheets/sheet{number}.xml"
    pattern = rf'(<c r="{cell}"[^>]*>(?:<f>[^<]*</f>)?<v>)[^<]*(</v>)'.encode()
    every[name], times = re.subn(pattern, rf"\g<1>{value}\g<2>".encode(), every[name])
    assert times == 1, cell
    return packed(every)


def common(*rows, headings=HEADINGS, more=()):
    """A map in the layout that is common: one sheet, no settings, no IDs; `more` are lines under a title."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        paper = book.add_worksheet("Map")
        for number, cells in enumerate((*more, headings, *rows)):
            for place, cell in enumerate(cells):
                if cell is not None:
                    paper.write(number, place, cell)
    return made.getvalue()


def with_cells(**changed):
    """The typed row of the common layout with some cells changed, by the letter of their column."""
    cells = list(TYPED)
    for letter, cell in changed.items():
        cells[ord(letter) - ord("A")] = cell
    return tuple(cells)


def recalculated(folder: Path, contents):
    """The same files after LibreOffice has opened them, worked them out anew, and saved them."""
    (folder / "profile" / "user").mkdir(parents=True)
    (folder / "profile" / "user" / "registrymodifications.xcu").write_text(ALWAYS)
    (folder / "out").mkdir()
    for name, content in contents.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
    asked = [*command, "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
    files = [str(folder / f"{name}.xlsx") for name in contents]
    subprocess.run([*asked, *files], check=True, capture_output=True, timeout=120)
    return {name: (folder / "out" / f"{name}.xlsx").read_bytes() for name in contents}
