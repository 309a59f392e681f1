import pytest

from survey.engagement import evaluations, outcomes
from survey.engagement.outcomes import Refused, TooLate
from survey.questionnaires.place import QuestionnaireError
from survey.records.base import db
from tests import making

POINTS = ["Never", "Not often", "Sometimes", "Often", "Always"]
CHANGES = {
    "choose": lambda evaluation: outcomes.choose(evaluation, "belonging"),
    "add_own": lambda evaluation: own(evaluation),
    "remove": lambda evaluation: outcomes.remove(evaluation, "control"),
    "move": lambda evaluation: outcomes.move(evaluation, "hope", up=True),
    "set_level": lambda evaluation: outcomes.set_level(evaluation, "hope", "two", asked=False),
}


@pytest.fixture
def evaluation(app):
    noise = making.evaluation(making.user("noise@example.org"), opened=False)
    outcomes.remove(noise, "hope")
    db.session.commit()
    return making.evaluation(opened=False)


def own(evaluation, short_name="Sleep", text="How often do you sleep well?", points=POINTS, better="higher"):
    outcomes.add_own(evaluation, short_name, text, points, better)


def ids(evaluation, level=None):
    return [question.id for question in outcomes.questions(evaluation, level)]


def test_the_usual_choice_is_the_thurrock_eight_and_a_short_way_for_level_one(evaluation):
    usual = ["control", "someone_to_rely_on", "low_mood", "independence", "isolation", "hope"]
    assert ids(evaluation, "two") == [*usual, "confidence", "crime_worry"]
    assert ids(evaluation, "one") == ["control", "know_where_to_turn", "stress"]


def test_an_outcome_of_the_library_is_added_at_the_end_once(evaluation):
    outcomes.choose(evaluation, "belonging")
    outcomes.choose(evaluation, "belonging")
    assert ids(evaluation)[-1] == "belonging"
    assert ids(evaluation).count("belonging") == 1


def test_an_outcome_that_the_library_does_not_hold_is_a_key_error(evaluation):
    with pytest.raises(KeyError):
        outcomes.choose(evaluation, "x' OR 1=1")


def test_an_own_outcome_is_asked_like_any_other(evaluation):
    own(evaluation, better="lower")
    question = outcomes.questions(evaluation)[-1]
    assert (question.id, question.lowest, question.highest, question.better) == ("sleep", 1, 5, "lower")
    assert [choice.text for choice in question.choices] == POINTS[::-1]
    assert evaluations.preview(evaluation, "two").question("sleep")


@pytest.mark.parametrize("name", ["Isolation", "ISOLATION "])
def test_two_outcomes_never_have_the_same_name(evaluation, name):
    with pytest.raises(QuestionnaireError) as refused:
        own(evaluation, name)
    assert refused.value.key == "short_name"
    outcomes.remove(evaluation, "isolation")
    own(evaluation, name)
    with pytest.raises(Refused, match="already ask about an outcome called Isolation"):
        outcomes.choose(evaluation, "isolation")


def test_an_outcome_is_taken_out_and_can_come_back(evaluation):
    outcomes.remove(evaluation, "hope")
    outcomes.remove(evaluation, "hope")
    assert "hope" not in ids(evaluation)
    outcomes.choose(evaluation, "hope")
    assert ids(evaluation)[-1] == "hope"


def test_neighbours_swap_places(evaluation):
    usual = ids(evaluation)
    outcomes.move(evaluation, usual[1], up=True)
    assert ids(evaluation)[:3] == [usual[1], usual[0], usual[2]]
    outcomes.move(evaluation, usual[1], up=False)
    assert ids(evaluation) == usual


def test_the_first_cannot_go_up_nor_the_last_down(evaluation):
    usual = ids(evaluation)
    outcomes.move(evaluation, usual[0], up=True)
    outcomes.move(evaluation, usual[-1], up=False)
    assert ids(evaluation) == usual


def test_order_holds_after_one_was_taken_out(evaluation):
    usual = ids(evaluation)
    outcomes.remove(evaluation, usual[1])
    outcomes.move(evaluation, usual[2], up=True)
    assert ids(evaluation)[:2] == [usual[2], usual[0]]


def test_each_level_has_its_own_list(evaluation):
    outcomes.set_level(evaluation, "stress", "one", asked=False)
    outcomes.set_level(evaluation, "hope", "one", asked=True)
    outcomes.set_level(evaluation, "hope", "two", asked=False)
    assert ids(evaluation, "one") == ["control", "hope", "know_where_to_turn"]
    assert "hope" not in ids(evaluation, "two")


def test_level_one_keeps_its_short_way(evaluation):
    with pytest.raises(Refused, match="three outcomes at most"):
        outcomes.set_level(evaluation, "hope", "one", asked=True)
    outcomes.set_level(evaluation, "stress", "one", asked=True)
    assert len(ids(evaluation, "one")) == outcomes.LEVEL_ONE_AT_MOST


def test_only_what_is_chosen_can_be_moved_or_asked(evaluation):
    for change in (
        lambda: outcomes.move(evaluation, "belonging", up=True),
        lambda: outcomes.set_level(evaluation, "belonging", "two", asked=True),
    ):
        with pytest.raises(KeyError):
            change()


@pytest.mark.parametrize("name", CHANGES)
def test_once_open_nothing_changes(evaluation, name):
    evaluations.open_evaluation(evaluation)
    before = [(row.question_id, row.position, row.level_two) for row in outcomes.chosen(evaluation)]
    with pytest.raises(TooLate, match="can no longer be changed"):
        CHANGES[name](evaluation)
    assert [(row.question_id, row.position, row.level_two) for row in outcomes.chosen(evaluation)] == before


@pytest.mark.parametrize("name", CHANGES)
def test_before_opening_each_change_can_be_made(evaluation, name):
    before = [(row.question_id, row.position, row.level_two) for row in outcomes.chosen(evaluation)]
    CHANGES[name](evaluation)
    assert [(row.question_id, row.position, row.level_two) for row in outcomes.chosen(evaluation)] != before
