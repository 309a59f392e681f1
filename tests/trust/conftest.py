"""Places to keep records: on SQLite, and in a database of its own on the PostgreSQL of all tests."""

import pytest

from tests.trust.places import Place, database_of_its_own


@pytest.fixture(params=["sqlite", "postgres"])
def place(request, tmp_path):
    if request.param == "sqlite":
        yield Place(tmp_path)
        return
    with database_of_its_own(request.getfixturevalue("postgres")) as url:
        yield Place(tmp_path, url)
