import json
from pathlib import Path

import pytest

from survey.analysis.tables import HIDDEN, is_shown
from survey.reports import frozen
from survey.reports.releasing import draft
from tests import making
from tests.reports.impact_worlds import about, resident, shares
from tests.reports.story_worlds import WORDS, quote, told
from tests.reports.worlds import filters, found, world


@pytest.fixture
def findings(app):
    evaluation = world()
    making.pairs(evaluation, "hope", [(2, 4), (3, 3)] * 12)
    return draft(evaluation, filters(evaluation), 10, number=2).findings


def test_what_is_kept_comes_back_the_same(findings):
    assert frozen.from_text(frozen.to_text(findings)) == findings


def test_internal_findings_are_not_kept(app):
    with pytest.raises(ValueError, match="only what is released"):
        frozen.to_text(found(world()))


def test_a_format_of_the_future_is_refused(findings):
    kept = json.loads(frozen.to_text(findings)) | {"format": 99}
    with pytest.raises(ValueError, match="format 99"):
        frozen.from_text(json.dumps(kept))


def test_a_release_of_the_first_format_is_read_for_ever():
    # Made by the first version; it never changes, whatever becomes of the classes.
    kept = frozen.from_text((Path(__file__).parent / "release-of-format-1.json").read_text())
    assert (kept.number, kept.name, kept.made_up) == (3, "Walking alongside", True)
    assert kept.change.rows[0].cells["n_pairs"] == 70
    assert HIDDEN in [cell for table in kept.parts for row in table.rows for cell in row.cells.values()]


def test_how_much_is_due_to_the_programme_is_kept_and_comes_back_the_same(app):
    evaluation = world()
    for _ in range(10):
        resident(evaluation, "50", "25")
    for number in range(3):
        team = making.partner(evaluation, "adult_social_care", f"Made-up team {number}")
        making.partner_answer(team, **about("control", anyway="25", shares=shares(60, 40), displaced="0"))
    findings = draft(evaluation, filters(evaluation), 10, number=2).findings
    assert findings.impact.outcomes[0].kinds
    assert frozen.from_text(frozen.to_text(findings)) == findings


def test_a_release_of_the_second_format_is_read_for_ever():
    # The first format with impact; made from made-up answers, and never changed.
    kept = frozen.from_text((Path(__file__).parent / "release-of-format-2.json").read_text())
    assert (kept.number, kept.made_up) == (4, True)
    assert kept.impact.headline.startswith("Of what changed, between")
    rows = {row.key: row.cells for row in kept.impact.change.rows}
    assert rows["control"]["deadweight"] == "about half" and rows["control"]["share_to"] == 67
    assert [row.cells["deadweight"] for row in kept.impact.outcomes[0].kinds.rows][0] == "about half"


def test_a_release_of_the_first_format_holds_no_impact():
    kept = frozen.from_text((Path(__file__).parent / "release-of-format-1.json").read_text())
    assert kept.impact is None and kept.change.columns[0].of == "people"


def test_a_release_of_the_third_format_is_read_for_ever():
    # The first format with stories; made from made-up answers, and never changed.
    kept = frozen.from_text((Path(__file__).parent / "release-of-format-3.json").read_text())
    [told] = kept.stories.quotations
    assert (told.words, told.outcome, told.name) == (WORDS, "hope", "Made-up Robin")
    assert kept.stories.went("hope").startswith("About 15 stories are about this")
    assert kept.stories.since.startswith("Since release 2, one quotation was taken out")
    assert kept.stories.left_out == ("One quotation was left out: consent was taken back.",)
    assert frozen.from_text(frozen.to_text(kept)) == kept


@pytest.mark.parametrize("number", [1, 2])
def test_a_release_of_an_earlier_format_holds_no_stories(number):
    kept = frozen.from_text((Path(__file__).parent / f"release-of-format-{number}.json").read_text())
    assert kept.stories is None
    assert frozen.from_text(frozen.to_text(kept)) == kept


def test_a_release_of_the_fourth_format_is_read_for_ever():
    # The first format with value; made from made-up answers, and never changed.
    kept = frozen.from_text((Path(__file__).parent / "release-of-format-4.json").read_text())
    [told] = kept.value
    assert (kept.number, kept.made_up, told.kind) == (5, True, "evaluative")
    assert told.figures.rows[0].cells["inputs"] == 1234 and told.who.rows[1].heading == "The NHS"
    assert frozen.from_text(frozen.to_text(kept)) == kept


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_release_of_an_earlier_format_holds_no_value(number):
    kept = frozen.from_text((Path(__file__).parent / f"release-of-format-{number}.json").read_text())
    assert kept.value == ()


def test_words_of_stories_are_kept_and_come_back_the_same(app):
    evaluation = world()
    quote(told(evaluation), outcome="hope", named=True)
    findings = draft(evaluation, filters(evaluation), 10, number=2).findings
    assert findings.stories.quotations and findings.stories.tables
    assert frozen.from_text(frozen.to_text(findings)) == findings


def test_words_that_were_told_to_the_team_are_not_kept(app):
    evaluation = world()
    quote(told(evaluation))
    findings = draft(evaluation, filters(evaluation), 10, number=2).findings
    # Past the check that findings make themselves.
    object.__setattr__(findings, "stories", found(evaluation).stories)
    with pytest.raises(ValueError, match="only what is released"):
        frozen.to_text(findings)


def test_nothing_exact_is_kept(findings):
    cells = [
        (column.unit, row.cells[column.key])
        for table in frozen.from_text(frozen.to_text(findings)).tables
        for row in table.rows
        for column in table.columns
        if is_shown(row.cells[column.key])
    ]
    assert {unit for unit, _ in cells} >= {"people", "score", "points", "per cent"}
    decimals = {"people": 0, "score": 1, "points": 1, "per cent": 0}
    assert all(value == round(value, decimals[unit]) for unit, value in cells)
    assert all(value % 5 == 0 for unit, value in cells if unit == "people")
    assert "bases" not in frozen.to_text(findings)
