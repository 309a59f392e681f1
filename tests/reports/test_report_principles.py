from datetime import date

from survey.reports import value_principles
from survey.reports.report_principles import principles, returned
from tests import valuing
from tests.reports import report_worlds, value_worlds

SAID = {
    "scope": "Walks in North.",
    "activities": "A walk a week.",
    "involved_how": "In two conversations.",
    "negative_found": "Some leaned too much.",
    "verified_how": "A colleague worked it out again.",
    "returned_on": date(2026, 6, 3),
    "returned_how": "At a lunch.",
    "responded_how": "Visits were spread.",
}


def met(made):
    return [each.is_met for each, _ in principles(report_worlds.draft(made).value)]


def test_all_eight_are_met_where_everything_is_said(app):
    made = value_worlds.world(**SAID)
    made.stakeholders[0].reason = "They are who it is for."
    made.rows[0].duration_source = "They said so a year later."
    assert met(made) == [True] * 8
    said = " ".join(returned(report_worlds.draft(made).value))
    assert said == (
        "Results went back to the people who took part on 3 June 2026. At a lunch. Visits were spread."
    )


def test_what_is_not_said_is_not_met(app):
    made = value_worlds.world()
    assert met(made) == [False, False, True, True, True, False, False, False]
    assert "have not gone back" in " ".join(returned(report_worlds.draft(made).value))


def test_a_row_without_figures_is_neither_valued_nor_deducted(app):
    made = value_worlds.world()
    row = valuing.row(made)
    row.proxy = None
    found = principles(report_worlds.draft(made).value)
    for principle, said in (found[2], found[4]):
        assert not principle.is_met and "R2" in said


def test_what_was_typed_is_counted(app):
    made = value_worlds.world()
    valuing.row(made, typed={"quantity": 8, **valuing.NOTHING_OFF})
    _, said = principles(report_worlds.draft(made).value)[4]
    assert said.startswith("Of eight deductions: four from answers; four typed or entered by the team.")


def test_what_the_page_of_the_map_finds_missing_is_not_said_to_be_shown(app):
    made = value_worlds.world(**{**SAID, "returned_on": None})
    value = report_worlds.draft(made).value
    for judged, (principle, said) in zip(
        value_principles.principles(made, value.gaps), principles(value), strict=True
    ):
        assert principle == judged and all(gap.words in said for gap in judged.missing)
    assert not principles(value)[6][0].is_met


def test_what_is_left_out_is_counted(app):
    made = value_worlds.world()
    assert principles(report_worlds.draft(made).value)[3][1] == "Nothing is left out."
    valuing.row(made, included=False, reason="It would count twice.")
    assert principles(report_worlds.draft(made).value)[3][1] == (
        "Left out, each with its reason: one outcome."
    )


def test_a_ratio_without_a_range_is_not_said_to_have_one(app):
    typed = report_worlds.draft(value_worlds.typed())
    said = " ".join(words for _, words in principles(typed.value))
    assert "No range of the ratio is known" in said and "never shown without" not in said
