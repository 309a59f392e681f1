import pytest

from survey.engagement import evaluations, outcomes
from survey.records.evaluation import THEN_AND_NOW
from survey.web.evaluator.asked import asked, minutes
from tests import making


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(59, "under a minute"), (60, "about a minute"), (100, "about two minutes"), (720, "about 12 minutes")],
)
def test_time_is_said_roughly(seconds, said):
    assert minutes(seconds) == said


def test_each_level_is_counted_with_every_question_it_meets(app):
    one, two = asked(making.evaluation(opened=False))
    assert (one.name, one.outcomes, one.length) == ("Level 1", 3, "four questions, under a minute")
    assert (two.name, two.outcomes, two.length) == ("Level 2", 8, "13 questions, about three minutes")
    assert two.digest == ""


def test_thinking_back_takes_longer_on_the_same_page(app):
    one, two = asked(making.evaluation(opened=False, before=THEN_AND_NOW))
    assert one.length == "four questions, under a minute"
    assert two.length == "13 questions, about three minutes"


def test_one_question_is_one(app):
    made = making.evaluation(opened=False)
    for question in outcomes.questions(made, "one"):
        outcomes.set_level(made, question.id, "one", asked=False)
    assert asked(made)[0].length == "one question, under a minute"


def test_once_open_it_is_what_was_opened(app):
    made = making.evaluation()
    _, two = asked(made)
    assert evaluations.opened(made)["two"].digest.startswith(two.digest)
    assert len(two.digest) == 8
