from survey.reports.codebook import codebook, stored_scores
from survey.reports.workbook import by_sheet
from tests.reports.files import OUTCOMES, findings


def test_answers_stand_beside_the_scores_that_are_stored_for_them():
    for finding, outcome in zip(findings().outcomes, OUTCOMES, strict=True):
        assert stored_scores(finding) == {choice.value: choice.text for choice in outcome.choices}


def test_outcomes_are_there_as_they_were_asked():
    found = findings()
    outcomes = codebook(found, by_sheet(found)).grids[0]
    assert outcomes.headings[4:] == tuple(f"Stored as {score}" for score in range(11))
    for row, outcome in zip(outcomes.rows, OUTCOMES, strict=True):
        assert row[:4] == (outcome.id, outcome.short_name, outcome.text, outcome.better)
    assert outcomes.rows[0][4] is None, "no answer is stored as 0 there"


def test_every_column_is_listed_once_with_the_sheets_that_have_it():
    found = findings(release=False)
    columns = codebook(found, by_sheet(found)).grids[1]
    listed = [row[0] for row in columns.rows]
    assert set(listed) == {column.key for table in found.tables for column in table.columns}
    assert len(listed) == len(set(listed))
    assert {row[0]: row[4] for row in columns.rows}["n_pairs"] == "Change, Flower"
