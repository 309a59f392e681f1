import pytest

from survey.reports.meanings import meaning
from tests.reports.files import findings
from tests.reports.release_impact_worlds import impact


@pytest.mark.parametrize("release", [True, False])
def test_every_column_that_is_shown_is_explained(release):
    keys = {
        column.key
        for table in findings(release, impact=impact() if release else None).tables
        for column in table.columns
    }
    assert [key for key in sorted(keys) if not meaning(key)] == []


def test_what_nobody_described_has_no_meaning():
    assert meaning("a_column_to_come") == ""
    assert "number 2" in meaning("p1")
