"""The partners of the worked example, kept through the same doors as real ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from survey.analysis.impact import DEADWEIGHT, DISPLACEMENT
from survey.analysis.said import ANALYST, RECORDS, Entered
from survey.commands import made_up_partners
from survey.commands.made_up_partners import Case
from survey.engagement import cases, impact_figures, invitations, partners, responses, stakeholders
from survey.engagement.stakeholders import Details
from survey.questionnaires import routing
from survey.records.account import User
from survey.records.evaluation import Area, Evaluation
from survey.records.stakeholder import Stakeholder

SEED = 2030
# How many of a kind there are in Derby and in Thurrock, and what each is called, with a number behind it.
# Some kinds are too few for a release, which says of them only what they say together.
ORGANISATIONS = {
    "nhs": ("surgery", 3, 3),
    "adult_social_care": ("adult social care team", 1, 1),
    "fire_and_rescue": ("fire service", 1, 1),
    "police": ("police team", 3, 3),
    "housing": ("housing team", 2, 3),
    "community": ("community group", 4, 4),
    "coordinators": ("coordinator", 3, 3),
}
# The coordinator's usual part of what would not have happened anyway, in per cent: Thurrock's partners laid a
# larger one at their own door than Derby's.
PART = {"Derby": 55, "Thurrock": 35}
# Those that have not sent answers.
FRESH_PARTNER, HALF_FILLED_PARTNER = "Made-up community group 8", "Made-up police team 6"
NOT_ANSWERED = "Made-up housing team 5"
PAGES_OF_HALF = 4

FAMILY = (
    "Not asked: residents told us which relatives know of the support, and few wanted us to write to them."
)
COUNCILLORS = "Heard the first findings at a meeting of the steering group, and spoke about them."
FAITH_GROUP = "Called twice; nobody there had the time to take part this year."
INVITED = "Invited by e-mail with a personal link, then a telephone call."
AGREED = "Met at a workshop for partners, and agreed to answer."

TOLD = {
    "Made-up surgery 2": Case(
        "Ada (made up)",
        "Two appointments a week with the GP, a referral to a memory clinic and a long wait for it.",
        "The coordinator found that she missed her sister. They meet on Tuesdays, and she comes monthly.",
    ),
    "Made-up police team 4": Case(
        "Bert (made up)",
        "Officers called out about noise most weekends, and in the end a court.",
        "He and his neighbour talked, with the coordinator there. No call-out since the summer.",
    ),
}
WRITTEN = (
    cases.Case(
        "Cleo (made up)",
        "An assessment, then a care package of ten hours a week.",
        "A neighbour shops with her, and the lunch club fetches her on Fridays. She needs three hours.",
        "independence",
    ),
    cases.Case(
        "Dai (made up)",
        "A warning about rent arrears, then an eviction and a place in a hostel.",
        "He sorted his papers with the coordinator, pays a little each week, and kept his home.",
    ),
)
# What an evaluator entered: where no partner is asked, and in place of what was said.
ENTERED = (
    (
        "hope",
        DISPLACEMENT,
        Entered(
            5, ANALYST, "Made up: no partner is asked about hope, and one person’s takes none from others."
        ),
    ),
    (
        "fewer_gp_visits",
        DEADWEIGHT,
        Entered(
            40, RECORDS, "Made up: in surgeries without a coordinator, visits fell by four tenths of this."
        ),
    ),
)


@dataclass(frozen=True)
class _Line:
    kind: str
    organisation: str
    area: str


def keep(evaluation: Evaluation, owner: User) -> None:
    """A register with partners of every kind, their answers, a few case records and figures of the team."""
    random = Random(SEED)  # noqa: S311
    lines = list(_lines())
    # Made before anything is written: their codes are hashed slowly.
    links = invitations.prepare(len(lines))
    areas = {area.name: area for area in evaluation.areas}
    added = [
        stakeholders.add(evaluation, _details(random, evaluation, line, areas[line.area]), link)
        for line, link in zip(lines, links, strict=True)
    ]
    for details in _without_questions(evaluation, areas):
        stakeholders.add(evaluation, details)
    partners.open_asking(evaluation)
    random.shuffle(added)
    for partner in added:
        _answer(random, partner)
    for case in WRITTEN:
        cases.add(evaluation, case).user_id = owner.id
    for outcome, name, entered in ENTERED:
        impact_figures.enter(evaluation, outcome, name, entered).made_by_id = owner.id


def _lines() -> Iterator[_Line]:
    for kind, (name, in_derby, in_thurrock) in ORGANISATIONS.items():
        for number in range(1, in_derby + in_thurrock + 1):
            yield _Line(kind, f"Made-up {name} {number}", "Derby" if number <= in_derby else "Thurrock")


def _details(random: Random, evaluation: Evaluation, line: _Line, area: Area) -> Details:
    return Details(
        kind=line.kind,
        organisation=line.organisation,
        area=area,
        contact_name=f"Made-up contact of {line.organisation.removeprefix('Made-up ')}",
        contact_details="partner@example.org",
        engaged_how=random.choice((INVITED, AGREED)),
        engaged_on=_late_in(evaluation, random.randrange(60)),
    )


def _without_questions(evaluation: Evaluation, areas: dict[str, Area]) -> list[Details]:
    met = {"engaged_how": COUNCILLORS, "engaged_on": _late_in(evaluation, 10)}
    return [
        # Nobody has asked this one yet, nor said why not: the register points at it.
        Details("nhs", "Made-up hospital"),
        *(
            Details("family", f"Made-up families of {name}", area, why_not=FAMILY)
            for name, area in areas.items()
        ),
        Details("councillors", "Made-up councillors", **met),
        Details("other", "Made-up faith group", areas["Thurrock"], why_not=FAITH_GROUP),
    ]


def _late_in(evaluation: Evaluation, days: int) -> date:
    return evaluation.period_end - timedelta(days=days)


def _answer(random: Random, partner: Stakeholder) -> None:
    """Page by page as partners do; one stops half-way, and two have not begun."""
    if partner.organisation in (FRESH_PARTNER, NOT_ANSWERED):
        return
    response = responses.start(partner, None)
    asked = responses.questionnaire(response)
    most = PAGES_OF_HALF if partner.organisation == HALF_FILLED_PARTNER else len(asked.pages)
    case = TOLD.get(partner.organisation)
    given = made_up_partners.answers(random, asked, PART[partner.area.name], case, most)
    responses.save(response, given.values())
    if routing.first_unanswered(asked, given) is None:
        responses.submit(response)
