import pytest

from survey.analysis.disclosure import internal
from survey.analysis.tables import Column, Row, Table
from survey.reports.printed_cells import marked, unit_beside


def test_what_has_to_be_said_of_a_figure_stands_beside_it():
    column = Column("pct", "Change", "per cent")
    rows = (Row("hope", "Hope", {"pct": 52.6}, marks={"pct": "entered"}), Row("home", "Home"))
    table = internal(Table("change", "Change", (column,), rows))
    assert [marked(table, row, column) for row in table.rows] == ["53 (entered)", "–"]


@pytest.mark.parametrize(
    ("heading", "unit", "said"),
    [
        ("Change", "per cent", "per cent"),
        ("Middle half, per cent", "per cent", ""),
        ("Ratio", "£ for each £1", "£ for each £1"),
        ("With both", "people", ""),
    ],
)
def test_a_unit_is_said_once(heading, unit, said):
    assert unit_beside(Column("x", heading, unit)) == said
