"""Duties with stories: the safeguarding lead, and those who read stories as they were told."""

from sqlalchemy import select

from survey.access import trail
from survey.engagement import telling
from survey.records.account import User
from survey.records.base import db
from survey.records.evaluation import Evaluation, Grant

# The column of a grant, and what the duty is called.
SAFEGUARDS, READS_STORIES = "safeguards", "reads_stories"
DUTIES = {SAFEGUARDS: "safeguarding lead", READS_STORIES: "reads stories as told"}


class LastLead(ValueError):
    """While stories are told, somebody who can sign in has to look after those with a worry in them."""


def of(evaluation: Evaluation) -> dict[int, list[str]]:
    """The duties of each colleague, by the number of the account."""
    grants = db.session.scalars(select(Grant).where(Grant.evaluation_id == evaluation.id))
    return {grant.user_id: [duty for duty in DUTIES if getattr(grant, duty)] for grant in grants}


def give(evaluation: Evaluation, user: User, duty: str) -> None:
    """Give a colleague a duty; a second time changes nothing. Raises KeyError for somebody else."""
    _change(evaluation, user, duty, has=True)


def take(evaluation: Evaluation, user: User, duty: str) -> None:
    """Take a duty from a colleague. Raises LastLead where stories would be told without a lead."""
    _change(evaluation, user, duty, has=False)


def refuse_last_lead(evaluation: Evaluation, user: User) -> None:
    """Raises LastLead where this is the only lead who can sign in, and stories are being told."""
    if telling.is_open(evaluation) and [lead.id for lead in telling.leads(evaluation)] == [user.id]:
        raise LastLead(
            "Stories are being told, and this is the only safeguarding lead who can sign in. Make somebody "
            "else safeguarding lead first, or stop asking for stories."
        )


def left_without_lead(user: User) -> list[User] | None:
    """Colleagues of this lead where stories are asked for and nobody who can sign in is lead; else None."""
    query = select(Evaluation).join(Grant).where(Grant.user_id == user.id, Grant.safeguards)
    alone = [each.id for each in db.session.scalars(query) if telling.waits_for_lead(each)]
    if not alone:
        return None
    theirs = select(User).join(Grant).where(Grant.evaluation_id.in_(alone), User.id != user.id, User.active)
    return list(db.session.scalars(theirs.distinct().order_by(User.email)))


def _change(evaluation: Evaluation, user: User, duty: str, *, has: bool) -> None:
    _hold(evaluation)
    grant = db.session.get(Grant, (user.id, evaluation.id), populate_existing=True)
    if grant is None:
        raise KeyError(user.id)
    if getattr(grant, duty) == has:
        return
    if duty == SAFEGUARDS and not has:
        refuse_last_lead(evaluation, user)
    setattr(grant, duty, has)
    gave = "gave themselves a duty" if user.id == trail.signed_in() else "gave a duty"
    trail.note(gave if has else "took a duty away", evaluation, detail=f"account {user.id}: {DUTIES[duty]}")


def _hold(evaluation: Evaluation) -> None:
    """Locked first, so that of two leads who give the duty up together one keeps it."""
    db.session.refresh(evaluation, with_for_update=True)
