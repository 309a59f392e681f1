from decimal import Decimal

from survey.analysis.money import pounds
from survey.reports.report_worth import comes_to
from tests import valuing
from tests.reports import impact_worlds, report_worlds, value_worlds


def test_inputs_years_and_three_kinds_that_are_never_called_savings(app):
    made = value_worlds.world(
        published_value=Decimal(488), published_inputs=Decimal(134), published_source="A slide."
    )
    valuing.given(made, 0, kind="time", hours=Decimal(10), rate=Decimal("12.50"), description="A room")
    draft = report_worlds.draft(made)
    chapter = comes_to(draft)
    tables = report_worlds.grids(chapter)
    kinds = tables["Present value of three kinds, side by side"]
    assert [heading for heading, _ in kinds.columns][1:] == [
        *("Fiscal, cashable (£)", "Fiscal, avoided (£)", "Social (£)"),
    ]
    assert [row[1:] for row in kinds.rows] == [("0", "0", "1,293")] * 2
    said = report_worlds.words(chapter)
    assert "A room Residents year\u00a01 £125" in said
    assert "£488 on £134, which is 3.64." in said and "no part of what was reckoned here" in said
    lines = {line.source.what: line.source for line in draft.annex.lines}
    assert lines["Input: A room"].path == ("Value map", "Inputs", "A room, year 1")
    assert lines["Input: A room"].rule == "10 hours at £12.50. the accounts"


def test_inputs_end_with_their_sum_and_what_it_is_in_todays_money(app):
    made = value_worlds.world(inputs_discounted=True)
    valuing.given(made, 1000, year=2)
    draft = report_worlds.draft(made)
    rows = [tuple(map(report_worlds.words, row)) for row in _inputs_of(comes_to(draft)).rows]
    assert [row[0] for row in rows] == ["grant", "grant", "All inputs", "The same in today’s money"]
    assert rows[2][3].startswith("£2,000 [") and rows[3][3].startswith(
        pounds(draft.value.results.worth.inputs)
    )


def _inputs_of(chapter):
    return report_worlds.grids(chapter)["What was put in"]


def test_without_a_ratio_the_inputs_still_stand(app):
    made = valuing.value_map(impact_worlds.world())
    said = report_worlds.words(comes_to(report_worlds.draft(made)))
    assert "£1,000" in said and "cannot be said before" in said
