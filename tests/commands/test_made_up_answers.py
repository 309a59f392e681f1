from collections import Counter
from datetime import date
from random import Random

import pytest

from survey.analysis.change import change, moves_from_pairs
from survey.commands import made_up_answers
from survey.commands.example_evaluations import ASKED_AGAIN_GROUPS, THURROCK, WALKING_GROUPS
from survey.questionnaires import answers, characteristics, composing, loading

YEAR = date(2025, 4, 1), date(2026, 3, 31)
PUBLISHED = {
    "control": 60,
    "someone_to_rely_on": 59,
    "low_mood": -30,
    "independence": 42,
    "isolation": -53,
    "hope": 62,
    "confidence": 61,
    "crime_worry": -55,
}


def outcomes_of(group):
    library = loading.library()
    known = {
        each.id: each for name in ("resident-outcomes", "level-one-short") for each in library[name].outcomes
    }
    return [known[name] for name in group.changes]


def then_and_now(group, seed=1):
    return made_up_answers.then_and_now(Random(seed), group, outcomes_of(group), *YEAR)


def pairs(people, outcome):
    """Before and now of everyone who sent answers; None where there is no score."""
    given = [sheet.answers for person in people for sheet in person.sheets]
    return [(each[outcome + "_then"].number, each[outcome].number) for each in given]


def test_the_published_averages_are_the_targets():
    assert {outcome: percent for outcome, (_, percent) in THURROCK.items()} == PUBLISHED


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("group", WALKING_GROUPS, ids=lambda group: f"{group.area} {group.level}")
def test_every_mean_moves_by_the_whole_per_cent_wanted(group, seed):
    people = then_and_now(group, seed)
    for outcome in outcomes_of(group):
        moves = moves_from_pairs(pairs(people, outcome.id), outcome.lowest, outcome.highest)
        found = change(*moves, outcome.lowest, outcome.highest, outcome.better, draws=10)
        assert round(found.pct_relative_ratio_of_means) == group.changes[outcome.id][1]
        assert found.n_pairs > 0.75 * group.sent[0]


def test_the_same_seed_makes_the_same_people():
    group = WALKING_GROUPS[1]
    assert then_and_now(group) == then_and_now(group)
    assert then_and_now(group) != then_and_now(group, seed=2)


def test_not_everyone_answers_and_not_everything():
    group = WALKING_GROUPS[2]
    people = then_and_now(group)
    assert len(people) == group.people == 200
    assert sum(bool(person.sheets) for person in people) == group.sent[0]
    states = Counter(
        answer.state for person in people for sheet in person.sheets for answer in sheet.answers.values()
    )
    assert (
        states[answers.ANSWERED] > 10 * states[answers.SKIPPED] > 10 * states[answers.PREFER_NOT_TO_SAY] > 0
    )


def test_not_everyone_gets_better():
    scores = [pair for outcome in THURROCK for pair in pairs(then_and_now(WALKING_GROUPS[2]), outcome)]
    moved = Counter((now > then) - (now < then) for then, now in scores if None not in (then, now))
    assert set(moved) == {-1, 0, 1}


@pytest.mark.parametrize("group", WALKING_GROUPS, ids=lambda group: f"{group.area} {group.level}")
def test_answers_fit_the_questionnaire_that_was_asked(group):
    composed = composing.compose("x", outcomes_of(group), composing.THEN_AND_NOW, group.level)
    asked = composing.at_introduction(composed)
    for person in then_and_now(group):
        for sheet in person.sheets:
            assert {question.id for question in asked.questions} == set(sheet.answers)
            for question in asked.questions:
                assert understood(question, sheet.answers[question.id])


def understood(question, answer):
    """Whether a phone could have sent this."""
    if answer.state != answers.ANSWERED:
        return (
            answers.understand(question, [] if answer.state == answers.SKIPPED else [answer.state]) == answer
        )
    raw = [str(answer.number)] if answer.number is not None else list(answer.choices)
    return Counter(answers.understand(question, raw).choices) == Counter(answer.choices)


def test_what_is_known_of_people_is_in_the_lists():
    for person in then_and_now(WALKING_GROUPS[0]):
        assert person.age_band in characteristics.AGE_BANDS
        assert person.main_reason in characteristics.MAIN_REASONS
        assert person.introduction_route in characteristics.INTRODUCTION_ROUTES


def test_answers_come_in_over_the_year_at_waking_hours():
    sent = [sheet.sent_at for person in then_and_now(WALKING_GROUPS[2]) for sheet in person.sheets]
    assert all(YEAR[0] <= at.date() <= YEAR[1] and 8 <= at.hour < 21 for at in sent)
    assert len({at.month for at in sent}) == 12


def test_who_helped_is_a_choice_of_the_questionnaire():
    helped = Counter(sheet.helped for person in then_and_now(WALKING_GROUPS[2]) for sheet in person.sheets)
    offered = {choice.value for choice in composing.HELPED_QUESTION.choices}
    assert set(helped) - {None} <= offered
    assert helped["nobody"] > helped["coordinator_filled_in"] > 0


def test_in_waves_some_give_only_a_before_and_some_only_a_later_answer():
    group = ASKED_AGAIN_GROUPS[1]
    people = made_up_answers.in_waves(Random(1), group, outcomes_of(group), *YEAR)
    kinds = Counter(tuple(sheet.wave for sheet in person.sheets) for person in people)
    assert kinds[(0,)] and kinds[(0, 1)] and kinds[(0, 1, 2)]
    assert any(waves and 0 not in waves for waves in kinds)
    sent = Counter(sheet.wave for person in people for sheet in person.sheets)
    assert tuple(sent[wave] for wave in range(3)) == group.sent


def test_waves_are_weeks_apart_and_within_the_year():
    group = ASKED_AGAIN_GROUPS[1]
    for person in made_up_answers.in_waves(Random(1), group, outcomes_of(group), *YEAR):
        days = [(sheet.wave, sheet.sent_at.date()) for sheet in person.sheets]
        assert all(YEAR[0] <= day <= YEAR[1] for _, day in days)
        for (wave, day), (later, later_day) in zip(days, days[1:], strict=False):
            assert (later_day - day).days >= (later - wave) * 7 * made_up_answers.WEEKS_BETWEEN
