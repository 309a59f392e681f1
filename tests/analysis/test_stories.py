"""Tables of stories and votes, worked by hand."""

import pytest

from survey.analysis import disclosure, stories
from survey.analysis.disclosure import release
from survey.analysis.tables import HIDDEN
from tests.analysis.story_rows import CORNERS, frame, themes, votes

THRESHOLD = 10
NAMES = {"hope": "Hope", "isolation": "Isolation"}


TOLD = frame(
    (1, "story_about", "hope"),
    (1, "story_about", "isolation"),
    (1, "hope_direction", "better"),
    (1, "isolation_direction", "worse"),
    (2, "story_about", "hope"),
    (2, "hope_direction", "better"),
    (3, "story_about", "hope"),
    (4, "story_about", "something_else"),
    # Of this one, hope is no longer what it is about.
    (5, "story_about", "isolation"),
    (5, "isolation_direction", "up_and_down"),
    (5, "hope_direction", "same"),
)


def cells(table):
    return {row.key: dict(row.cells) for row in table.rows}


def test_directions_worked_by_hand():
    table = stories.directions_table(TOLD, NAMES, 7)
    assert cells(table) == {
        "hope": {"n": 3, "worse": 0, "same": 0, "up_and_down": 0, "better": 2, "not_said": 1},
        "isolation": {"n": 2, "worse": 1, "same": 0, "up_and_down": 1, "better": 0, "not_said": 0},
        "something_else": {"n": 1},
    }
    assert {column.unit for column in table.columns} == {"stories"}
    assert table.team_notes == (
        "From the 7 stories that the team may read.",
        "2 of them do not say what they are about.",
    )


def test_a_triad_adds_up_to_all_stories():
    told = frame((1, "triad_who", "me"), (2, "triad_who", "me"), (3, "triad_who", "does_not_apply"))
    table = stories.triad_table(told, "triad_who", "Who made the difference", CORNERS, 5)
    assert {row.heading: row.cells["n"] for row in table.rows} == {
        "I did": 2,
        "People I know": 0,
        "People whose job it is": 0,
        "None of these": 1,
        "Not said": 2,
    }
    assert [row.cells["share"] for row in table.rows] == [40, 0, 0, 20, 40]
    assert table.adds_up


def test_the_words_for_none_of_these_may_be_the_questions_own():
    table = stories.triad_table(frame(), "triad_who", "Who", {**CORNERS, "does_not_apply": "No corner"}, 0)
    assert [row.heading for row in table.rows][-2:] == ["No corner", "Not said"]


def test_themes_worked_by_hand():
    table = stories.themes_table(themes((1, 8), (1, 9), (2, 8)), {8: "Neighbours", 9: "Money", 10: "Pets"}, 4)
    assert {row.heading: tuple(row.cells.values()) for row in table.rows} == {
        "Neighbours": (2, 50),
        "Money": (1, 25),
        "Pets": (0, 0),
    }
    assert "2 of them have no theme yet." in table.team_notes


def test_votes_worked_by_hand():
    table = stories.votes_table(
        votes(
            (1, "Library", 11, "People know their neighbours", "isolation", 6, 1, 1),
            (1, "Library", 12, "Buses matter most", "", 0, 0, 0),
        )
    )
    assert [(row.heading, *row.cells.values()) for row in table.rows] == [
        ("People know their neighbours", 8, 6, 1, 1, 75),
        ("Buses matter most", 0, 0, 0, 0, None),
    ]


def test_shares_of_so_few_stories_stay_with_the_team():
    """CONTROL: a share of 36 stories, to the whole per cent, tells one story more from one less."""
    assert len({round(100 * count / n) for count, n in ((13, 36), (14, 37), (13, 37))}) == 3
    told = themes(*((story, 8) for story in range(13)))
    safe = release(stories.themes_table(told, {8: "Neighbours"}, 36), THRESHOLD)
    assert [column.key for column in safe.columns] == ["n"]
    assert dict(safe.rows[0].cells) == {"n": 15}


def test_a_statement_put_twice_says_where():
    table = stories.votes_table(
        votes(
            (1, "Library", 11, "Buses matter", "", 1, 0, 0),
            (2, "Church", 12, "Buses matter", "", 0, 1, 0),
        )
    )
    assert [row.heading for row in table.rows] == ["Buses matter (Library)", "Buses matter (Church)"]


def test_nobody_has_told_anything():
    for table in (
        stories.directions_table(frame(), NAMES, 0),
        stories.triad_table(frame(), "triad_who", "Who", CORNERS, 0),
        stories.themes_table(themes(), {8: "Neighbours"}, 0),
        stories.votes_table(votes()),
    ):
        assert disclosure.internal(table).name.startswith(("story_", "session_"))
        hidden = {value for row in release(table, THRESHOLD).rows for value in row.cells.values()}
        assert hidden <= {HIDDEN}


def test_what_nobody_can_have_chosen_is_refused():
    told = frame((1, "story_about", "hope"), (1, "hope_direction", "sideways"), (1, "triad_who", "nobody"))
    with pytest.raises(ValueError, match="hope: sideways"):
        stories.directions_table(told, NAMES, 1)
    with pytest.raises(ValueError, match="triad_who: no words for nobody"):
        stories.triad_table(told, "triad_who", "Who", CORNERS, 1)


def test_a_release_of_votes_says_that_per_cents_are_not_worked_out_from_what_is_rounded():
    table = stories.votes_table(votes((1, "Noon", 11, "We talk.", "", 13, 0, 0)))
    said = "Counts are rounded to the nearest 5; percentages are worked out before rounding."
    assert said in disclosure.release(table, 10).notes
    assert said not in disclosure.internal(table).notes
