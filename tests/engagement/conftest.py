from tests.both_databases import app  # noqa: F401
