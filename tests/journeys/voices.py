"""What partners of every kind and six residents say in a journey, and the evaluation that asks them."""

from dataclasses import dataclass

from survey.engagement import evaluations, invitations, outcomes, partners
from survey.questionnaires.model import Questionnaire
from survey.records.base import db
from survey.records.evaluation import Evaluation
from tests import making

NAME = "What would have happened anyway"
OUTCOMES = ("someone_to_rely_on", "isolation")


def told(outcome, seen="better", **rest):
    """What a partner says of one outcome."""
    return {f"{outcome}_seen": seen, **{f"{outcome}_{name}": value for name, value in rest.items()}}


GP_VISITS = told(
    "fewer_gp_visits",
    people="30",
    amount="120",
    benefit="time_freed",
    anyway="25",
    shares={"coordinator": "50", "your_organisation": "50"},
    displaced="0",
    lasts="1",
    left="25",
)
CASE = {
    "case_person": "Made-up Ada",
    "traditional_response": "A bed in a home.",
    "happened_instead": "A neighbour came by.",
}
# What each partner says. Outcomes that are not named are passed by.
PARTNERS = {
    "nhs": GP_VISITS | CASE,
    "adult_social_care": told(
        "less_care_demand",
        "worse_then_better",
        people="10",
        amount="8",
        anyway="50",
        shares={"coordinator": "50", "your_organisation": "50"},
        displaced="0",
    )
    | told(
        "someone_to_rely_on",
        anyway="50",
        shares={"coordinator": "45", "your_organisation": "55"},
        displaced="0",
        left="50",
    ),
    "fire_and_rescue": told("fewer_fire_call_outs", "same")
    | told(
        "someone_to_rely_on",
        anyway="25",
        shares={"coordinator": "40", "family_and_friends": "60"},
        displaced="0",
        left="25",
    ),
    "police": told(
        "fewer_police_call_outs",
        people="5",
        amount="20",
        anyway="25",
        shares={"coordinator": "40", "your_organisation": "60"},
        displaced="50",
    )
    | told("police_time_freed", "does_not_apply")
    | told(
        "isolation",
        anyway="50",
        shares={"coordinator": "40", "your_organisation": "60"},
        displaced="25",
        left="25",
    ),
    "housing": told(
        "tenancies_kept",
        people="4",
        amount="4",
        anyway="0",
        shares={"coordinator": "75", "your_organisation": "25"},
        displaced="0",
    )
    | told(
        "housing_officer_time",
        "worse",
        amount="8",
        anyway="0",
        shares={"coordinator": "100"},
        displaced="0",
    ),
    "community": told(
        "more_volunteers",
        people="10",
        amount="10",
        anyway="50",
        shares={"coordinator": "20", "the_person": "80"},
        displaced="0",
    )
    | told(
        "isolation",
        anyway="50",
        anyway_exact="38",
        shares={"coordinator": "50", "your_organisation": "25", "the_person": "25"},
        displaced="25",
        left="50",
    ),
    "coordinators": told(
        "dependency",
        "worse",
        people="3",
        amount="20",
        anyway="0",
        shares={"coordinator": "100"},
        displaced="0",
    )
    | told(
        "someone_to_rely_on",
        anyway="0",
        shares={"coordinator": "80", "family_and_friends": "20"},
        displaced="0",
        left="25",
    )
    | told(
        "isolation",
        anyway="25",
        shares={"coordinator": "70", "family_and_friends": "30"},
        displaced="dont_know",
        left="25",
    ),
}


def scored(*pairs, **why):
    """What a resident answers: then and now of both outcomes, and why those changed that matter most."""
    given = {"helped": "nobody"}
    for outcome, (then, now) in zip(OUTCOMES, pairs, strict=True):
        given |= {f"{outcome}_then": then, outcome: now}
    matter = [outcome for outcome in OUTCOMES if outcome in why]
    for outcome in matter:
        pair = zip(("anyway", "others"), why[outcome], strict=True)
        given |= {f"{outcome}_{name}": value for name, value in pair if value is not None}
    return given | {"matters_most": matter}


RESIDENTS = [
    scored((1, 3), (5, 1), someone_to_rely_on=("0", "25"), isolation=("25", "25")),
    scored((2, 3), (4, 2), someone_to_rely_on=("25", "25"), isolation=("0", "50")),
    scored((2, 3), (4, 3), isolation=("50", "25")),
    scored((1, 2), (5, 3), someone_to_rely_on=("25", "50"), isolation=("dont_know", "50")),
    scored((3, 3), (3, 2), isolation=("25", None)),
    scored((1, 1), (3, 3), someone_to_rely_on=(None, None), isolation=("50", "0")),
]


@dataclass(frozen=True)
class World:
    """An evaluation of two outcomes: its id, whom it asks (home address) and what (by audience)."""

    id: int
    partners: dict[str, str]
    residents: list[str]
    asked: dict[str, Questionnaire]


def make(server, email, kinds, people=0) -> World:
    server.account(email)
    with server.records():
        counted = {"name": NAME, "before": "then_and_now", "areas": making.ALL_COUNTED}
        made = making.evaluation(making.user(email), opened=False, **counted)
        for row in outcomes.chosen(made):
            if row.question_id not in OUTCOMES:
                db.session.delete(row)
        evaluations.open_evaluation(made)
        those = {kind: making.partner(made, kind, f"Made-up {kind}", linked=True) for kind in kinds}
        homes = [home(person) for person in making.people(made, people)] if people else []
        asked = evaluations.asked(made) | partners.asked(made)
        return World(made.id, {kind: home(each) for kind, each in those.items()}, homes, asked)


def home(holder):
    return f"/a/{invitations.current_link(holder).token}"


def open_or_close(server, made, change=partners.open_asking):
    with server.records():
        change(db.session.get(Evaluation, made.id))
