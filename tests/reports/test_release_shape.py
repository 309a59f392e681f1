"""What another council says in a file is believed only where a release could have said it."""

import json
from copy import deepcopy
from pathlib import Path

import pytest

from survey.analysis.definitions import FROM_BEFORE
from survey.reports import frozen, release_shape
from survey.reports.releasing import draft
from survey.reports.shapes import Misshapen
from tests import making
from tests.reports.impact_worlds import about, resident, shares
from tests.reports.worlds import filters, world

FILES = [Path(__file__).parent / f"release-of-format-{number}.json" for number in (1, 2, 3, 4)]


def kept(file=FILES[1]) -> dict:
    findings = json.loads(file.read_text())["findings"]
    return {name: value for name, value in findings.items() if name != release_shape.LEFT_OUT}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_releases_of_every_format_pass(file):
    release_shape.check(kept(file))


def test_a_release_made_now_passes(app):
    evaluation = world()
    making.pairs(evaluation, "control", [(2, 4), (3, 3)] * 12)
    for _ in range(10):
        resident(evaluation, "50", "25")
    for number in range(3):
        team = making.partner(evaluation, "adult_social_care", f"Made-up team {number}")
        making.partner_answer(team, **about("control", anyway="25", shares=shares(60, 40), displaced="0"))
    findings = json.loads(frozen.to_text(draft(evaluation, filters(evaluation), 10, number=2).findings))
    made = findings["findings"]
    del made[release_shape.LEFT_OUT]
    assert made["impact"]["outcomes"]
    release_shape.check(made)


def _row(findings):
    """The first row of the table of change that is shown."""
    rows = findings["change"]["rows"]
    return next(cells for _, _, cells in rows if cells["n_pairs"] != "hidden")


def _set(**values):
    return lambda findings: findings.update(values)


def _cell(**values):
    return lambda findings: _row(findings).update(values)


def _column(**values):
    return lambda findings: findings["change"]["columns"][0].update(values)


SPOILT = {
    "internal figures": _set(kind="internal"),
    "an exact count of answers": _set(responses=171),
    "words of stories": _set(stories={"sentence": "x"}),
    "what nobody knows": _set(more=1),
    "no such definition": _set(headline_key="pct"),
    "no such before": _set(before_kind="guessed"),
    "ends before it begins": lambda findings: findings["period"].reverse(),
    "hardly anything hidden": _set(threshold=2),
    "an exact number of people": _cell(n_pairs=71),
    "fewer people than the threshold": _cell(n_pairs=5),
    "an exact mean": _cell(mean_after=3.4567),
    "an exact percentage": _cell(**{FROM_BEFORE.key: 40.5}),
    "words as a figure": _cell(mean_after="<b>4</b>"),
    "a list as a figure": _cell(mean_after=[4]),
    "true as a figure": _cell(mean_after=True),
    "a figure without a column": _cell(more=1),
    "no such unit": _column(unit="apples"),
    "words in a table": _column(unit="text"),
    "sums of amounts": _column(unit="amount"),
    "decimals of its own": _column(decimals=4),
    "a column twice": lambda findings: findings["change"]["columns"].append(findings["change"]["columns"][0]),
    "a row twice": lambda findings: findings["change"]["rows"].append(findings["change"]["rows"][0]),
    "no percentage": lambda findings: findings["change"].update(
        columns=findings["change"]["columns"][:4],
        rows=[[*row[:2], dict(list(row[2].items())[:4])] for row in findings["change"]["rows"]],
    ),
    "an outcome twice": lambda findings: findings["outcomes"].append(findings["outcomes"][0]),
    "no band": lambda findings: findings["impact"]["change"]["rows"][0][2].update(deadweight="a lot"),
    "an exact figure of partners": lambda findings: findings["impact"]["change"]["columns"][1].update(
        unit="per cent"
    ),
}


OF_VALUE = {
    "a ratio to two decimals": lambda value: _first(value, "figures").update(ratio=4.86),
    "two decimals in a column": lambda value: value["figures"]["columns"][0].update(decimals=2),
    "pennies": lambda value: _first(value, "figures").update(inputs=1234.5),
    "a number of people": lambda value: _first(value, "rows").update(quantity=31),
    "no such kind": lambda value: value.update(kind="guessed"),
    "half a pair": lambda value: value["settings"].append(["Rule"]),
    "what nobody knows": lambda value: value.update(more=1),
    "no ratio": lambda value: value["figures"].update(
        columns=value["figures"]["columns"][3:],
        rows=[[*row[:2], dict(list(row[2].items())[3:])] for row in value["figures"]["rows"]],
    ),
    "no figures": lambda value: value["figures"].update(rows=[]),
    "figures twice": lambda value: value["figures"]["rows"].append(["more", "More", {}]),
}


def _first(value, table):
    return value[table]["rows"][0][2]


@pytest.mark.parametrize("spoil", OF_VALUE.values(), ids=OF_VALUE)
def test_value_that_no_release_says_is_refused(spoil):
    findings = kept(FILES[3])
    spoil(findings["value"][0])
    with pytest.raises(Misshapen):
        release_shape.check(findings)


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_what_no_release_says_is_refused(spoil):
    findings = deepcopy(kept())
    spoil(findings)
    with pytest.raises(Misshapen):
        release_shape.check(findings)
