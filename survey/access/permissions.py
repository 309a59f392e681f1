"""Who may do what: one table of actions, and the guard that stands before every evaluator page."""

from collections.abc import Callable
from functools import wraps

from flask import abort
from flask_login import current_user

from survey.records.account import User
from survey.records.base import db
from survey.records.evaluation import Evaluation, Grant

EVALUATOR, ADMINISTRATOR = "evaluator", "administrator"
LARGEST_ID = 2**31 - 1


def _is_staff(user: User, _evaluation: Evaluation | None) -> bool:
    return user.has_role(EVALUATOR) or user.has_role(ADMINISTRATOR)


def _is_administrator(user: User, _evaluation: Evaluation | None) -> bool:
    return user.has_role(ADMINISTRATOR)


def _is_granted(user: User, evaluation: Evaluation | None) -> bool:
    return _grant(user, evaluation) is not None


def _reads_stories(user: User, evaluation: Evaluation | None) -> bool:
    grant = _grant(user, evaluation)
    return grant is not None and grant.reads_stories


def _safeguards(user: User, evaluation: Evaluation | None) -> bool:
    grant = _grant(user, evaluation)
    return grant is not None and grant.safeguards


def _grant(user: User, evaluation: Evaluation | None) -> Grant | None:
    return evaluation and db.session.get(Grant, (user.id, evaluation.id))


ACTIONS: dict[str, Callable[[User, Evaluation | None], bool]] = {
    "list evaluations": _is_staff,
    "create evaluation": _is_staff,
    "manage accounts": _is_administrator,
    "see evaluation": _is_granted,
    "edit evaluation": _is_granted,
    "open evaluation": _is_granted,
    "grant access": _is_granted,
    "see residents": _is_granted,
    "edit residents": _is_granted,
    "see links": _is_granted,
    "erase resident": _is_granted,
    "bring in scores": _is_granted,
    "see stakeholders": _is_granted,
    "edit stakeholders": _is_granted,
    "see cases": _is_granted,
    "edit cases": _is_granted,
    "see impact": _is_granted,
    "edit impact": _is_granted,
    "see results": _is_granted,
    "ask for report": _is_granted,
    "download report": _is_granted,
    "download pairs": _is_granted,
    "see releases": _is_granted,
    "make release": _is_granted,
    "download release": _is_granted,
    "compare": _is_granted,
    "see value map": _is_granted,
    "edit value map": _is_granted,
    "see trail": _is_granted,
    "ask for stories": _is_granted,
    "see stories": _is_granted,
    "edit stories": _is_granted,
    "read stories as told": _reads_stories,
    "safeguard": _safeguards,
    "see sessions": _is_granted,
    "edit sessions": _is_granted,
    "see case studies": _is_granted,
    "edit case studies": _is_granted,
    "download case studies": _is_granted,
}


def allowed(user: User, action: str, evaluation: Evaluation | None = None) -> bool:
    """Whether this person may do this here. Raises KeyError for an action nobody declared."""
    rule = ACTIONS[action]
    return user.is_authenticated and user.is_active and rule(user, evaluation)


def may(action: str):
    """Guard a page: load the evaluation that its address names, or refuse before anything is read."""
    rule = ACTIONS[action]

    def guard(view):
        @wraps(view)
        def guarded(*args, evaluation_id: int | None = None, **values):
            if not (current_user.is_authenticated and current_user.is_active):
                abort(401)
            if evaluation_id is None:
                return view(*args, **values) if rule(current_user, None) else abort(403)
            evaluation = db.session.get(Evaluation, evaluation_id)
            # The same answer for "none" and "not yours", so that nobody learns which exist.
            if evaluation is None or not rule(current_user, evaluation):
                abort(404)
            return view(evaluation, *args, **values)

        guarded.guarded_by = action
        return guarded

    return guard
