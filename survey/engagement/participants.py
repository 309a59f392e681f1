"""Phones in a session: they join without a name, and each is known by a secret of its own alone."""

import re
import secrets

from sqlalchemy import Select, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import contains_eager

from survey.access import links
from survey.records.base import db
from survey.records.session import Participant, Session

INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
TOKEN = re.compile("[0-9a-f]{32}")


def new_token() -> str:
    return secrets.token_hex(16)


def join(session: Session, token: str) -> str | None:
    """Let a phone in, and give the token that it has from now on; None where the session is not open.

    A second press of the same button has the same token, and lets nobody else in.
    """
    hold(session)
    if not session.is_open:
        return None
    token = token if TOKEN.fullmatch(token) else new_token()
    if (known := find(token)) is not None:
        # Nobody joins two groups with one secret.
        return token if known.session_id == session.id else join(session, new_token())
    insert = INSERT[db.engine.dialect.name]
    row = insert(Participant).values(session_id=session.id, token_hash=links.token_hash(token))
    db.session.execute(row.on_conflict_do_nothing())
    return token


def find(token: str) -> Participant | None:
    """The phone that has this token, with its session, also when that is over."""
    return db.session.scalar(_by_token(token))


def hold(session: Session) -> None:
    """Keep a session from being closed until this request is over; other phones need not wait."""
    query = select(Session).where(Session.id == session.id).with_for_update(read=True)
    db.session.scalar(query.execution_options(populate_existing=True))


def _by_token(token: str) -> Select:
    return (
        select(Participant)
        .join(Participant.session)
        .options(contains_eager(Participant.session))
        .where(Participant.token_hash == links.token_hash(token))
    )
