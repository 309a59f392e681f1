import pytest
from werkzeug.exceptions import NotFound

from survey.engagement import waves
from survey.engagement.register import Filter
from survey.web.evaluator.resident_filter import page_number, picked
from tests import making


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def test_an_empty_address_picks_everyone(app, evaluation):
    with app.test_request_context("/?area=&level="):
        found = picked(evaluation)
    assert (found.filter, found.address, found.words) == (Filter(), {}, "")


def test_an_address_picks_and_can_be_passed_on(app, evaluation):
    south = evaluation.areas[1].id
    with app.test_request_context(f"/?area={south}&level=one&unsent=0&page=2"):
        found = picked(evaluation)
    assert found.filter == Filter(south, "one", waves.planned(evaluation)[0].id)
    assert found.address == {"area": str(south), "level": "one", "unsent": "0"}
    assert found.words == "South, Level 1, Have not answered: At introduction"
    assert (found.group.area_ids, found.group.level) == ([south], "one")


def test_areas_of_another_evaluation_are_refused(app, evaluation):
    other = making.evaluation(name="Another")
    with app.test_request_context(f"/?area={other.areas[0].id}"), pytest.raises(NotFound):
        picked(evaluation)


@pytest.mark.parametrize(("typed", "pages", "number"), [("", 3, 1), ("?page=3", 3, 3), ("?page=1", 0, 1)])
def test_a_page_that_is_there_is_shown(app, typed, pages, number):
    with app.test_request_context(f"/{typed}"):
        assert page_number(pages) == number


@pytest.mark.parametrize("typed", ["0", "4", "-1", "x", "²", "1" * 9])
def test_a_page_that_is_not_there_is_refused(app, typed):
    with app.test_request_context(f"/?page={typed}"), pytest.raises(NotFound):
        page_number(3)
