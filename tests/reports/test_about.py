from survey.analysis.definitions import DEFINITIONS
from survey.reports.about import about, definitions
from tests.reports.files import findings
from tests.reports.release_impact_worlds import impact


def said(sheet) -> dict:
    return {row[0]: row[1] for grid in sheet.grids for row in grid.rows}


def test_the_first_sheet_says_what_the_file_is():
    words = said(about(findings(), {"Change": "The table of change"}))
    assert words["Programme"] == "Walking alongside" and words["Council"] == "Example Council"
    assert words["Status"].startswith("Release 3, 5 May 2027")
    assert "fewer than 10 people" in words["Hidden"] and "nearest 5" in words["Rounding"]
    assert words["No comparison group"].startswith("Nobody without a coordinator")
    assert words["Note"] == "A note of the team." and words["Change"] == "The table of change"
    assert "No real person" in words["Made up"]
    assert "Made up" not in said(about(findings(made_up=False), {}))


def test_an_internal_file_says_that_it_hides_nothing():
    words = said(about(findings(release=False), {}))
    assert words["Status"] == "Internal: exact figures, for the team only, not for publication"
    assert "Nothing is hidden" in words["Rounding and hiding"] and "Hidden" not in words
    assert "140 sets of answers" in words["As of"]


def test_a_preview_does_not_promise_to_stay():
    assert "never change again" in said(about(findings(), {}))["Release"]
    assert "Release" not in said(about(findings(number=0), {}))


def test_what_is_due_to_the_programme_is_explained_where_something_is_said_of_it():
    said_of, plain = (said(definitions(findings(impact=each))) for each in (impact(), None))
    assert said_of["Deadweight"] == "What would have happened anyway."
    assert "up to a third (0 to 33 per cent)" in said_of["Bands"]
    assert "from three organisations of a kind" in said_of["Who is counted"]
    assert "or three organisations" in said_of["Hidden"]
    assert said_of["Evidence A"].startswith("Five or more answers")
    assert "Deadweight" not in plain and "organisations" not in plain["Hidden"]


def test_the_six_meanings_stand_with_formula_and_bound():
    six, rules = definitions(findings()).grids
    for row, (key, meant) in zip(six.rows, DEFINITIONS.items(), strict=True):
        name, formula, bound, column = row
        assert (name.lower(), formula.lower()) == (meant.name.lower(), meant.formula_in_words.lower())
        assert bound.lower() == meant.bound.lower() and column == key
    words = dict(rules.rows)
    assert "left out" in words["Missing scores"] and "both before and now" in words["n"]
    assert words["Headline"] == "Percentage change from before"
