from survey.analysis.tables import Column
from survey.reports.laid_out import laid_out

TOLD = (
    (Column("letters", "Letters", "amount"), len),
    (Column("aloud", "Aloud", "text"), str.upper),
)


def test_each_cell_is_what_its_column_says_of_the_row():
    made = laid_out("words", "Words", TOLD, [("a", "The first", "yes"), ("b", "The other", "no")], "Word")
    assert [(row.key, row.heading, row.cells) for row in made.rows] == [
        ("a", "The first", {"letters": 3, "aloud": "YES"}),
        ("b", "The other", {"letters": 2, "aloud": "NO"}),
    ]
    assert [column.key for column in made.columns] == ["letters", "aloud"] and made.row_heading == "Word"
