"""Statements put to a group, and how it votes: each phone once, and hands of those without a phone."""

from dataclasses import dataclass

from sqlalchemy import func, select, text

from survey.access import trail
from survey.engagement import participants
from survey.engagement.sessions import which
from survey.records.base import db
from survey.records.session import AGREE, DISAGREE, NOT_SURE, VOTES, Participant, Session, Statement, Vote

# One statement for a first vote and a changed one, the same on both databases: two at once make one row.
_KEEP = text(
    "INSERT INTO vote (statement_id, participant_id, vote) VALUES (:statement_id, :participant_id, :vote)"
    " ON CONFLICT (statement_id, participant_id) DO UPDATE SET vote = excluded.vote"
)


class AlreadyVoted(ValueError):
    """What somebody has voted on keeps its words."""


class NoVote(ValueError):
    """Nothing that can be voted."""


class Over(ValueError):
    """The session is not open: no vote counts."""


class Changed(ValueError):
    """The statement reads differently now, or is gone: a vote on the old words does not count."""


@dataclass(frozen=True)
class Count:
    agree: int = 0
    not_sure: int = 0
    disagree: int = 0

    @property
    def all(self) -> int:
        return self.agree + self.not_sure + self.disagree

    def __add__(self, other: "Count") -> "Count":
        return Count(self.agree + other.agree, self.not_sure + other.not_sure, self.disagree + other.disagree)


@dataclass(frozen=True)
class Result:
    """A statement with its votes as they stand; `hands` is None while nobody counted any."""

    statement: Statement
    phones: Count
    hands: Count | None

    @property
    def total(self) -> Count:
        return self.phones + (self.hands or Count())


def put(session: Session, words: str, outcome: str | None) -> Statement:
    """Put another statement to the group, below the others."""
    # Locked first, so that two who add one at once take turns.
    db.session.refresh(session, with_for_update=True)
    last = select(func.max(Statement.position)).where(Statement.session_id == session.id)
    position = db.session.scalar(last)
    statement = Statement(
        session_id=session.id,
        position=0 if position is None else position + 1,
        words=words,
        outcome=outcome,
    )
    db.session.add(statement)
    db.session.flush()
    trail.note("put a statement to a group", session.evaluation, which(session))
    return statement


def change(session: Session, statement: Statement, words: str, outcome: str | None) -> None:
    """Correct a statement. Raises AlreadyVoted where its words would change under votes."""
    # Locked first: a vote waits for this row, or is seen here.
    db.session.refresh(statement, with_for_update=True)
    if words != statement.words and is_voted(statement):
        raise AlreadyVoted("Somebody has voted on it, so its words stay. Put another statement instead.")
    statement.words, statement.outcome = words, outcome
    trail.note("changed a statement", session.evaluation, which(session))


def remove(session: Session, statement: Statement) -> None:
    """Take a statement away with all its votes."""
    db.session.delete(statement)
    trail.note("removed a statement", session.evaluation, which(session))


def count_hands(session: Session, statement: Statement, hands: Count | None) -> None:
    """Keep the show of hands of those without a phone; None where there was none."""
    for vote in VOTES:
        setattr(statement, f"hands_{vote}", getattr(hands, vote) if hands else None)
    trail.note("counted hands", session.evaluation, which(session))


def vote(participant: Participant, statement_id: int, said: str, words: str) -> None:
    """Keep what a phone says of a statement that reads so; its last word counts.

    Raises NoVote, Over, Changed.
    """
    if said not in VOTES:
        raise NoVote
    participants.hold(participant.session)
    if not participant.session.is_open:
        raise Over
    # The row is held, so that nobody changes its words before this vote is kept.
    held = select(Statement).where(
        Statement.id == statement_id, Statement.session_id == participant.session_id
    )
    held = held.with_for_update(read=True, key_share=True).execution_options(populate_existing=True)
    statement = db.session.scalar(held)
    if statement is None or statement.words != words:
        raise Changed
    db.session.execute(_KEEP, {"statement_id": statement_id, "participant_id": participant.id, "vote": said})


def of_phone(participant: Participant) -> dict[int, str]:
    """What a phone has said, by statement."""
    query = select(Vote.statement_id, Vote.vote).where(Vote.participant_id == participant.id)
    return dict(db.session.execute(query).all())


def results(session: Session) -> list[Result]:
    """Every statement in order, with the votes as they stand now."""
    query = (
        select(Vote.statement_id, Vote.vote, func.count())
        .join(Statement, Statement.id == Vote.statement_id)
        .where(Statement.session_id == session.id)
        .group_by(Vote.statement_id, Vote.vote)
    )
    counted: dict[int, dict[str, int]] = {}
    for statement_id, said, votes in db.session.execute(query):
        counted.setdefault(statement_id, {})[said] = votes
    return [Result(each, Count(**counted.get(each.id, {})), hands(each)) for each in session.statements]


def hands(statement: Statement) -> Count | None:
    """The show of hands; None while nobody counted any."""
    shown = [getattr(statement, f"hands_{vote}") for vote in (AGREE, NOT_SURE, DISAGREE)]
    return None if shown == [None] * 3 else Count(*(each or 0 for each in shown))


def is_voted(statement: Statement) -> bool:
    """Whether a phone or a hand has said something of it."""
    query = select(func.count()).where(Vote.statement_id == statement.id)
    return hands(statement) is not None or db.session.scalar(query) > 0


def get(session: Session, statement_id: int) -> Statement | None:
    statement = db.session.get(Statement, statement_id)
    return statement if statement and statement.session_id == session.id else None
