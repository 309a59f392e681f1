import pytest

from survey.access.limits import limiter
from tests.web.respondent import answering


@pytest.fixture(autouse=True)
def _fresh_limits(app):
    limiter.reset()


@pytest.fixture
def resident(app):
    """Someone asked about then and now, with another person beside them."""
    return answering.evaluation_with_one()


@pytest.fixture
def home(resident):
    return answering.home(resident)
