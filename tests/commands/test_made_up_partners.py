from collections import Counter
from datetime import date
from functools import cache
from random import Random

import pytest

from survey.commands import made_up_partners
from survey.commands.made_up_partners import Case
from survey.questionnaires import answers, loading, partners, routing
from survey.questionnaires import impact_ids as ids
from survey.questionnaires.partner_composing import compose_partner

PERIOD = date(2025, 4, 1), date(2026, 3, 31)
KINDS = tuple(partners.PARTNER_KINDS)
CASE = Case("Eve (made up)", "A bed in a home.", "A neighbour came by.")


@cache
def questionnaire(kind):
    outcomes = loading.library()["resident-outcomes"].outcomes
    return compose_partner(partners.library()[kind], outcomes, PERIOD, 500)


def given(kind, seed=1, part=50, **how):
    return made_up_partners.answers(Random(seed), questionnaire(kind), part, **how)


@cache
def many(kind="nhs", part=50):
    """What a hundred partners of a kind answer, by the ending of the question."""
    found = {}
    for seed in range(100):
        for name, answer in given(kind, seed, part).items():
            about = ids.outcome_of(name)
            if about:
                found.setdefault(about[1], []).append(answer)
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(5))
def test_all_that_is_shown_is_answered_and_nothing_else(kind, seed):
    asked, told = questionnaire(kind), given(kind, seed, case=CASE)
    shown = [question for page in routing.visible_pages(asked, told) for question in page.questions]
    assert [question.id for question in shown] == list(told)
    assert {question.id for question in asked.questions} >= told.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_one_who_stops_has_the_first_pages_only(kind):
    asked, told = questionnaire(kind), given(kind, most_pages=2)
    pages = routing.visible_pages(asked, told)
    assert {question.id for page in pages[:2] for question in page.questions} == told.keys()
    assert told.items() <= given(kind).items()


def test_every_way_of_answering_occurs():
    told = many()
    assert set(told) == {*ids.QUESTION_ENDINGS} - {ids.OTHERS}
    seen = Counter((answer.choices or (answer.state,))[0] for answer in told[ids.SEEN])
    assert seen.keys() == {*made_up_partners.SEEN}
    assert seen[ids.BETTER] > seen[ids.WORSE_THEN_BETTER] > seen[ids.WORSE] > 0
    for ending in (ids.ANYWAY, ids.SHARES, ids.DISPLACED, ids.LASTS, ids.LEFT):
        states = Counter(answer.state for answer in told[ending])
        assert states[answers.ANSWERED] > states[answers.DONT_KNOW] > 0
    for ending in (ids.FROM, ids.UNTIL, ids.ANYWAY_EXACT):
        states = Counter(answer.state for answer in told[ending])
        assert states[answers.SKIPPED] > states[answers.ANSWERED] > 0


@pytest.mark.parametrize("part", [35, 55])
@pytest.mark.parametrize("kind", ["police", "coordinators"])
def test_shares_lie_about_the_part_and_make_a_hundred(kind, part):
    shares = [dict(answer.shares) for answer in many(kind, part)[ids.SHARES] if answer.shares]
    assert all(sum(each.values()) == 100 for each in shares)
    assert {each[ids.PROGRAMME] for each in shares} == {part - 10, part - 5, part, part + 5, part + 10}
    assert all((ids.YOUR_ORGANISATION in each) == (kind != "coordinators") for each in shares)


def test_an_exact_figure_is_near_the_point_in_words():
    for seed in range(100):
        told = given("nhs", seed)
        for name, answer in told.items():
            if name.endswith(ids.ANYWAY_EXACT) and answer.number is not None:
                point = told[name.removesuffix(ids.ANYWAY_EXACT) + ids.ANYWAY].choices[0]
                assert abs(answer.number - int(point)) <= 10


def test_days_lie_in_the_period_and_in_order():
    for seed in range(100):
        told = given("police", seed)
        days = {name: date.fromisoformat(answer.words) for name, answer in told.items() if answer.words}
        assert all(PERIOD[0] <= day <= PERIOD[1] for day in days.values())
        for name in days:
            until = name.removesuffix(ids.FROM) + ids.UNTIL
            assert until not in days or not name.endswith(ids.FROM) or days[name] <= days[until]


def test_every_outcome_that_is_counted_has_a_usual_amount():
    assert made_up_partners.AMOUNTS.keys() == partners.outcomes().keys()


def test_a_case_is_told_or_not():
    assert given("nhs", case=CASE)[ids.HAPPENED_INSTEAD].words == CASE.happened_instead
    assert given("nhs")[ids.HAPPENED_INSTEAD].state == answers.SKIPPED


def test_the_same_seed_says_the_same():
    assert given("housing") == given("housing")
    assert given("housing") != given("housing", seed=2)
