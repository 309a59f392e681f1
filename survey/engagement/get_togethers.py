"""Who would like to hear about get-togethers: kept apart, with no tie to a session, a vote or a story."""

from sqlalchemy import select

from survey.access import trail
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.session import GetTogetherWish


def ask(evaluation: Evaluation, name: str, contact: str) -> GetTogetherWish:
    """Note that somebody would like to hear. Only the day is kept: a time would tell who was voting then."""
    today = now().replace(hour=0, minute=0, second=0)
    wish = GetTogetherWish(evaluation_id=evaluation.id, name=name, contact=contact, asked_at=today)
    db.session.add(wish)
    db.session.flush()
    return wish


def add(evaluation: Evaluation, name: str, contact: str) -> GetTogetherWish:
    """The same, written down by a colleague for somebody without a phone."""
    trail.note("wrote down who would like to hear about get-togethers", evaluation)
    return ask(evaluation, name, contact)


def remove(evaluation: Evaluation, wish: GetTogetherWish) -> None:
    db.session.delete(wish)
    trail.note("removed somebody who wanted to hear about get-togethers", evaluation)


def of(evaluation: Evaluation) -> list[GetTogetherWish]:
    """Everybody, the first who asked first."""
    query = select(GetTogetherWish).where(GetTogetherWish.evaluation_id == evaluation.id)
    return list(db.session.scalars(query.order_by(GetTogetherWish.id)))


def get(evaluation: Evaluation, wish_id: int) -> GetTogetherWish | None:
    wish = db.session.get(GetTogetherWish, wish_id)
    return wish if wish and wish.evaluation_id == evaluation.id else None
