"""The short way to the database, for the few statements that every page of a resident needs.

SQLAlchemy writes each of them once, in the words of the database; they are then run by its driver alone.
What the session does beside that would cost more than all the rest of a page (docs/performance.md).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from sqlalchemy import Dialect, Select, TextClause

from survey.records.base import db
from survey.records.engine import opening

_apart: ContextVar[tuple | None] = ContextVar("apart", default=None)


@contextmanager
def transaction() -> Iterator[object]:
    """One without the session, kept when it ends well. It can be rolled back before.

    Where the session is at work already, its transaction is the one, and ends as it does.
    """
    if db.session.registry.has() and db.session().in_transaction():
        yield db.session
        return
    engine = db.engine
    connection = engine.raw_connection()
    token = _apart.set((connection, engine.dialect))
    try:
        if engine.dialect.name == "sqlite":
            connection.execute(opening())
        yield connection
        engine.dialect.do_commit(connection)
    finally:
        _apart.reset(token)
        # What was not committed is undone with it.
        connection.close()


class Statement:
    """A statement with named parameters. It runs in the transaction apart, or else in the session's."""

    def __init__(self, said: Select | TextClause):
        self.said = said

    def rows(self, **given: object) -> list[tuple]:
        """The rows that it gives, with the values that their columns stand for."""
        connection, dialect = _apart.get() or _of_session()
        words, order, readers = _written(self, dialect)
        cursor = connection.cursor()
        cursor.execute(words, [given[name] for name in order] if order else given)
        rows = cursor.fetchall() if cursor.description else []
        cursor.close()
        if not readers:
            return rows
        return [_read(row, readers) for row in rows]


def _read(row: tuple, readers: list) -> tuple:
    return tuple(read(value) if read else value for read, value in zip(readers, row, strict=True))


def _of_session() -> tuple:
    # What waits to be written is written first, as for every statement of the session.
    db.session.flush()
    connection = db.session.connection()
    return connection.connection, connection.dialect


@lru_cache(maxsize=100)
def _written(statement: Statement, dialect: Dialect) -> tuple[str, list[str], list]:
    """The statement in the words of a database, the order of its parameters, and how to read its columns."""
    compiled = statement.said.compile(dialect=dialect)
    columns = statement.said.selected_columns if isinstance(statement.said, Select) else ()
    readers = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    return str(compiled), compiled.positiontup or [], readers if any(readers) else []
