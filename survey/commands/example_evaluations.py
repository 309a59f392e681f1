"""The two evaluations of the worked example, kept through the same doors as real ones."""

from datetime import date
from random import Random

from survey.commands import example_partners, example_stories, example_value, made_up_answers, made_up_impact
from survey.commands.made_up_answers import Group, Person
from survey.engagement import collecting, evaluations, invitations, outcomes, residents, responses, waves
from survey.engagement.areas import AreaDetails
from survey.engagement.collecting import Collected
from survey.engagement.evaluations import Details
from survey.engagement.residents import NewResident
from survey.questionnaires.answers import ANSWERED, Answer
from survey.records.account import User
from survey.records.change import ASKED, RECALLED
from survey.records.evaluation import THEN_AND_NOW, WAVES, Area, Evaluation
from survey.records.resident import Resident

SEED = 2016
# What residents say of impact comes from a stream of its own, so that the scores stay as they are.
SEED_OF_IMPACT = 2018
WALKING, ASKED_AGAIN = (
    "Walking alongside (worked example)",
    "Asked at introduction and again (worked example)",
)
HEADLINE = "pct_relative_ratio_of_means"
# What a real team would call the two people whose links are printed.
FRESH, HALF_FILLED = "fresh-101", "half-filled-202"

WALKING_NOTE = (
    "These answers are made up. Those of Thurrock were constructed so that the table for that area shows the "
    "eight averages that a report on Local Area Coordination in Thurrock published as “percentage change”. "
    "The report gives no formula and no number of people, so nobody can tell how it worked them out: these "
    "answers only show what such figures look like as percentage change from before."
)
ASKED_AGAIN_NOTE = "These answers are made up. They show how an evaluation looks that asks in waves."

# For each outcome: the usual score before, and the change in per cent that the means are to show.
THURROCK = {
    "control": (2.1, 60),
    "someone_to_rely_on": (2.2, 59),
    "low_mood": (3.9, -30),
    "independence": (2.6, 42),
    "isolation": (4.1, -53),
    "hope": (2.1, 62),
    "confidence": (2.0, 61),
    "crime_worry": (3.4, -55),
}
DERBY = {
    "control": (2.5, 38),
    "someone_to_rely_on": (2.4, 41),
    "low_mood": (3.6, -21),
    "independence": (2.9, 24),
    "isolation": (3.9, -36),
    "hope": (2.4, 39),
    "confidence": (2.3, 33),
    "crime_worry": (2.7, -14),
}
LEVEL_ONE = {"control": (3.0, 14), "know_where_to_turn": (2.5, 37), "stress": (3.4, -17)}

WALKING_GROUPS = (
    Group("Derby", "one", 78, (31,), LEVEL_ONE),
    Group("Derby", "two", 122, (84,), DERBY),
    Group("Thurrock", "two", 200, (146,), THURROCK),
)
ASKED_AGAIN_GROUPS = (
    Group("Hillside", "one", 14, (12, 8, 3), LEVEL_ONE),
    Group("Hillside", "two", 46, (41, 29, 17), DERBY),
)


def walking(owner: User, year: tuple[date, date]) -> Evaluation:
    """Then and now, in two areas; with one resident who has a fresh link, and one half-way through."""
    areas = [AreaDetails("Derby", {"one": 310, "two": 175}), AreaDetails("Thurrock", {"two": 260})]
    # Made before anything is written: their codes are hashed slowly.
    links = invitations.prepare(2)
    evaluation = evaluations.create(_details(WALKING, year, THEN_AND_NOW, areas, WALKING_NOTE), owner)
    evaluations.open_evaluation(evaluation)
    random, of_impact = Random(SEED), Random(SEED_OF_IMPACT)  # noqa: S311
    for group in WALKING_GROUPS:
        asked = outcomes.questions(evaluation, group.level)
        people = made_up_answers.then_and_now(random, group, asked, *year)
        _keep(evaluation, made_up_impact.said(of_impact, people), RECALLED)
    derby = evaluation.areas[0]
    new = [NewResident(derby, "two", code) for code in (FRESH, HALF_FILLED)]
    _, half_filled = residents.add(evaluation, new, links)
    _begin(half_filled, pages=3)
    example_partners.keep(evaluation, owner)
    example_stories.keep(evaluation, owner)
    example_value.walking(evaluation)
    return evaluation


def asked_again(owner: User, year: tuple[date, date]) -> Evaluation:
    """Asked in waves: people with only a before, with only later answers, and with all three."""
    areas = [AreaDetails("Hillside", {"one": 40, "two": 55})]
    evaluation = evaluations.create(_details(ASKED_AGAIN, year, WAVES, areas, ASKED_AGAIN_NOTE), owner)
    evaluations.open_evaluation(evaluation)
    waves.add(evaluation, "Second follow-up", made_up_answers.WEEKS_BETWEEN)
    for wave in waves.followups(evaluation):
        waves.open_wave(evaluation, wave)
    random, of_impact = Random(SEED), Random(SEED_OF_IMPACT)  # noqa: S311
    for group in ASKED_AGAIN_GROUPS:
        asked = outcomes.questions(evaluation, group.level)
        people = made_up_answers.in_waves(random, group, asked, *year)
        _keep(evaluation, made_up_impact.said(of_impact, people), ASKED)
    example_value.asked_again(evaluation)
    return evaluation


def _details(name: str, year: tuple[date, date], before: str, areas: list, note: str) -> Details:
    start, end = year
    return Details(
        name=name,
        council="Example Council",
        period_start=start,
        period_end=end,
        before=before,
        headline=HEADLINE,
        areas=areas,
        made_up=True,
        note=note,
    )


def _keep(evaluation: Evaluation, people: list[Person], before_kind: str) -> None:
    areas = {area.name: area for area in evaluation.areas}
    by_number = {wave.number: wave for wave in waves.planned(evaluation)}
    added = residents.add(evaluation, [_new(person, areas[person.area]) for person in people])
    collected = [
        Collected(resident, by_number[sheet.wave], sheet.answers, sheet.helped, sheet.sent_at)
        for resident, person in zip(added, people, strict=True)
        for sheet in person.sheets
    ]
    collecting.keep_all(evaluation, collected, before_kind)


def _new(person: Person, area: Area) -> NewResident:
    return NewResident(
        area,
        person.level,
        age_band=person.age_band,
        main_reason=person.main_reason,
        introduction_route=person.introduction_route,
    )


def _begin(resident: Resident, pages: int) -> None:
    """Answer the first pages and stop there, as people do when the bus comes."""
    (wave,) = waves.planned(resident.evaluation)
    response = responses.start(resident, wave)
    for page in responses.questionnaire(response).pages[:pages]:
        given = [Answer(question.id, ANSWERED, number=3) for question in page.questions]
        responses.save(response, given)
