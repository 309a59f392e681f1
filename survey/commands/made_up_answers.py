"""Answers of people who do not exist, for the worked example: the same ones from the same seed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from survey.questionnaires import composing
from survey.questionnaires.answers import ANSWERED, PREFER_NOT_TO_SAY, SKIPPED, Answer
from survey.questionnaires.model import Question

# In parts of a hundred. Ages, reasons and routes lean on what councils have published of theirs.
AGE_BANDS = {"under_18": 2, "18_30": 14, "31_64": 55, "65_plus": 29}
MAIN_REASONS = {
    "mental_health": 32,
    "older_person": 25,
    "isolation": 12,
    "physical_disability": 8,
    "long_term_condition": 6,
    "housing": 5,
    "money": 4,
    "learning_disability": 3,
    "carer": 3,
    "family": 2,
}
ROUTES = {
    "council": 37,
    "primary_health": 18,
    "secondary_health": 12,
    "self": 11,
    "family_friend_or_neighbour": 8,
    "community_group": 6,
    "housing": 4,
    "police": 2,
    "fire_and_rescue": 2,
}
HELPED = {
    "nobody": 46,
    "family_or_friend": 14,
    "coordinator_helped": 22,
    "coordinator_filled_in": 12,
    "someone_else": 4,
    PREFER_NOT_TO_SAY: 2,
}
STATES = {ANSWERED: 94, SKIPPED: 4, PREFER_NOT_TO_SAY: 2}
# How far people differ where they start, and in how they move: in points.
SPREAD, UNEVENNESS = 0.9, 1.1
WEEKS_BETWEEN = 12


@dataclass(frozen=True)
class Group:
    """Whom to make up: how many, and for each outcome the usual score before and the change in per cent."""

    area: str
    level: str
    people: int
    # How many sent each wave; those of a follow-up are not all among those who were asked before.
    sent: tuple[int, ...]
    changes: Mapping[str, tuple[float, int]]


@dataclass(frozen=True)
class Sheet:
    """What one person sent at one wave."""

    wave: int
    sent_at: datetime
    helped: str | None
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Person:
    area: str
    level: str
    age_band: str
    main_reason: str
    introduction_route: str
    sheets: tuple[Sheet, ...]


def then_and_now(
    random: Random, group: Group, outcomes: Sequence[Question], start: date, end: date
) -> list[Person]:
    """People asked both in one sitting. Over those who gave both, each mean moves by the per cent wanted."""
    (sent,) = group.sent
    scores = {each.id: _both(random, each, sent, *group.changes[each.id]) for each in outcomes}
    people = []
    for number in range(group.people):
        sheets = ()
        if number < sent:
            answers = {}
            for outcome in outcomes:
                then, now = scores[outcome.id][number]
                answers[outcome.id] = _answer(outcome.id, now)
                answers[outcome.id + composing.THEN_SUFFIX] = _answer(
                    outcome.id + composing.THEN_SUFFIX, then
                )
            sheets = (_sheet(random, 1, _day(random, start, end), group, outcomes, answers),)
        people.append(_person(random, group, sheets))
    random.shuffle(people)
    return people


def in_waves(
    random: Random, group: Group, outcomes: Sequence[Question], start: date, end: date
) -> list[Person]:
    """People asked at introduction and again: some only before, some only later, some every time."""
    last_start = end - timedelta(weeks=(WEEKS_BETWEEN + 4) * (len(group.sent) - 1))
    senders = [set(random.sample(range(group.people), sent)) for sent in group.sent]
    people = []
    for number in range(group.people):
        day, sheets = _day(random, start, last_start), []
        before = {each.id: _start(random, each, group.changes[each.id][0]) for each in outcomes}
        for wave, senders_then in enumerate(senders):
            if number in senders_then:
                answers = {
                    each.id: _answer(each.id, _later(random, each, before[each.id], wave, group))
                    for each in outcomes
                }
                sheets.append(_sheet(random, wave, day, group, outcomes, answers))
            day += timedelta(weeks=WEEKS_BETWEEN, days=random.randrange(21))
        people.append(_person(random, group, tuple(sheets)))
    return people


def _both(random: Random, outcome: Question, count: int, usual: float, percent: int) -> list[tuple]:
    """Pairs of score or reason for none, then and now; the complete ones move as wanted."""
    states = [(_state(random, outcome), _state(random, outcome)) for _ in range(count)]
    complete = [place for place, state in enumerate(states) if state == (ANSWERED, ANSWERED)]
    then = [_start(random, outcome, usual) for _ in range(count)]
    now = [_moved(random, outcome, score, percent) for score in then]
    wanted = round(sum(then[place] for place in complete) * (1 + percent / 100))
    _nudge(random, outcome, now, complete, wanted)
    return [
        tuple(
            score if state == ANSWERED else state
            for score, state in zip((then[place], now[place]), states[place], strict=True)
        )
        for place in range(count)
    ]


def _nudge(random: Random, outcome: Question, scores: list[int], places: list[int], wanted: int) -> None:
    """Move single scores by one until those at the places add up to what is wanted."""
    missing = wanted - sum(scores[place] for place in places)
    while missing:
        step = 1 if missing > 0 else -1
        place = random.choice(places)
        if outcome.lowest <= scores[place] + step <= outcome.highest:
            scores[place] += step
            missing -= step


def _later(random: Random, outcome: Question, before: int, wave: int, group: Group) -> int | str:
    state = _state(random, outcome)
    if state != ANSWERED or wave == 0:
        return before if state == ANSWERED else state
    # Most of a change comes early; the second follow-up adds a little.
    return _moved(random, outcome, before, group.changes[outcome.id][1] * (0.8 + 0.1 * wave))


def _start(random: Random, outcome: Question, usual: float) -> int:
    return _within(outcome, random.gauss(usual, SPREAD))


def _moved(random: Random, outcome: Question, before: int, percent: float) -> int:
    return _within(outcome, before * (1 + percent / 100) + random.gauss(0, UNEVENNESS))


def _within(outcome: Question, score: float) -> int:
    return min(max(round(score), outcome.lowest), outcome.highest)


def _state(random: Random, outcome: Question) -> str:
    state = _pick(random, STATES)
    return SKIPPED if state == PREFER_NOT_TO_SAY and state not in outcome.also else state


def _answer(question: str, score: int | str) -> Answer:
    return Answer(question, ANSWERED, number=score) if isinstance(score, int) else Answer(question, score)


def _sheet(
    random: Random, wave: int, day: date, group: Group, outcomes: Sequence[Question], answers: dict
) -> Sheet:
    at = datetime.combine(day, time(8)) + timedelta(minutes=random.randrange(13 * 60))
    if group.level == composing.LEVEL_TWO:
        picked = random.sample([outcome.id for outcome in outcomes], random.randint(0, 3))
        answers[composing.MATTERS_MOST] = _chosen(composing.MATTERS_MOST, picked)
    helped = _pick(random, HELPED)
    if helped == PREFER_NOT_TO_SAY:
        answers[composing.HELPED] = Answer(composing.HELPED, helped)
        return Sheet(wave, at, None, answers)
    answers[composing.HELPED] = _chosen(composing.HELPED, [helped])
    return Sheet(wave, at, helped, answers)


def _chosen(question: str, picked: list[str]) -> Answer:
    return Answer(question, ANSWERED, choices=tuple(picked)) if picked else Answer(question, SKIPPED)


def _person(random: Random, group: Group, sheets: tuple[Sheet, ...]) -> Person:
    return Person(
        group.area,
        group.level,
        _pick(random, AGE_BANDS),
        _pick(random, MAIN_REASONS),
        _pick(random, ROUTES),
        sheets,
    )


def _day(random: Random, start: date, end: date) -> date:
    return start + timedelta(days=random.randrange((end - start).days + 1))


def _pick(random: Random, parts: Mapping[str, int]) -> str:
    return random.choices(list(parts), list(parts.values()))[0]
