"""A fixture that runs a test twice: on SQLite and on PostgreSQL."""

import pytest


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request):
    return request.getfixturevalue("postgres") if request.param == "postgres" else ""
