from survey.analysis.disclosure import internal
from survey.analysis.tables import Column, Row, Table
from survey.reports.differences import differences

COLUMNS = (Column("n", "With both", "people"), Column("mean", "Now (mean)", "score"))


def table(*rows):
    return internal(
        Table("change", "Change", COLUMNS, tuple(Row(key, key.title(), cells) for key, cells in rows))
    )


def test_only_what_reads_otherwise_is_named():
    then = table(("hope", {"n": 50, "mean": 3.44}), ("mood", {"n": 40, "mean": 2.0}))
    now = table(("hope", {"n": 50, "mean": 3.36}), ("mood", {"n": 45, "mean": 2.04}))
    assert [(each.row, each.column.key, each.then, each.now) for each in differences(then, now)] == [
        ("Mood", "n", "40", "45")
    ]


def test_a_row_that_only_one_has_reads_as_nothing():
    then, now = table(), table(("hope", {"n": 50, "mean": 3.4}))
    assert [(each.then, each.now) for each in differences(then, now)] == [("–", "50"), ("–", "3.4")]
    assert differences(now, now) == ()
