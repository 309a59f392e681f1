"""The truth table: may a story be told there, in that form, with what its teller agreed to?"""

import copy
import json
from dataclasses import FrozenInstanceError, asdict, replace
from datetime import date, timedelta
from itertools import product

import pytest

from survey.access import telling
from survey.access.telling import Consent, Decision, MayNotBeTold, Told, decide, freeze, reopen, tell

TODAY = date(2026, 11, 22)
PURPOSES = ("learning", "quoted_unnamed", "quoted_named", "steering_group", "published")
# What there is to say of one use: agreed until when, if at all, and whether it still holds today.
STATES = {
    "never": (None, False, "never_given"),
    "given": (TODAY + timedelta(days=400), False, ""),
    "last day": (TODAY, False, ""),
    "ended": (TODAY - timedelta(days=1), False, "ended"),
    "withdrawn": (TODAY + timedelta(days=400), True, "withdrawn"),
    "withdrawn and ended": (TODAY - timedelta(days=1), True, "withdrawn"),
}
# Written out by hand, whatever the code thinks: each place and form, and the uses it takes. No line: never.
TABLE = """
    team           whole    learning
    report         unnamed  learning        quoted_unnamed
    report         named    learning        quoted_named
    steering_pack  unnamed  quoted_unnamed  steering_group
    steering_pack  named    quoted_named    steering_group
    release        unnamed  quoted_unnamed  published
    release        named    quoted_named    published
"""
OUTLETS, FORMS = ("team", "report", "steering_pack", "release"), ("whole", "unnamed", "named")
LINES = [line.split() for line in TABLE.strip().splitlines()]
NEEDED = {(outlet, form): uses for outlet, form, *uses in LINES}
EVERYTHING = tuple(Consent(each, TODAY, named_as="Robin") for each in PURPOSES)


def agreed(states):
    """Consents from the state of each use."""
    return [
        Consent(purpose, STATES[state][0], STATES[state][1], "Robin" if purpose == "quoted_named" else "")
        for purpose, state in states.items()
        if STATES[state][0]
    ]


def expected(states, outlet, form):
    """Whether, why not and about which use, read off the table above."""
    if (outlet, form) not in NEEDED:
        return False, "not_an_outlet", ""
    for use in NEEDED[outlet, form]:
        if STATES[states[use]][2]:
            return False, STATES[states[use]][2], use
    return True, "", ""


def differences(decide):
    """Every consent state of every use, in every place and form, where a rule says other than the table."""
    for each in product(STATES, repeat=len(PURPOSES)):
        states = dict(zip(PURPOSES, each, strict=True))
        consents = agreed(states)
        for outlet, form in product(OUTLETS, FORMS):
            decision = decide(consents, outlet, form, TODAY, is_redacted=True)
            if (decision.may, decision.why, decision.purpose) != expected(states, outlet, form):
                yield states, outlet, form


def test_every_consent_state_in_every_place_and_form():
    assert next(differences(decide), None) is None


def test_the_table_names_everything_there_is():
    assert set(telling.OUTLETS) == set(OUTLETS) and set(telling.FORMS) == set(FORMS)
    assert len(NEEDED) == 7 and {use for uses in NEEDED.values() for use in uses} == set(PURPOSES)


def as_if(consent, **changes):
    return replace(consent, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"is_withdrawn": False},
        {"until": TODAY + timedelta(days=1)},
        {"purpose": "published"},
    ],
)
def test_control_a_rule_that_overlooks_something_is_found(changes):
    def lenient(consents, *more, **known):
        return decide([as_if(each, **changes) for each in consents], *more, **known)

    assert next(differences(lenient), None)


def test_no_use_stands_in_for_another():
    for (outlet, form), uses in NEEDED.items():
        for missing in uses:
            others = [each for each in EVERYTHING if each.purpose != missing]
            decision = decide(others, outlet, form, TODAY, is_redacted=True)
            assert decision == Decision(False, "never_given", missing)


@pytest.mark.parametrize(("outlet", "form"), NEEDED)
def test_a_story_that_was_taken_back_is_told_nowhere(outlet, form):
    told = decide(EVERYTHING, outlet, form, TODAY, is_redacted=True, is_taken_back=True)
    assert told == Decision(False, "taken_back")
    # That it is gone is said first, whatever else stands against it.
    assert decide((), outlet, form, TODAY, is_redacted=False, is_taken_back=True).why == "taken_back"


@pytest.mark.parametrize(("outlet", "form"), NEEDED)
def test_what_nobody_confirmed_without_names_and_places_is_told_nowhere(outlet, form):
    assert decide(EVERYTHING, outlet, form, TODAY, is_redacted=False) == Decision(False, "not_redacted")
    assert decide((), outlet, form, TODAY, is_redacted=False).why == "never_given"


@pytest.mark.parametrize("outlet", ["", "Team", "screen", None])
def test_a_place_that_is_none_is_refused(outlet):
    assert decide(EVERYTHING, outlet, "unnamed", TODAY, is_redacted=True) == Decision(False, "not_an_outlet")


def test_being_quoted_with_a_name_needs_a_name():
    nameless = [as_if(each, named_as="") for each in EVERYTHING]
    for outlet in ("report", "steering_pack", "release"):
        decision = decide(nameless, outlet, "named", TODAY, is_redacted=True)
        assert decision == Decision(False, "no_name", "quoted_named")
        assert decide(nameless, outlet, "unnamed", TODAY, is_redacted=True).may


def told(outlet="release", consents=EVERYTHING, **more):
    return tell("It got better.", consents, outlet, TODAY, story=7, **{"is_redacted": True, **more})


def test_what_is_told_says_where_of_which_story_and_under_which_name():
    unnamed, named = told(outcome="hope"), told("report", named=True)
    assert asdict(unnamed) == {
        "words": "It got better.",
        "outlet": "release",
        "story": 7,
        "outcome": "hope",
        "name": "",
    }
    assert (named.outlet, named.name, named.outcome) == ("report", "Robin", None)


def test_the_name_comes_from_the_consent_to_be_named_alone():
    consents = [
        as_if(each, named_as="Robin" if each.purpose == "quoted_named" else "X") for each in EVERYTHING
    ]
    assert told(consents=consents, named=True).name == "Robin"
    assert told(consents=consents).name == ""


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"consents": ()}, "never_given"),
        ({"is_redacted": False}, "not_redacted"),
        ({"is_taken_back": True}, "taken_back"),
        ({"outlet": "team"}, "not_an_outlet"),
    ],
)
def test_what_may_not_be_told_is_not_and_says_why(more, why):
    with pytest.raises(MayNotBeTold) as refusal:
        told(**more)
    assert refusal.value.decision.why == why


def test_consents_are_read_once_and_may_come_from_anywhere():
    assert told(consents=iter(EVERYTHING), named=True).name == "Robin"


@pytest.mark.parametrize("door", [(), (None,), (object(),), (True,), ("door",)])
def test_words_are_told_nowhere_else(door):
    with pytest.raises(TypeError, match="through survey.access.telling alone"):
        Told("It got better.", "release", 7, None, "", *door)


def test_what_was_told_cannot_be_turned_into_something_else():
    kept = told()
    with pytest.raises((TypeError, ValueError)):
        replace(kept, words="It got worse.")
    with pytest.raises(FrozenInstanceError):
        kept.words = "It got worse."
    assert copy.copy(kept) == kept


def test_a_release_keeps_what_it_told_and_nothing_else():
    kept = told(outcome="hope", named=True)
    assert reopen(json.loads(json.dumps(freeze(kept)))) == kept
    for outlet in ("report", "steering_pack"):
        with pytest.raises(ValueError, match="only what is released"):
            freeze(told(outlet))
        with pytest.raises(ValueError, match="only what was released"):
            reopen(asdict(told(outlet)))
