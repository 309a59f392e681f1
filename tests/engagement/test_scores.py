import pytest

from survey.engagement import responses, scores, waves
from survey.engagement.columns import Columns
from survey.engagement.residents import NewResident
from survey.engagement.sheets import Row
from survey.questionnaires.states import ANSWERED, SKIPPED
from survey.records.change import ASKED
from tests import making

HELD = ("code", "area", "level", "score:0:control", "score:0:hope", "score:1:control")
HEADINGS = ("Who", "Where", "Level", "Control 0", "Hope 0", "Control 1")


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def read(evaluation, *rows, held=HELD, **settings):
    reader = scores.Reader(evaluation, Columns(held, before_kind=ASKED, **settings), HEADINGS)
    found = [reader.read(Row(number, cells)) for number, cells in enumerate(rows, 2)]
    return found, [(problem.row, problem.column, problem.text) for problem in reader.problems]


def test_a_row_is_a_person_and_the_answers_of_each_wave(evaluation):
    ((who, answers),), problems = read(evaluation, ("wren", "south", "2", "1", "5.0", "3"))
    assert not problems
    assert who == NewResident(evaluation.areas[1], "two", "wren")
    assert {
        number: {name: each.number for name, each in given.items()} for number, given in answers.items()
    } == {
        0: {"control": 1, "hope": 5},
        1: {"control": 3},
    }


def test_a_blank_is_no_answer_and_a_blank_wave_no_response(evaluation):
    ((_, answers),), problems = read(evaluation, ("wren", "North", "2", "", "4"))
    assert not problems
    assert set(answers) == {0}
    assert (answers[0]["control"].state, answers[0]["hope"].state) == (SKIPPED, ANSWERED)


@pytest.mark.parametrize("said", ["0", "6", "2.5", "n/a", "-1", "1e0", "=1+1", "<b>3</b>", "٣", "3 4"])
def test_what_is_no_score_is_named_with_row_and_column(evaluation, said):
    found, problems = read(evaluation, ("a", "North", "2", "1", "2"), ("b", "North", "2", "1", said))
    assert found[1] is None and found[0] is not None
    assert problems == [
        (3, "Hope 0", f"“{said}” is not a score from 1 to 5. Leave the cell blank where there is no answer.")
    ]


def test_what_is_wrong_with_the_person_is_named(evaluation):
    rows = [
        ("", "North", "2", "1"),
        ("a", "Nrth", "3", "1"),
        ("b", "North", "2", "1"),
        ("B", "North", "2", "1"),
        ("c",),
    ]
    found, problems = read(evaluation, *rows)
    assert [each is not None for each in found] == [False, False, True, False, False]
    assert [(row, column) for row, column, _ in problems] == [
        (2, "Who"),
        (3, "Where"),
        (3, "Level"),
        (5, "Who"),
        (6, "Where"),
        (6, "Level"),
    ]
    assert "also in row 4" in problems[3][2]


def test_a_level_is_scored_only_on_what_it_is_asked(evaluation):
    _, problems = read(evaluation, ("a", "North", "1", "3", "", "3"), ("b", "North", "1", "3", "2"))
    assert [(row, column) for row, column, _ in problems] == [(3, "Hope 0")]
    assert problems[0][2].startswith("Level 1 people are not asked about this")


def test_one_area_and_level_stand_for_all_rows(evaluation):
    held = ("code", "", "", "score:0:control")
    ((who, _),), _ = read(
        evaluation, ("a", "?", "?", "3"), held=held, area_id=evaluation.areas[0].id, level="one"
    )
    assert (who.area.name, who.level) == ("North", "one")


def test_an_area_that_is_gone_is_named(evaluation):
    held = ("code", "", "", "score:0:control")
    found, problems = read(evaluation, ("a", "", "", "3"), held=held, area_id=999, level="two")
    assert found == [None]
    assert problems == [(2, "", scores.AREA_GONE)]


def test_people_known_here_keep_their_area_and_level(evaluation):
    (wren,) = making.people(evaluation, code="Wren", linked=False)
    ((who, answers),), problems = read(evaluation, ("wren", "elsewhere", "1", "3", "4"))
    assert who == wren and not problems
    assert answers[0]["hope"].number == 4


def test_a_wave_already_begun_is_refused_and_another_is_not(evaluation):
    (wren,) = making.people(evaluation, code="wren", linked=False)
    responses.start(wren, waves.planned(evaluation)[0])
    found, problems = read(evaluation, ("wren", "", "", "3"), held=HELD)
    assert found == [None]
    assert problems == [(2, "Control 0", "“wren” has already answered: At introduction.")]
    ((who, answers),), problems = read(evaluation, ("wren", "", "", "", "", "5"))
    assert who == wren and set(answers) == {1} and not problems
