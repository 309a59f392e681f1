import json
from dataclasses import FrozenInstanceError, replace

import pytest

from survey.analysis.disclosure import (
    OwnChange,
    OwnScore,
    SafeTable,
    freeze,
    internal,
    own_change,
    release,
    release_parts,
    reopen,
)
from survey.analysis.tables import HIDDEN, Column, Row, Table

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


COUNTED = (
    Column("n", "With both", "people"),
    Column("mean", "Before (mean)", "score"),
    Column("rate", "Improved", "per cent", 1),
)


def outcome(key, n, mean, rate, bases=None):
    own = {"n": (n,), "mean": (n,), "rate": (n,)}
    return Row(key, key.capitalize(), {"n": n, "mean": mean, "rate": rate}, own if bases is None else bases)


def of_change(*rows, name="change", **more):
    return Table(name, "Change", COUNTED, rows, "Outcome", **more)


def test_a_release_rounds_what_it_shows():
    safe = release(of_change(outcome("hope", 48, 3.749, 62.5), outcome("mood", 52, 2.25, -0.4)), 10)
    assert safe.kind == "release"
    assert [dict(row.cells) for row in safe.rows] == [
        {"n": 50, "mean": 3.7, "rate": 63.0},
        {"n": 50, "mean": 2.3, "rate": 0.0},
    ]
    assert [column.decimals for column in safe.columns] == [None, None, None]


def test_a_release_hides_what_stands_on_few_and_says_why():
    safe = release(of_change(outcome("hope", 9, 3.7, 62.5), outcome("mood", 10, 2.2, 10)), 10)
    assert set(safe.rows[0].cells.values()) == {HIDDEN}
    assert HIDDEN not in safe.rows[1].cells.values()
    assert any("fewer than 10 people" in note for note in safe.notes)
    shown = release(of_change(outcome("mood", 10, 2.2, 10)), 10)
    assert not any(note.startswith("Hidden") for note in shown.notes)


def test_every_hidden_figure_gives_the_same_reason():
    safe = release(
        of_change(outcome("a", 9, 1, 1), outcome("b", 12, 1, 1), outcome("c", 40, 1, 1), adds_up=True), 10
    )
    assert [row.cells["n"] for row in safe.rows] == [HIDDEN, HIDDEN, 40], "b would be the whole less c"
    assert len([note for note in safe.notes if note.startswith("Hidden")]) == 1


def test_a_release_holds_nothing_exact():
    table = of_change(outcome("hope", 48, 3.749, 62.5), team_notes=("48 with both.",))
    safe = release(table, 10)
    assert all(not row.bases for row in safe.rows)
    assert "48 with both." in internal(table).notes and "48 with both." not in safe.notes


def test_what_does_not_say_what_it_stands_on_stays_in():
    with pytest.raises(ValueError, match="mood: mean does not say"):
        release(of_change(outcome("mood", 40, 2.2, 10, {"n": (40,), "rate": (40,)})), 10)


def test_words_stay_in():
    words = Table(
        "x", "X", (Column("said", "Said", "text"),), (Row("a", "A", {"said": "yes"}, {"said": ()}),)
    )
    with pytest.raises(ValueError, match="words in said"):
        release(words, 10)


def test_columns_for_the_team_stay_in():
    columns = (*COUNTED, Column("p", "p", "text", released=False))
    safe = release(replace(of_change(outcome("hope", 48, 3.7, 60)), columns=columns), 10)
    assert [column.key for column in safe.columns] == ["n", "mean", "rate"]


def test_parts_are_hidden_together():
    north = of_change(outcome("hope", 4, 3, 50), outcome("mood", 30, 3, 50), name="north")
    south = of_change(outcome("hope", 25, 3, 50), outcome("mood", 30, 3, 50), name="south")
    east = of_change(outcome("hope", 60, 3, 50), name="east")
    whole = of_change(outcome("hope", 89, 3, 50), outcome("mood", 60, 3, 50))
    safe = release_parts([north, south, east], whole, 10)
    hope = [table.rows[0].cells["n"] for table in safe]
    assert hope == [HIDDEN, HIDDEN, 60], "South would be all less East, and North all less both"
    assert [table.rows[1].cells["n"] for table in safe[:2]] == [30, 30]


def test_where_the_number_of_people_is_hidden_the_row_is():
    few = {"n": (4,), "mean": (40,), "rate": (40,)}
    north = of_change(outcome("hope", 4, 3, 50, few), name="north")
    south = of_change(outcome("hope", 25, 3, 50), name="south")
    whole = of_change(outcome("hope", 29, 3, 50, {"n": (29,), "mean": (65,), "rate": (65,)}))
    for table in release_parts([north, south], whole, 10):
        assert set(table.rows[0].cells.values()) == {HIDDEN}


def test_people_who_are_in_no_part_are_one_more_that_is_hidden():
    one, two = of_change(name="one"), of_change(outcome("hope", 20, 3, 50), name="two")
    whole = of_change(outcome("hope", 21, 3, 50))
    assert release_parts([one, two], whole, 10)[1].rows[0].cells["n"] is HIDDEN
    whole = of_change(outcome("hope", 20, 3, 50))
    assert release_parts([one, two], whole, 10)[1].rows[0].cells["n"] == 20


@pytest.mark.parametrize(("threshold", "n", "shown"), [(7, 7, 10), (12, 12, 15), (10, 12, 10), (5, 7, 5)])
def test_no_number_under_the_threshold_is_printed(threshold, n, shown):
    assert release(of_change(outcome("hope", n, 3, 50)), threshold).rows[0].cells["n"] == shown


def test_a_release_is_kept_and_comes_back_the_same():
    safe = release(of_change(outcome("hope", 9, 3.7, 62.5), outcome("mood", 14, 2.2, None)), 10)
    assert reopen(json.loads(json.dumps(freeze(safe)))) == safe


def test_an_internal_table_is_not_kept():
    with pytest.raises(ValueError, match="only what is released"):
        freeze(internal(TABLE))
