import pytest

from survey.questionnaires import loading, pace
from survey.questionnaires.composing import compose

SHORT = loading.library()["level-one-short"].outcomes


@pytest.mark.parametrize(("before", "took"), [("waves", 40), ("then_and_now", 55)])
def test_the_short_way_is_four_questions_and_under_a_minute(before, took):
    made = compose("Short", SHORT, before, "one")
    assert pace.length(made) == 4
    assert pace.seconds(made) == took < 60


def test_more_questions_take_longer():
    outcomes = loading.library()["resident-outcomes"].outcomes
    lengths = [pace.seconds(compose("x", outcomes[:count], "waves", "two")) for count in (1, 4, 8)]
    assert lengths == sorted(set(lengths))
