from dataclasses import replace

import pytest

from survey.analysis.compared import Side
from survey.analysis.comparison_labels import labels
from survey.analysis.tables import HIDDEN

OURS = Side(
    name="Ours",
    programme=("Example Council", "Walking"),
    before="asked at the time",
    headline="pct_of_range",
    definitions=frozenset({"pct_of_range"}),
    outcomes={},
    wave="Follow-up",
    threshold=10,
    at_level_two=60.0,
    helped={"Filled in by the coordinator for them": 20.0},
    partners=4,
)
THEIRS = replace(OURS, name="Theirs", programme=("Another Council", "Walking"))


def said(**changes):
    return {label.about: label.words for label in labels([OURS, replace(THEIRS, **changes)])}


def test_two_that_are_alike_have_no_label():
    assert said() == {}


@pytest.mark.parametrize(
    "changes, about, words",
    [
        ({"made_up": True}, "Made up", "Ours: real answers; Theirs: made up."),
        (
            {"wave": "Two years on", "months": 24},
            "When people were asked",
            "Ours: Follow-up, in a period of 12 months; Theirs: Two years on, in a period of 24 months.",
        ),
        (
            {"threshold": 5},
            "What is hidden",
            "Ours: what stands on fewer than 10 people; Theirs: what stands on fewer than five people.",
        ),
        (
            {"programme": OURS.programme},
            "The same people",
            "Two of these are of one programme, so the same people may be in both.",
        ),
        (
            {"at_level_two": 49.0},
            "Level mix: people at level 2",
            "Ours: 60 per cent; Theirs: 49 per cent.",
        ),
        (
            {"at_level_two": None},
            "Level mix: people at level 2",
            "Ours: 60 per cent; Theirs: not told.",
        ),
        (
            {"helped": {"Filled in by the coordinator for them": HIDDEN}},
            "Who recorded the answers: filled in by the coordinator for them",
            "Ours: 20 per cent; Theirs: hidden.",
        ),
        ({"partners": None}, "Partners that are counted", "Ours: four; Theirs: none."),
        ({"partners": HIDDEN}, "Partners that are counted", "Ours: four; Theirs: hidden."),
    ],
)
def test_a_difference_is_said_with_who_says_what(changes, about, words):
    assert said(**changes) == {about: words}


def test_shares_that_are_much_alike_need_no_label():
    assert said(at_level_two=69.0) == {}


def test_shares_that_nobody_tells_need_none_and_hidden_ones_do():
    unknown = replace(OURS, at_level_two=None)
    assert labels([unknown, replace(THEIRS, at_level_two=None)]) == ()
    hidden = labels([replace(OURS, at_level_two=HIDDEN), replace(THEIRS, at_level_two=HIDDEN)])
    assert [each.words for each in hidden] == ["Hidden everywhere, so it is not known how alike."]
    [neither] = labels([unknown, replace(THEIRS, at_level_two=HIDDEN)])
    assert neither.words == "Ours: not told; Theirs: hidden."
