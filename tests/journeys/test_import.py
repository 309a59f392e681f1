"""Scores that were collected elsewhere, brought in from a file, and shown as pandas counts them."""

import io
import random
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd
import pytest
from playwright.sync_api import expect

from survey.engagement import waves
from survey.engagement.areas import AreaDetails
from tests import making
from tests.journeys.steps import choose, follow, heading, press, reads, sign_in
from tests.journeys.tables import row

pytestmark = pytest.mark.journey

AREAS = ("Derby", "Ynys Môn")
WAVES = ("At introduction", "Follow-up", "After a year", "After two years")
OUTCOMES = {"ctl": "Feeling in control", "mood": "Low mood"}
SCORES = [f"{name} {time}" for name in OUTCOMES for time in range(len(WAVES))]
HEADINGS = ["Ref no", "Where", "Comment", *SCORES]
CAPTION = "Percentage change from before, by outcome"
# What is wrong, in which column, and how the page says it.
WRONG = [
    ("ctl 0", "0", "“0” is not a score from 1 to 5."),
    ("ctl 1", "6", "“6” is not a score from 1 to 5."),
    ("mood 0", "2,5", "“2,5” is not a score from 1 to 5."),
    ("mood 3", "n/a", "“n/a” is not a score from 1 to 5."),
    ("Where", "Derbyshire", "There is no area called “Derbyshire”."),
    ("Ref no", "C-001", "The code “C-001” is also in row 2."),
]


def people(count=60, seed=2015):
    """Made-up people, fewer and fewer at each follow-up, some of them leaving an answer out."""
    chance = random.Random(seed)
    rows = []
    for number in range(1, count + 1):
        person = {"Ref no": f"C-{number:03}", "Where": chance.choice(AREAS), "Comment": "née; says “well”"}
        stays = chance.choice((0, 1, 1, 2, 2, 3, 3, 3))
        for score in SCORES:
            answered = int(score[-1]) <= stays and chance.random() > 0.1
            person[score] = str(chance.randint(1, 5)) if answered else ""
        rows.append(person)
    return rows


def spoilt(rows):
    """Copies of the first people under other codes, each with one cell that does not fit."""
    for number, (column, cell, _) in enumerate(WRONG, 901):
        yield {**rows[0], "Ref no": f"C-{number}", column: cell}


def as_file(rows):
    text = pd.DataFrame(rows, columns=HEADINGS).to_csv(sep=";", index=False, lineterminator="\r\n")
    return {"name": "Anna’s scores.csv", "mimeType": "text/csv", "buffer": text.encode("utf-8-sig")}


@pytest.fixture
def page(server, desk):
    """At the first page of bringing scores in."""
    server.account("import@example.org")
    with server.records():
        areas = [AreaDetails(name, {"two": 100}) for name in AREAS]
        evaluation = making.evaluation(making.user("import@example.org"), areas=areas, name="Brought in")
        for name in WAVES[2:]:
            waves.add(evaluation, name, 52)
        home = f"/evaluations/{evaluation.id}"
    sign_in(desk, "import@example.org")
    desk.goto(home)
    follow(desk, "Bring in scores")
    return desk


def test_a_file_from_a_spreadsheet(page):
    good, home = people(), page.url.removesuffix("/bring-in-scores")
    bring(page, as_file([*good[:30], *spoilt(good), *good[30:]]))
    expect(heading(page)).to_have_text("Six rows do not fit")
    reads(page, "60 people can be brought in, all of them new here. Nothing is brought in yet.")
    for place, (column, _, said) in enumerate(WRONG):
        expect(page.get_by_role("row", name=f"{32 + place} {column} {said}")).to_be_visible()
    press(page, "Leave six rows out and bring in 60 people")
    reads(page, "Scores brought in for 60 people.")
    page.goto(f"{home}/results")
    told = pd.read_csv(io.BytesIO(as_file(good)["buffer"]), sep=";", encoding="utf-8-sig")
    for area in (None, *AREAS):
        for time in (1, 2, 3):
            page.get_by_label("Area", exact=True).select_option(label=area or "All areas")
            page.get_by_label("Wave", exact=True).select_option(label=WAVES[time])
            press(page, "Show these")
            reads(page, f"Shown here: {area or 'All areas'}, all levels, {WAVES[time]}")
            theirs = told if area is None else told[told["Where"] == area]
            for name, outcome in OUTCOMES.items():
                assert row(page, CAPTION, outcome) == counted(theirs, name, time), (area, time, name)


def test_a_file_that_is_put_right_and_sent_again(page):
    rows = people(4)
    bring(page, as_file([*rows, *spoilt(rows)][:5]))
    expect(heading(page)).to_have_text("One row does not fit")
    press(page, "Give up and delete the file")
    reads(page, "The file is deleted. Nothing was brought in.")
    bring(page, as_file(rows))
    expect(heading(page)).to_have_text("All rows fit")
    press(page, "Bring in four people")
    reads(page, "Scores brought in for four people.", "There are four residents.")


def bring(page, file):
    page.get_by_label("The file").set_input_files(file)
    press(page, "Send this file")
    expect(heading(page)).to_have_text("What does each column hold?")
    hold(page, "Ref no", "Code")
    hold(page, "Where", "Area")
    for score in SCORES:
        name, time = score.split()
        hold(page, score, f"{OUTCOMES[name]}: {WAVES[int(time)]}")
    page.get_by_label("Level for all rows").select_option(label="Level 2")
    choose(page, "Asked at the time")
    press(page, "See what would be brought in")


def hold(page, column, what):
    page.get_by_label(column, exact=True).select_option(label=what)


def counted(frame, name, time):
    """The row of the table, straight from the file."""
    both = frame[[f"{name} 0", f"{name} {time}"]].dropna()
    before, now = both.iloc[:, 0], both.iloc[:, 1]
    moved = (now - before).mean()
    improved = (now < before) if name == "mood" else (now > before)
    return {
        "With both": str(len(both)),
        "Before": rounded(before.mean(), 1),
        "Now": rounded(now.mean(), 1),
        "Change": rounded(moved, 1),
        "Percentage change from before": rounded(100 * moved / before.mean(), 0),
        "Share of the scale moved": rounded(100 * moved / 4, 0),
        "Improved": rounded(100 * improved.mean(), 0),
    }


def rounded(value, decimals):
    exact = Decimal(repr(round(float(value), 9))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return str(abs(exact)) if not exact else str(exact).replace("-", "−")
