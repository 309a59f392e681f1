import pandas as pd
import pytest

from survey.reports import turnout


def test_no_rate_of_nobody():
    frame = pd.DataFrame({"name": ["First"], "started": [0], "sent": [0], "added": [0]}, index=[1])
    cells = turnout.participation_table(frame, None).rows[0].cells
    assert cells["rate"] is None and cells["of_supported"] is None


def test_how_people_answered_adds_up():
    frame = pd.DataFrame({"helped": ["nobody", None, "coordinator_helped"], "n": [5, 2, 3]})
    table = turnout.helped_table(frame, "Follow-up")
    assert [row.heading for row in table.rows] == ["On their own", "Helped by the coordinator", "Not said"]
    assert sum(row.cells["share"] for row in table.rows) == pytest.approx(100)
