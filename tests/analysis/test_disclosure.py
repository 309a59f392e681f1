from dataclasses import FrozenInstanceError, replace

import pytest

from survey.analysis.disclosure import OwnChange, OwnScore, SafeTable, internal, own_change
from survey.analysis.tables import Column, Row, Table

TABLE = Table(
    "change",
    "Change by outcome",
    (Column("n", "People", "people"),),
    (Row("hope", "Hope", {"n": 3}),),
    row_heading="Outcome",
    notes=("Made up.",),
)
ISOLATION = OwnScore("isolation", "Isolation", before=5, now=2, lowest=1, highest=5, better="lower")


def test_internal_lets_a_table_out_exact_and_says_so():
    safe = internal(TABLE)
    assert safe.kind == "internal"
    for part in ("name", "caption", "columns", "rows", "row_heading", "notes"):
        assert getattr(safe, part) == getattr(TABLE, part)
    assert safe.cell(safe.rows[0], safe.columns[0]) == 3


@pytest.mark.parametrize("door", [(), (None,), (object(),), (True,)])
def test_nobody_else_makes_a_safe_table(door):
    with pytest.raises(TypeError, match="SafeTable is made by"):
        SafeTable("internal", TABLE, *door)


def test_nobody_else_makes_an_own_change():
    with pytest.raises(TypeError, match="OwnChange is made by"):
        OwnChange((ISOLATION,))


def test_a_safe_table_cannot_be_turned_into_another():
    safe = internal(TABLE)
    with pytest.raises((TypeError, ValueError)):
        replace(safe, kind="release")
    with pytest.raises(FrozenInstanceError):
        safe.kind = "release"


def test_a_bare_table_is_not_safe():
    assert not isinstance(TABLE, SafeTable)


def test_equal_tables_are_equally_safe():
    assert internal(TABLE) == internal(replace(TABLE))


def test_own_change_keeps_the_scores_of_one_person():
    assert own_change([ISOLATION]).rows == (ISOLATION,)


@pytest.mark.parametrize(
    ("score", "better", "share"),
    [
        (1, "higher", 0),
        (5, "higher", 1),
        (2, "higher", 0.25),
        (2, "lower", 0.75),
        (5, "lower", 0),
        (None, "lower", None),
    ],
)
def test_own_scores_lie_between_the_bad_end_and_the_good_end(score, better, share):
    assert replace(ISOLATION, better=better).towards_good(score) == share
