from survey.reports.report_checklist import checklist
from tests.reports import report_worlds


def test_the_eight_principles_are_numbered_and_no_assurance(app):
    [made] = report_worlds.grids(checklist(report_worlds.draft().value)).values()
    assert [row[0][:2] for row in made.rows] == [f"{number}." for number in range(1, 9)]
    assert "no assurer has looked at it" in made.notes[0]
