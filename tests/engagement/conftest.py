from tests.both_databases import app, postgres  # noqa: F401
