"""The tables of stories of an evaluation, and how many speak of an outcome in words."""

import pytest

from survey.analysis import disclosure
from survey.records.base import db, now
from survey.records.session import Session, Statement, Theme
from survey.reports import story_tables
from tests import making
from tests.reports.story_worlds import about, told

TODAY = now().date()


@pytest.fixture
def evaluation(app):
    made, noise = making.evaluation(), making.evaluation(name="Another one")
    told(noise, **about("hope", "worse"))
    return made


def tables(evaluation, for_release=False):
    return {table.name: table for table in story_tables.exact(evaluation, TODAY, for_release).tables}


def cells(table, key):
    return next(row.cells for row in table.rows if row.key == key)


def a_session(evaluation, **hands):
    held = Session(evaluation_id=evaluation.id, title="At the library", held_on=TODAY)
    held.statements.append(Statement(position=1, words="People here help each other.", **hands))
    db.session.add(held)
    db.session.commit()


def test_tables_are_of_this_evaluation_in_the_words_of_its_questions(evaluation):
    told(evaluation, **about("hope", "better"), triad_who="me")
    told(evaluation, **about("hope"))
    found = tables(evaluation)
    assert list(found) == ["story_directions", "story_triad_who", "story_triad_about"]
    assert cells(found["story_directions"], "hope") == {
        "n": 2,
        "worse": 0,
        "same": 0,
        "up_and_down": 0,
        "better": 1,
        "not_said": 1,
    }
    assert found["story_triad_who"].caption == "In your story, who made the difference?"
    assert [row.heading for row in found["story_triad_who"].rows][0] == "I did"
    assert cells(found["story_triad_who"], "me")["n"] == 1


def test_themes_and_votes_have_a_table_where_there_are_any(evaluation):
    told(evaluation)
    db.session.add(Theme(evaluation_id=evaluation.id, name="Neighbours"))
    a_session(evaluation, hands_agree=4, hands_not_sure=0, hands_disagree=1)
    found = tables(evaluation)
    assert [row.heading for row in found["story_themes"].rows] == ["Neighbours"]
    assert [row.cells["n"] for row in found["session_votes"].rows] == [5]


def test_without_a_story_the_team_is_shown_no_table_of_noughts_and_a_release_all_of_them(evaluation):
    making.story(evaluation, sent=False)
    assert tables(evaluation) == {}
    assert list(tables(evaluation, for_release=True)) == [
        "story_count",
        "story_directions",
        "story_triad_who",
        "story_triad_about",
    ]


def test_a_session_alone_has_votes_and_nothing_else(evaluation):
    assert not story_tables.has_statements(evaluation)
    a_session(evaluation, hands_agree=4)
    assert story_tables.has_statements(evaluation)
    assert list(tables(evaluation, for_release=True)) == ["session_votes"]


def test_which_way_it_went_is_said_as_the_table_that_was_let_out_says_it(evaluation):
    for _ in range(6):
        told(evaluation, **about("hope", "better"))
    told(evaluation, **about("hope", "worse"))
    for _ in range(5):
        told(evaluation)
    table = tables(evaluation)["story_directions"]
    exact, release = disclosure.internal(table), disclosure.release(table, 5)
    assert story_tables.went([exact], "hope") == "Seven stories are about this: worse in one, better in six."
    assert (
        story_tables.went([release], "hope")
        == "About five stories are about this; which way it went is hidden."
    )
    assert story_tables.went([exact], "control") == "", "no story is about it"
    assert story_tables.went([disclosure.release(table, 10)], "hope") == "", "it is hidden"
    assert story_tables.went([], "hope") == ""
