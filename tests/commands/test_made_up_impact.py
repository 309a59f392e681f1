from collections import Counter
from random import Random

import pytest

from survey.commands import made_up_answers, made_up_impact
from survey.commands.example_evaluations import ASKED_AGAIN_GROUPS, WALKING_GROUPS
from survey.questionnaires import answers, composing, routing
from survey.questionnaires.impact_ids import ANYWAY, OTHERS
from tests.commands.test_made_up_answers import YEAR, outcomes_of, then_and_now, understood

DERBY, THURROCK = WALKING_GROUPS[1:]


def said(group, seed=1):
    return made_up_impact.said(Random(seed), then_and_now(group))


def sheets(people):
    return [sheet for person in people for sheet in person.sheets]


def about(people, ending):
    return [
        answer for sheet in sheets(people) for name, answer in sheet.answers.items() if name.endswith(ending)
    ]


def mean(given):
    figures = [int(answer.choices[0]) for answer in given if answer.choices]
    return sum(figures) / len(figures)


@pytest.mark.parametrize("group", WALKING_GROUPS, ids=lambda group: f"{group.area} {group.level}")
def test_each_answers_what_the_phone_would_ask_and_nothing_else(group):
    asked = composing.compose("x", outcomes_of(group), composing.THEN_AND_NOW, group.level)
    for sheet in sheets(said(group)):
        pages = routing.visible_pages(asked, sheet.answers)
        shown = {question.id: question for page in pages for question in page.questions}
        assert shown.keys() == sheet.answers.keys()
        assert all(understood(shown[name], answer) for name, answer in sheet.answers.items())


def test_in_waves_nobody_is_asked_at_introduction():
    group = ASKED_AGAIN_GROUPS[1]
    people = made_up_answers.in_waves(Random(1), group, outcomes_of(group), *YEAR)
    asked = composing.compose("x", outcomes_of(group), composing.WAVES, group.level)
    first = composing.at_introduction(asked)
    by_wave = Counter()
    for sheet in sheets(made_up_impact.said(Random(1), people)):
        pages = routing.visible_pages(asked if sheet.wave else first, sheet.answers)
        assert {question.id for page in pages for question in page.questions} == sheet.answers.keys()
        by_wave[sheet.wave] += sum(name.endswith(ANYWAY) for name in sheet.answers)
    assert by_wave[0] == 0
    assert by_wave[1] and by_wave[2]


def test_scores_and_people_stay_as_they_were():
    before, after = then_and_now(THURROCK), said(THURROCK)
    assert len(before) == len(after)
    for one, other in zip(sheets(before), sheets(after), strict=True):
        assert one.answers.items() <= other.answers.items()
        assert (one.sent_at, one.helped) == (other.sent_at, other.helped)


def test_thurrocks_residents_give_others_more_and_deadweight_is_alike():
    derby, thurrock = said(DERBY), said(THURROCK)
    assert mean(about(thurrock, OTHERS)) > mean(about(derby, OTHERS)) + 5
    assert abs(mean(about(thurrock, ANYWAY)) - mean(about(derby, ANYWAY))) < 10


def test_every_kind_of_answer_is_given():
    states = Counter(answer.state for ending in (ANYWAY, OTHERS) for answer in about(said(THURROCK), ending))
    assert states[answers.ANSWERED] > states[answers.SKIPPED] > 0
    assert states[answers.DONT_KNOW] and states[answers.PREFER_NOT_TO_SAY]
    points = {answer.choices for answer in about(said(THURROCK), OTHERS) if answer.choices}
    assert points == {("0",), ("25",), ("50",), ("75",), ("100",)}


def test_where_nothing_changed_or_nothing_is_left_both_make_sense():
    for sheet in sheets(said(THURROCK)):
        for name in sheet.answers:
            outcome = name.removesuffix(ANYWAY)
            if outcome == name:
                continue
            anyway, others = (sheet.answers[outcome + ending] for ending in (ANYWAY, OTHERS))
            now, then = (sheet.answers[each] for each in (outcome, outcome + composing.THEN_SUFFIX))
            if now.number == then.number is not None:
                assert anyway.state == others.state == answers.SKIPPED
            if anyway.choices == ("100",):
                assert others.state == answers.SKIPPED


def test_the_same_seed_says_the_same():
    assert said(DERBY) == said(DERBY)
    assert said(DERBY) != said(DERBY, seed=2)
