"""Answers of partners who do not exist, for the worked example: the same ones from the same seed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from survey.questionnaires import impact_ids as ids
from survey.questionnaires import routing
from survey.questionnaires.answers import DOES_NOT_APPLY, DONT_KNOW, Answer, understand
from survey.questionnaires.model import Question, Questionnaire

# In parts of a hundred.
SEEN = {
    ids.BETTER: 72,
    ids.WORSE_THEN_BETTER: 10,
    ids.SAME: 8,
    ids.WORSE: 4,
    DONT_KNOW: 3,
    DOES_NOT_APPLY: 3,
}
# What nobody wanted: people who come to lean on the coordinator.
SEEN_OF = {"dependency": {ids.BETTER: 5, ids.WORSE_THEN_BETTER: 5, ids.SAME: 25, ids.WORSE: 60, DONT_KNOW: 5}}
ANYWAY = {"0": 14, "25": 44, "50": 32, "75": 5, DONT_KNOW: 5}
# One in eight knows it exactly, near the point in words.
EXACT_ONE_IN, EXACTLY = 8, {"0": (5, 10), "25": (20, 30), "50": (40, 60), "75": (70, 80)}
DISPLACED = {"0": 78, "25": 14, "50": 3, DONT_KNOW: 5}
LASTS = {"0": 8, "1": 30, "2": 30, "3": 16, "5": 8, DONT_KNOW: 8}
LEFT = {"0": 12, "25": 42, "50": 26, "75": 8, DONT_KNOW: 12}
# How what is not the coordinator's part is shared out, and how far that part differs among partners.
OTHERS = {
    ids.YOUR_ORGANISATION: 44,
    "other_services": 18,
    "family_and_friends": 18,
    "the_person": 16,
    "something_else": 4,
}
STEPS, STEP = (-2, -1, 0, 1, 2), 5
SHARES_UNKNOWN = 0.05
WHOLE_PERIOD = 0.7

# By outcome: about how much in its unit, and what kinds of benefit are named.
AMOUNTS = {
    "earlier_intervention": (18, (ids.SOCIAL, ids.AVOIDED)),
    "crisis_avoided": (6, (ids.AVOIDED,)),
    "fewer_gp_visits": (110, (ids.TIME_FREED, ids.AVOIDED)),
    "less_care_demand": (9, (ids.AVOIDED, ids.CASHABLE)),
    "fewer_fire_call_outs": (8, (ids.TIME_FREED, ids.AVOIDED)),
    "fewer_police_call_outs": (26, (ids.TIME_FREED, ids.AVOIDED)),
    "police_time_freed": (90, (ids.TIME_FREED,)),
    "tenancies_kept": (5, (ids.AVOIDED, ids.SOCIAL)),
    "housing_officer_time": (60, (ids.TIME_FREED,)),
    "less_administration": (45, (ids.TIME_FREED,)),
    "more_volunteers": (8, (ids.SOCIAL,)),
    "peace_of_mind": (40, (ids.SOCIAL,)),
    "own_engagement": (50, (ids.SOCIAL,)),
    "dependency": (20, (ids.TIME_FREED,)),
}


@dataclass(frozen=True)
class Case:
    """What a partner tells of one person, who does not exist either."""

    person: str
    traditional_response: str
    happened_instead: str


@dataclass
class _Filling:
    """A questionnaire on its way: who fills it in, and what was answered so far."""

    random: Random
    # The coordinator's usual part of what would not have happened anyway, in per cent.
    part: int
    case: Case | None
    given: dict[str, Answer] = field(default_factory=dict)

    def pick(self, parts: Mapping[str, int]) -> list[str]:
        return self.random.choices(list(parts), list(parts.values()))


def answers(
    random: Random, asked: Questionnaire, part: int, case: Case | None = None, most_pages: int = 1000
) -> dict[str, Answer]:
    """A partner's answers, given page by page as they would be; of the first so many pages only.

    `part` is how much of the change it usually lays at the coordinator's door, in per cent.
    """
    filling = _Filling(random, part, case)
    for _ in range(most_pages):
        page_id = routing.first_unanswered(asked, filling.given)
        if page_id is None:
            break
        pages = routing.visible_pages(asked, filling.given)
        for question in next(page for page in pages if page.id == page_id).questions:
            filling.given[question.id] = understand(question, _texts(filling, question))
    return filling.given


def _texts(filling: _Filling, question: Question) -> list[str]:
    """What would be posted from a form."""
    about = ids.outcome_of(question.id)
    if about is None:
        name = CASE[question.id]
        return [getattr(filling.case, name)] if filling.case else []
    outcome, ending = about
    return BY_ENDING[ending](filling, question, outcome)


def _seen(filling: _Filling, question: Question, outcome: str) -> list[str]:
    return filling.pick(SEEN_OF.get(outcome, SEEN))


def _people(filling: _Filling, question: Question, outcome: str) -> list[str]:
    return [str(filling.random.randint(4, 40))]


def _amount(filling: _Filling, question: Question, outcome: str) -> list[str]:
    return [str(max(1, round(AMOUNTS[outcome][0] * filling.random.uniform(0.5, 1.5))))]


def _benefit(filling: _Filling, question: Question, outcome: str) -> list[str]:
    return [filling.random.choice(AMOUNTS[outcome][1])]


def _day(filling: _Filling, question: Question, outcome: str) -> list[str]:
    """Mostly none, for the whole period; else a day in its first half to begin, in its second to end."""
    if filling.random.random() < WHOLE_PERIOD:
        return []
    first, last = (date.fromisoformat(day) for day in (question.earliest, question.latest))
    half = (last - first).days // 2
    days = filling.random.randrange(half) + (half if question.id.endswith(ids.UNTIL) else 0)
    return [(first + timedelta(days=days)).isoformat()]


def _exactly(filling: _Filling, question: Question, outcome: str) -> list[str]:
    point = filling.given[outcome + ids.ANYWAY].choices
    if not point or filling.random.randrange(EXACT_ONE_IN):
        return []
    return [str(filling.random.choice(EXACTLY[point[0]]))]


def _shares(filling: _Filling, question: Question, outcome: str) -> list[str]:
    random, contributors = filling.random, [choice.value for choice in question.choices]
    if random.random() < SHARES_UNKNOWN:
        return [DONT_KNOW]
    shares = dict.fromkeys(contributors, 0)
    shares[ids.PROGRAMME] = filling.part + STEP * random.choice(STEPS)
    others = {name: OTHERS[name] for name in contributors if name in OTHERS}
    for name in random.choices(list(others), list(others.values()), k=(100 - shares[ids.PROGRAMME]) // STEP):
        shares[name] += STEP
    return [str(shares[name]) for name in contributors]


def _picking(parts: Mapping[str, int]) -> Callable[[_Filling, Question, str], list[str]]:
    return lambda filling, question, outcome: filling.pick(parts)


CASE = {
    ids.CASE_PERSON: "person",
    ids.TRADITIONAL_RESPONSE: "traditional_response",
    ids.HAPPENED_INSTEAD: "happened_instead",
}
BY_ENDING = {
    ids.SEEN: _seen,
    ids.PEOPLE: _people,
    ids.AMOUNT: _amount,
    ids.FROM: _day,
    ids.UNTIL: _day,
    ids.BENEFIT: _benefit,
    ids.ANYWAY: _picking(ANYWAY),
    ids.ANYWAY_EXACT: _exactly,
    ids.SHARES: _shares,
    ids.DISPLACED: _picking(DISPLACED),
    ids.LASTS: _picking(LASTS),
    ids.LEFT: _picking(LEFT),
}
