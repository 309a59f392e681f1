"""The list of value maps, and the form that makes one."""

import pytest

from survey.engagement import value_maps
from tests import making, valuing
from tests.reading import text


@pytest.fixture
def evaluation(signed_in, evaluator):
    valuing.value_map(making.evaluation(making.user("noise@example.org"), name="Noise"), "Noise")
    return making.evaluation(evaluator)


def address(evaluation, rest=""):
    return f"/evaluations/{evaluation.id}/value-maps{rest}"


def test_a_map_is_made_and_listed(signed_in, evaluation):
    assert "There is no value map yet." in text(signed_in.page(address(evaluation)))
    area = evaluation.areas[1]
    given = {"name": "<b>South</b>", "kind": "forecast", "area": str(area.id), "level": ""}
    made = signed_in.fill(address(evaluation, "/new"), **given)
    assert "The value map is made." in text(made) and "&lt;b&gt;South&lt;/b&gt;" in made.text
    page = signed_in.get(address(evaluation))
    assert "There is one value map." in text(page) and "&lt;b&gt;South&lt;/b&gt;" in page.text
    assert "Forecast" in text(page) and "South, all levels" in text(page) and "Noise" not in text(page)
    [made] = value_maps.of(evaluation)
    assert (made.kind, made.area, made.level) == ("forecast", area, None)


def test_a_name_that_is_taken_or_missing_is_asked_for_again(signed_in, evaluation):
    valuing.value_map(evaluation, "Walking")
    for given, said in (
        ({"name": "walking", "kind": "forecast"}, "There is a value map of this name."),
        ({"name": "", "kind": "forecast"}, "Write what the value map is called."),
        ({"name": "More", "kind": "guess"}, "Choose a forecast or an evaluation."),
        ({"name": "More", "kind": "forecast", "area": "999999"}, "Choose one of the areas here."),
        ({"name": "More", "kind": "forecast", "level": "three"}, "Choose one of the levels here."),
    ):
        response = signed_in.fill(address(evaluation, "/new"), **given)
        assert response.status_code == 422 and said in text(response)
    assert len(value_maps.of(evaluation)) == 1


def test_before_it_opens_there_is_nothing_to_value(signed_in, evaluator):
    draft = making.evaluation(evaluator, opened=False, name="Draft")
    for rest in ("", "/new"):
        assert "value map" not in text(signed_in.page(address(draft, rest))).lower()
