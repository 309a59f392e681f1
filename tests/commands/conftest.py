import pytest

from tests import apps, databases


@pytest.fixture(scope="module")
def kept_app(tmp_path_factory):
    """An app whose worked example is kept once and then looked at by a whole file of tests."""
    with apps.opened(databases.environment(tmp_path_factory.mktemp("kept"))) as app:
        yield app
