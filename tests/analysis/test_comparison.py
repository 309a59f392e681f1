"""What cannot stand side by side is refused in words, and never given an outcome to be drawn."""

from dataclasses import replace

import pytest

from survey.analysis.compared import Asked, Side
from survey.analysis.comparison import guard
from survey.analysis.definitions import FROM_BEFORE, SHARE_OF_POSSIBLE, SHARE_OF_SCALE

CONTROL = Asked("feeling in control", "How much do you feel in control?", 1, 5, "higher")
HOPE = Asked("hope", "How do you see the future?", 1, 5, "higher")
OURS = Side(
    name="Ours",
    programme=("Example Council", "Walking"),
    before="asked at the time",
    headline=FROM_BEFORE.key,
    definitions=frozenset({FROM_BEFORE.key, SHARE_OF_SCALE.key}),
    outcomes={"control": CONTROL, "hope": HOPE},
    at_level_two=60.0,
    helped={"Helped by the coordinator": 20.0},
)
THEIRS = replace(OURS, name="Theirs", programme=("Another Council", "Walking"))


def whole_refusals(verdict):
    return [each.words for each in verdict.refusals if not each.outcome]


def test_alike_may_stand_side_by_side():
    verdict = guard([OURS, THEIRS])
    assert verdict.definition == FROM_BEFORE.key and verdict.outcomes == ("control", "hope")
    assert verdict.refusals == () and verdict.labels == ()


def test_one_alone_is_not_compared():
    with pytest.raises(ValueError, match="alone"):
        guard([OURS])


def test_other_definitions_are_refused_and_what_all_hold_is_offered():
    theirs = replace(
        THEIRS, headline=SHARE_OF_POSSIBLE.key, definitions=OURS.definitions | {SHARE_OF_POSSIBLE.key}
    )
    verdict = guard([OURS, theirs])
    assert verdict.definition is None and verdict.outcomes == ()
    [words] = whole_refusals(verdict)
    assert words.startswith("Ours: headlines are percentage change from before; Theirs: headlines are share")
    assert set(verdict.offers) == {FROM_BEFORE.key, SHARE_OF_SCALE.key}
    # Control: by one that both hold, they may.
    assert guard([OURS, theirs], SHARE_OF_SCALE.key).outcomes == ("control", "hope")


def test_a_definition_that_one_does_not_hold_is_refused_too():
    verdict = guard([OURS, THEIRS], SHARE_OF_POSSIBLE.key)
    assert verdict.definition is None and verdict.outcomes == ()


@pytest.mark.parametrize("wanted", [None, SHARE_OF_SCALE.key])
def test_another_kind_of_before_is_refused_whatever_is_wanted(wanted):
    verdict = guard([OURS, replace(THEIRS, before="recalled, thinking back")], wanted)
    assert verdict.definition is None and verdict.outcomes == () and verdict.offers == ()
    [words] = whole_refusals(verdict)
    assert words.startswith("Ours: before is asked at the time; Theirs: before is recalled, thinking back.")


@pytest.mark.parametrize(
    "change, words",
    [
        ({"question": "Are you in control?"}, "it is asked in other words"),
        ({"highest": 10}, "its scale is another. Ours: from 1 to 5; Theirs: from 1 to 10."),
        ({"lowest": 0}, "its scale is another"),
        ({"better": "lower"}, "another end of its scale is the good one"),
    ],
)
def test_an_outcome_that_is_asked_otherwise_is_refused_and_the_others_stay(change, words):
    theirs = replace(THEIRS, outcomes={"control": replace(CONTROL, **change), "hope": HOPE})
    verdict = guard([OURS, theirs])
    assert verdict.outcomes == ("hope",)
    [refusal] = verdict.refusals
    assert refusal.outcome == "feeling in control" and refusal.words.startswith(words)


def test_what_only_one_asks_is_told():
    verdict = guard([OURS, replace(THEIRS, outcomes={"hope": HOPE})])
    assert verdict.outcomes == ("hope",)
    assert [each.words for each in verdict.refusals] == ["only Ours asks about it."]


def test_of_three_two_may_ask_alike():
    third = replace(OURS, name="Third", outcomes={"control": CONTROL})
    assert guard([OURS, THEIRS, third]).outcomes == ("control", "hope")


def test_differences_are_labelled_also_where_all_is_refused():
    verdict = guard([OURS, replace(THEIRS, before="recalled", threshold=20)])
    assert [label.about for label in verdict.labels] == ["What is hidden"]
