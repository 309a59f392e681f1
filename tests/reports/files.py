"""Findings made up for files, from a seed and without a database; and files read back with another's code."""

import io
import random
from datetime import date, datetime

import pandas as pd
from python_calamine import CalamineWorkbook

from survey.analysis import disclosure
from survey.analysis.change import change, moves_from_pairs
from survey.questionnaires import loading
from survey.reports import scales, sheets, turnout
from survey.reports.findings import Findings, OutcomeFinding

LIBRARY = loading.library()
OUTCOMES = (
    *(LIBRARY["resident-outcomes"].question(name) for name in ("control", "isolation")),
    LIBRARY["personal-wellbeing"].question("life_satisfaction"),
)
HEADLINE = "pct_relative_ratio_of_means"
NORTH, SOUTH = 60, 8


def findings(release=True, outcomes=OUTCOMES, threshold=10, **changed) -> Findings:
    """A release, or the team's own view, of answers drawn by chance; any field can be changed."""
    out = (lambda table: disclosure.release(table, threshold)) if release else disclosure.internal
    chance = random.Random(7)
    north, south = ({each.id: _answers(each, chance, size) for each in outcomes} for size in (NORTH, SOUTH))
    everyone = {name: _change(outcomes, name, north[name] + south[name]) for name in north}
    parts = {
        place: {name: _change(outcomes, name, pairs[name]) for name in pairs}
        for place, pairs in (("North", north), ("South", south))
    }
    usual = {
        "kind": disclosure.RELEASE if release else disclosure.INTERNAL,
        "council": "Example Council",
        "name": "Walking alongside",
        "period": (date(2026, 4, 1), date(2027, 3, 31)),
        "made_up": True,
        "note": "A note of the team.",
        "filters": "All areas, all levels, Follow-up, before asked at the time",
        "headline_key": HEADLINE,
        "before_kind": "asked",
        "made_at": datetime(2027, 5, 5, 9, 30),
        "data_until": None if release else datetime(2027, 5, 4),
        "responses": None if release else 140,
        "headline": "Isolation fell.",
        "headline_range": "",
        "caveats": ("No comparison group: nobody without a coordinator was asked.",),
        "number": 3 if release else 0,
        "threshold": threshold if release else None,
        **_tables(release, out, outcomes, everyone, parts),
    }
    return Findings(**{**usual, **changed})


def _tables(release, out, outcomes, everyone, parts) -> dict:
    spread = sheets.spread_table if release else sheets.statistics_table
    waves = pd.DataFrame({"name": ["Follow-up"], "started": [72], "sent": [70], "added": [90]}, index=[1])
    helped = pd.DataFrame({"helped": ["nobody", None], "n": [45, 25]})
    by_part = [
        sheets.change_table(outcomes, each, HEADLINE, name, name=f"change_{name}")
        for name, each in parts.items()
    ]
    return {
        "change": out(sheets.change_table(outcomes, everyone, HEADLINE, "All areas")),
        "parts": tuple(out(table) for table in by_part) if release else (),
        "statistics": out(spread(outcomes, everyone, HEADLINE)),
        "six_ways": out(sheets.six_ways_table(outcomes, everyone)),
        "outcomes": tuple(_finding(each, out, everyone[each.id]) for each in outcomes),
        "flowers": {name: out(scales.flower_table(outcomes, each, name)) for name, each in parts.items()},
        "participation": out(turnout.participation_table(waves, None)),
        "helped": out(turnout.helped_table(helped, "Follow-up", every=True)),
    }


def _finding(outcome, out, made) -> OutcomeFinding:
    table = scales.answers_table(outcome, made)
    said = {"sentence": "It rose.", "certainty": "", "improved": ""}
    return OutcomeFinding(
        outcome.id,
        outcome.short_name,
        outcome.text,
        outcome.lowest,
        outcome.better,
        answers=out(table),
        **said,
    )


def _answers(outcome, chance, size) -> list[tuple[int, int]]:
    choices = [choice.value for choice in outcome.choices]
    worse, better = choices[: len(choices) - 1], choices[1:]
    return [(chance.choice(worse), chance.choice(better)) for _ in range(size)]


def _change(outcomes, name, pairs):
    outcome = next(each for each in outcomes if each.id == name)
    scale = outcome.lowest, outcome.highest
    return change(*moves_from_pairs(pairs, *scale), *scale, outcome.better, draws=200)


def read(content: bytes) -> dict[str, list[list]]:
    """The cells of every sheet by its name, as somebody else's code reads them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
