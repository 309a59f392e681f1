"""Runs the migrations on the app's own engine, with its settings."""

from alembic import context
from flask import current_app

migrate = current_app.extensions["migrate"]

with migrate.db.engine.connect() as connection:
    is_sqlite = connection.dialect.name == "sqlite"
    driver = connection.connection.driver_connection
    if is_sqlite:
        # SQLite changes a table by making it anew: the rows that point to it must outlive the old one.
        driver.execute("PRAGMA foreign_keys=OFF")
    context.configure(connection=connection, target_metadata=migrate.db.metadata, **migrate.configure_args)
    with context.begin_transaction():
        context.run_migrations()
    if is_sqlite and driver.execute("PRAGMA foreign_key_check").fetchall():
        raise RuntimeError("after the migration some rows point to others that are not there")
    connection.commit()
    if is_sqlite:
        driver.execute("PRAGMA foreign_keys=ON")
