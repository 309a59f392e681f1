"""Two small evaluations, and, in this one place, an example value for everything that stands in an address.

A new route whose address or filters hold something new fails the walks until its example is given here.
"""

from dataclasses import dataclass

from survey.access import accounts
from survey.analysis.said import Entered
from survey.engagement import cases, columns, impact_figures, invitations, outcomes, responses, waves
from survey.records.account import User
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.upload import Upload
from tests import background, making
from tests.opened import opened
from tests.trust.addresses_sessions import session_links, session_values
from tests.trust.addresses_stories import story_filters, story_values
from tests.trust.addresses_tellers import PROMPT, USE, teller_links
from tests.trust.addresses_value import value_values

ROOMS = ("respondent", "evaluator", "account")
FILE = "code,hope\nwren-12,3\n"
POINTS = ["Very badly", "Badly", "Neither", "Well", "Very well"]
ENTERED = Entered(40, "records", "the log of calls")
# Said in the same words everywhere: nobody's in particular.
NOBODYS = {"level", "audience", "before", "page", "back", "next", "kind", "step", "impact", "state", "still"}
NOBODYS |= {"parts", "figure", "library_id", "definition"}


@dataclass
class World:
    owner: User
    colleague: User
    stranger: User
    evaluation: Evaluation
    # Of the evaluation that owner and colleague work on, and of the one that only the stranger does.
    values: dict
    theirs: dict
    # Links of residents and partners by where their holders stand.
    links: dict[str, str]
    filters: dict[str, list]
    their_filters: dict[str, str]


def make_world() -> World:
    owner = making.user("owner@example.org", ("administrator", "evaluator"))
    colleague, stranger = making.user("colleague@example.org"), making.user("stranger@example.org")
    ours, theirs = _ours(owner, colleague), _theirs(stranger)
    links = _residents(ours) | _partners(ours) | session_links(ours)
    accounts.welcome_link(colleague)
    db.session.commit()
    values = _values(ours, owner) | {
        "account_id": stranger.id,
        "page_id": "control",
        "outcome": "control",
        "step": "deadweight",
        "part": "control",
        "prompt": PROMPT,
        "use": USE,
        "audience": "two",
        "kind": "csv",
        "filename": "report.css",
        "token": {
            "account": accounts.welcome_link(stranger).rpartition("/")[2],
            "respondent": links["ready"],
        },
    }
    # Only now are stories asked for.
    links |= teller_links(ours)
    other = _values(theirs, stranger) | {
        "number": 2,
        "release_number": 2,
        "page_id": "sleep",
        "outcome": "sleep",
        "part": "sleep",
    }
    # What was made before a story was taken back is gone.
    values["job_id"], other["job_id"] = (background.done(each).id for each in (ours, theirs))
    filters, their_filters = _filters(ours, values), _their_filters(theirs, other)
    return World(owner, colleague, stranger, ours, values, other, links, filters, their_filters)


def _filters(evaluation: Evaluation, values: dict) -> dict[str, list]:
    return {
        "area": [area.id for area in evaluation.areas],
        "level": ["one", "two"],
        "wave": [1],
        "unsent": [0, 1],
        "before": ["asked"],
        "page": [1],
        "back": ["check"],
        "impact": ["yes"],
        "next": ["/evaluations"],
        **{name: [value] for name, value in story_filters(values, "hope").items()},
        "state": ["ready"],
        "still": ["yes"],
        "side": [f"file-{values['opened_id']}"],
        "definition": ["pct_of_range"],
    }


def _their_filters(evaluation: Evaluation, values: dict) -> dict[str, object]:
    return {
        "area": evaluation.areas[0].id,
        "wave": 2,
        "unsent": 2,
        "side": f"file-{values['opened_id']}",
        **story_filters(values, "sleep"),
    }


def address_of(app, world: World, rule, **other) -> str:
    """The address of a rule in our evaluation, or with other values in places."""
    missing = rule.arguments - world.values.keys() - other.keys()
    assert not missing, f"{rule.rule}: give an example of {missing} in tests/trust/addresses.py"
    values = {name: world.values[name] for name in rule.arguments if name not in other} | other
    if isinstance(values.get("token"), dict):
        values["token"] = values["token"][rule.endpoint.partition(".")[0]]
    values = {name: value for name, value in values.items() if name in rule.arguments}
    with app.test_request_context():
        return rule.build(values, append_unknown=False)[1]


def rules_of(app, *rooms: str) -> list:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint.split(".")[0] in rooms or not rooms]


def tables() -> dict[str, list[str]]:
    """Every row of every table."""
    db.session.rollback()
    return {
        table.name: sorted(map(repr, db.session.execute(table.select())))
        for table in db.metadata.sorted_tables
    }


def changed(before: dict, after: dict) -> list[str]:
    """The tables with another row than before; the trail may have grown, and nothing else."""
    lost = [] if set(before["trail_line"]) <= set(after["trail_line"]) else ["trail_line"]
    return lost + [name for name in before if name != "trail_line" and before[name] != after[name]]


def _ours(owner, colleague) -> Evaluation:
    evaluation = making.evaluation(owner, note="A note.")
    making.evaluations.grant(evaluation, colleague)
    making.pairs(evaluation, "control", [(1, 4), (2, 3), (3, 3), (2, None)])
    return evaluation


def _theirs(stranger) -> Evaluation:
    evaluation = making.evaluation(stranger, opened=False, name="Somebody else’s")
    outcomes.add_own(evaluation, "Sleep", "How do you sleep?", POINTS, "higher")
    making.evaluations.open_evaluation(evaluation)
    waves.add(evaluation, "Later", 4)
    making.people(evaluation)
    return evaluation


def _values(evaluation, user) -> dict:
    upload = Upload(evaluation_id=evaluation.id, filename="scores.csv", text=FILE)
    held = columns.Columns(("code", "score:0:hope"), evaluation.areas[0].id, "two", "asked")
    columns.keep(upload, held)
    db.session.add(upload)
    db.session.flush()
    return {
        "evaluation_id": evaluation.id,
        "resident_id": making.people(evaluation)[0].id,
        "upload_id": upload.id,
        "user_id": user.id,
        "stakeholder_id": making.partner(evaluation, "police", "Neighbourhood team").id,
        "figure_id": impact_figures.enter(evaluation, "control", "deadweight", ENTERED).id,
        "case_id": cases.add(evaluation, cases.Case("Brian", "A home.", "A lunch club.")).id,
        "number": 0,
        "release_number": making.release(evaluation).number,
        "opened_id": opened(evaluation).id,
        **story_values(evaluation, user),
        **session_values(evaluation),
        **value_values(evaluation),
    }


def _residents(evaluation) -> dict[str, str]:
    """Links of people who stand at each point of the way."""
    names = ("ready", "half_way", "checking", "sent", "replaced")
    people = dict(zip(names, making.people(evaluation, len(names)), strict=True))
    draft = responses.start(people["half_way"], waves.planned(evaluation)[0])
    first, second = responses.questionnaire(draft).questions[:2]
    responses.save(draft, [making.understand(question, ["2"]) for question in (first, second)])
    making.answer(people["checking"], sent=False, control=3)
    making.answer(people["sent"], control=2)
    links = {name: invitations.current_link(person).token for name, person in people.items()}
    invitations.replace(people["replaced"], *invitations.prepare(1))
    return links


def _partners(evaluation) -> dict[str, str]:
    """The same of partners."""
    names = ("partner_ready", "partner_half_way", "partner_sent")
    people = {name: making.partner(evaluation, "nhs", name, linked=True) for name in names}
    making.partner_answer(people["partner_sent"])
    draft = responses.start(people["partner_half_way"], None)
    first = responses.questionnaire(draft).questions[0]
    responses.save(draft, [making.understand(first, ["better"])])
    return {name: invitations.current_link(person).token for name, person in people.items()}
