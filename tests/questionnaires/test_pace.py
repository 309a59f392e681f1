import pytest

from survey.questionnaires import loading, pace
from survey.questionnaires.composing import at_introduction, compose
from survey.questionnaires.model import Condition, Page, Question, Questionnaire

SHORT = loading.library()["level-one-short"].outcomes


@pytest.mark.parametrize(("before", "took"), [("waves", 40), ("then_and_now", 55)])
def test_the_short_way_is_four_questions_and_under_a_minute(before, took):
    made = compose("Short", SHORT, before, "one")
    assert pace.length(made) == 4
    assert pace.seconds(made) == took < 60


def test_of_what_waits_for_a_choice_of_three_three_count():
    outcomes = loading.library()["resident-outcomes"].outcomes
    for count, waiting in ((2, 2), (3, 3), (8, 3)):
        made = compose("x", outcomes[:count], "waves", "two")
        assert pace.length(made) == count + 2 + waiting
        assert pace.seconds(made) == 10 * (count + 2) + 20 * waiting
        # Nobody has to choose anything.
        assert pace.fewest(made) == count + 2
        assert pace.length(at_introduction(made)) == pace.fewest(at_introduction(made)) == count + 2


def question(kind, **more):
    return Question("q", kind, "Q", "Q?", **more)


@pytest.mark.parametrize(("kind", "took"), [("choice", 10), ("number", 10), ("share", 40), ("words", 60)])
def test_what_has_to_be_worked_out_or_worded_takes_longer(kind, took):
    page = Page("p", "P", (question(kind),))
    assert pace.seconds(Questionnaire("one", 1, "One", "Ours", "Free", (page,))) == took


def test_a_page_that_waits_for_a_plain_choice_counts():
    first = Page("p", "P", (question("choice"),))
    waiting = [
        Page(f"p{n}", "P", (Question(f"q{n}", "words", "Q", "Q?", show_if=Condition("q", ("a",))),))
        for n in (1, 2)
    ]
    made = Questionnaire("one", 1, "One", "Ours", "Free", (first, *waiting))
    assert (pace.length(made), pace.seconds(made)) == (3, 130)


def test_more_questions_take_longer():
    outcomes = loading.library()["resident-outcomes"].outcomes
    lengths = [pace.seconds(compose("x", outcomes[:count], "waves", "two")) for count in (1, 4, 8)]
    assert lengths == sorted(set(lengths))
