"""A world in which every page has something to show, and where its pages are."""

from datetime import date

from survey.access import accounts
from survey.analysis.said import Entered
from survey.engagement import (
    cases,
    columns,
    evaluations,
    impact_figures,
    importing,
    invitations,
    outcomes,
    partners,
    responses,
    stakeholders,
    waves,
)
from survey.questionnaires.answers import ANSWERED, SKIPPED, Answer
from survey.records.base import db
from tests import making
from tests.journeys import (
    places_of_care,
    places_of_making,
    places_of_reading,
    places_of_tellers,
    places_of_telling,
    places_sessions,
    places_value,
)
from tests.opened import opened
from tests.reports import impact_worlds
from tests.reports.impact_worlds import about, shares
from tests.reports.story_worlds import quote, told

EVALUATOR, ADMINISTRATOR, NEWCOMER = (
    "places@example.org",
    "places-admin@example.org",
    "places-new@example.org",
)
HEADINGS = "code;area;level;control before;control after"
FILE = f"{HEADINGS}\nA-1;North;2;2;4\nA-2;North;2;3;3\nA-3;Nowhere;2;9;1\n"
TWINS = "code;code;old;new\nA-1;A-1;2;4\n"


def make(server) -> dict[str, object]:
    """Make the world; gives the names that stand in addresses, and what stands for each."""
    for email, *roles in ((EVALUATOR, "evaluator"), (NEWCOMER, "evaluator")):
        server.account(email, *roles)
    server.account(ADMINISTRATOR, "evaluator", "administrator")
    with server.records():
        owner = making.user(EVALUATOR)
        known = {
            **_drafts(owner),
            **_in_use(owner),
            **_sitting(owner),
            **_released(owner),
            **_partners(owner),
            **_why(owner),
            **_accounts(),
            **places_of_care.make(owner),
            **places_of_reading.make(owner),
            **places_of_making.make(owner),
            **places_of_telling.make(owner),
            **places_sessions.make(owner),
            **places_of_tellers.make(owner),
            **places_value.make(owner),
        }
        db.session.commit()
        return known


def _drafts(owner) -> dict:
    draft = making.evaluation(owner, opened=False, name="Not open yet")
    bare = making.evaluation(owner, opened=False, name="Nothing chosen")
    for row in outcomes.chosen(bare):
        db.session.delete(row)
    quiet = making.evaluation(owner, name="Nobody yet")
    return {"draft": draft.id, "bare": bare.id, "quiet": quiet.id}


def _in_use(owner) -> dict:
    """Asked in waves: people at every point of the way, and files of scores that wait."""
    used = making.evaluation(
        owner, name="In use", note="A note that stands beside the results.", made_up=True
    )
    evaluations.grant(used, making.user("places-colleague@example.org"))
    making.pairs(used, "control", [(1, 4), (2, 3), (3, 3), (4, 2), (2, None), (None, 4)])
    making.pairs(used, "low_mood", [(5, 2), (4, 4)], area=1)
    ready, half_way, checking, sent, lost, twice = making.people(used, 6)
    _begin(half_way, 3)
    _begin(checking)
    _begin(twice)
    making.answer(sent, 0, control=2)
    old = invitations.current_link(lost)
    invitations.replace(lost, *invitations.prepare(1))
    file, twins = (importing.upload(used, "scores of spring.csv", text.encode()) for text in (FILE, TWINS))
    _choose_columns(used, file)
    quote(told(used), outcome="control", named=True)
    return {
        "used": used.id,
        "ready": _token(ready),
        "half_way": _token(half_way),
        "checking": _token(checking),
        "sent": _token(sent),
        "person": ready.id,
        "code": ready.code,
        "unlinked": invitations.without(used)[0].id,
        "twice": _token(twice),
        "replaced": old.token,
        "replaced_code": old.spoken_code,
        "file": file.id,
        "twins": twins.id,
    }


def _partners(owner) -> dict:
    """Partners at every point of the way, and case records; asked here, and no longer in another."""
    asking = making.evaluation(owner, name="Asking partners")
    engaged = stakeholders.Details(
        *("nhs", "Elm Road Surgery", asking.areas[0], "Sam Example", "sam@example.org"),
        engaged_how="interview by telephone",
        engaged_on=date(2026, 5, 3),
    )
    sent = stakeholders.add(asking, engaged, invitations.prepare(1)[0])
    started = making.partner(asking, "police", "Neighbourhood team", linked=True)
    unlinked = making.partner(asking, "housing", "Homes for All")
    families = stakeholders.Details("family", "Families of the open day", why_not="no time before the report")
    family = stakeholders.add(asking, families)
    words = {
        "traditional_response": "Weekly visits,\nthen a home.",
        "happened_instead": "Neighbours look in.",
    }
    making.partner_answer(sent, case_person="Betty", **words)
    making.partner_answer(started, sent=False)
    case = cases.add(asking, cases.Case("Brian", "A & E twice a month.", "He rings a friend.", "hope"))
    stopped = making.evaluation(owner, name="Partners were asked")
    partners.open_asking(stopped)
    partners.close_asking(stopped)
    return {
        "asking": asking.id,
        "partner": sent.id,
        "partner_started": started.id,
        "partner_unlinked": unlinked.id,
        "family": family.id,
        "case": case.id,
        "case_told": cases.of(asking)[0].id,
        "stopped": stopped.id,
    }


def _why(owner) -> dict:
    """Residents and partners who say why a thing changed, a figure that was entered, and one withdrawn."""
    why = making.evaluation(owner, name="Why it changed")
    for answers in (("25", "50"), ("100", "dont_know")):
        impact_worlds.resident(why, *answers)
    impact_worlds.social_care(why)
    impact_worlds.surgeries(why)
    for per_cent in (40, 60):
        entered = Entered(per_cent, "records", "The log of calls, April to June.")
        figure = impact_figures.enter(why, "control", "displacement", entered)
    impact_figures.withdraw(why, figure)
    cases.add(why, cases.Case("Janet", "A home.", "A lunch club.", "control"))
    return {"why": why.id}


def _sitting(owner) -> dict:
    """Asked then and now in one sitting; and an evaluation whose only wave is closed."""
    sitting = making.evaluation(owner, name="In one sitting", before="then_and_now")
    fresh, sending, returning, leaving = making.people(sitting, 4)
    [short] = making.people(sitting, 1, level="one")
    _begin(fresh, 0)
    for person in (sending, returning, leaving):
        _begin(person, control=4, control_then=1, hope=2, hope_then=2)
    shut = making.evaluation(owner, name="Closed", before="then_and_now")
    late, never = making.people(shut, 2)
    _begin(late, 2)
    waves.close_wave(shut, waves.planned(shut)[0])
    return {
        "sitting": sitting.id,
        "fresh": _token(fresh),
        "sending": _token(sending),
        "returning": _token(returning),
        "leaving": _token(leaving),
        "short": _token(short),
        "shut": shut.id,
        "late": _token(late),
        "never": _token(never),
    }


def _released(owner) -> dict:
    """Enough answers for a release, one release made, and a few answers since."""
    released = making.evaluation(owner, name="Released", before="then_and_now")
    making.pairs(released, "hope", [(2, 4), (3, 3)] * 11)
    making.pairs(released, "control", [(1, 4)] * 3, area=1)
    teams = [
        making.partner(released, "adult_social_care", f"Made-up team {place}", linked=True)
        for place in range(3)
    ]
    why = about("control", anyway="25", shares=shares(60, 40), displaced="0", left="50")
    for team in teams:
        making.partner_answer(team, **why)
    quote(told(released), outcome="hope")
    quote(told(released))
    making.release(released)
    others = opened(released)
    making.pairs(released, "hope", [(2, 5)] * 4)
    return {"released": released.id, "opened": others.id, "told": _token(teams[0])}


def _accounts() -> dict:
    invited, off, other = (making.user(f"places-{name}@example.org") for name in ("invited", "off", "other"))
    off.active, invited.password, other.name = False, None, "Eva Other"
    return {"welcome": accounts.welcome_link(invited).rsplit("/", 1)[1]}


def _begin(person, pages: int | None = None, **scores) -> None:
    """A draft with so many pages answered (all, where none is said): these scores, the rest left out."""
    response = responses.start(person, responses.standing(person).wave)
    for page in responses.questionnaire(response).pages[:pages]:
        for question in page.questions:
            score = scores.get(question.id)
            responses.save(response, [Answer(question.id, ANSWERED if score else SKIPPED, number=score)])


def _choose_columns(evaluation, file) -> None:
    headings, _ = importing.table(file)
    columns.keep(file, columns.chosen(evaluation, file, headings))


def _token(person) -> str:
    return invitations.current_link(person).token
