"""Sessions: the focus groups of an evaluation, and a new one."""

from collections import Counter

from survey.access.permissions import may
from survey.analysis.wording import capitalised, number, people
from survey.engagement import get_togethers, votes
from survey.engagement import sessions as kept
from survey.records.evaluation import Evaluation
from survey.records.session import Session
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.session_forms import SessionForm
from survey.web.evaluator.showing import done, once, repeated, show
from survey.web.evaluator.standing import counted

PLANNED, OPEN, HELD = STATES = ("Planned", "Open now", "Held")


@evaluator.get("/evaluations/<int:evaluation_id>/sessions")
@may("see sessions")
def sessions(evaluation: Evaluation):
    listed = kept.of(evaluation)
    return show(
        "sessions",
        evaluation,
        sentence=_so_far(listed),
        sessions=listed,
        state=state,
        statements={each.id: len(each.statements) for each in listed},
        told={each.id: kept.told(each).sent for each in listed},
        voted={each.id: sum(result.total.all for result in votes.results(each)) for each in listed},
        wishes=len(get_togethers.of(evaluation)),
        people=people,
    )


@evaluator.route("/evaluations/<int:evaluation_id>/sessions/new", methods=["GET", "POST"])
@may("edit sessions")
def new_session(evaluation: Evaluation):
    form = SessionForm(evaluation)
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        made = kept.add(evaluation, form.described())
        said = "The session is planned. Prepare here what you want to ask."
        return once(form, done(said, "session", evaluation_id=evaluation.id, session_id=made.id))
    return show("new_session", evaluation, form)


def state(session: Session) -> str:
    """Where a session stands, in a word or two."""
    if session.is_open:
        return OPEN
    return HELD if session.closed_at else PLANNED


def _so_far(listed: list[Session]) -> str:
    """How many there are in each state, and how many people came."""
    if not listed:
        return "No session has been planned yet."
    states = Counter(map(state, listed))
    parts = [f"{number(states[name])} {name.lower()}" for name in STATES if states[name]]
    came = [each.came for each in listed if each.came is not None]
    sentence = f"{capitalised(counted(len(listed), 'session'))}: {', '.join(parts)}."
    return f"{sentence} {capitalised(people(sum(came)))} came." if came else sentence
