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
            "Ours: 60 per cent; Theirs: not told. It is not known how alike they are.",
        ),
        (
            {"helped": {"Filled in by the coordinator for them": HIDDEN}},
            "Who recorded the answers: filled in by the coordinator for them",
            "Ours: 20 per cent; Theirs: hidden.",
        ),
        (
            {"helped": {}},
            "Who recorded the answers",
            "Not told of Theirs. It is not known how alike they are.",
        ),
        (
            {"tells_due": False},
            "Deadweight, attribution and the programme’s share",
            "Not told of Theirs, because that release says nothing of them.",
        ),
        ({"partners": None}, "Partners that are counted", "Ours: four; Theirs: none."),
        ({"partners": HIDDEN}, "Partners that are counted", "Ours: four; Theirs: hidden."),
    ],
)
def test_a_difference_is_said_with_who_says_what(changes, about, words):
    assert said(**changes) == {about: words}


def test_shares_that_are_much_alike_need_no_label():
    assert said(at_level_two=69.0) == {}


def test_it_is_said_that_a_level_mix_is_not_known():
    unknown = replace(OURS, at_level_two=None)
    neither = labels([unknown, replace(THEIRS, at_level_two=None)])
    assert [each.words for each in neither] == [
        "Not told of any of these. It is not known how alike they are."
    ]
    hidden = labels([replace(OURS, at_level_two=HIDDEN), replace(THEIRS, at_level_two=HIDDEN)])
    assert [each.words for each in hidden] == ["Hidden everywhere, so it is not known how alike."]
    [one] = labels([unknown, replace(THEIRS, at_level_two=HIDDEN)])
    assert one.words == "Ours: not told; Theirs: hidden. It is not known how alike they are."


def area(name):
    untold = {"at_level_two": None, "helped": {}, "partners": None, "tells_due": False}
    return replace(OURS, name=name, people=(1, name), **untold)


def test_what_is_told_of_all_areas_only_is_said_to_be_of_two_areas():
    found = {each.about: each.words for each in labels([area("North"), area("South")])}
    mix = found["Level mix: people at level 2"]
    assert mix.startswith("Not told of any of these. It is not known how alike they are.")
    assert "a difference between areas may be one between levels" in mix
    assert found["Who recorded the answers"].startswith("Not told of North; South.")
    due = found["Deadweight, attribution and the programme’s share"]
    assert due.startswith("Not told of North; South, because")
    assert "single answers could be worked out" in due and "Choose all areas" in due
    assert "may be chance" in found["How far chance could move a change"]
    # Of neither is known which partners were counted, and the whole does not stand here.
    assert "Partners that are counted" not in found


def test_the_whole_beside_one_of_its_areas_says_what_the_area_lacks():
    found = {each.about: each.words for each in labels([OURS, area("North")])}
    assert found["Partners that are counted"] == "Ours: four; North: not told of an area."
    assert found["Level mix: people at level 2"].startswith("Ours: 60 per cent; North: not told.")
    assert found["Deadweight, attribution and the programme’s share"].startswith("Not told of North, because")


def test_of_three_the_ways_of_two_are_compared():
    third = replace(THEIRS, name="Third", helped={"Filled in by the coordinator for them": 60.0})
    found = {each.about: each.words for each in labels([OURS, replace(THEIRS, helped={}), third])}
    assert found["Who recorded the answers: filled in by the coordinator for them"] == (
        "Ours: 20 per cent; Third: 60 per cent."
    )
    assert found["Who recorded the answers"].startswith("Not told of Theirs.")


def test_one_that_hides_its_ways_is_beside_nobody_to_be_like():
    hides = replace(OURS, helped={"Filled in by the coordinator for them": HIDDEN})
    found = [each.about for each in labels([hides, replace(THEIRS, helped={})])]
    assert found == ["Who recorded the answers"]
