import pytest

from survey.analysis.said import Entered
from survey.web.evaluator.impact_form import ImpactFigureForm


@pytest.fixture
def filled(app):
    def form(step="deadweight", **fields):
        with app.test_request_context(method="POST", data=fields):
            made = ImpactFigureForm(step, meta={"csrf": False})
            return made, made.validate()

    return form


def test_what_was_typed_becomes_a_figure(filled):
    form, valid = filled(per_cent=" 0 ", basis="analyst", reason="nothing like it before")
    assert valid and form.entered() == Entered(0, "analyst", "nothing like it before")


def test_the_tick_counts_for_attribution_alone(filled):
    known = {"per_cent": "70", "basis": "records", "reason": "one question on both", "covers_deadweight": "y"}
    assert filled("attribution_to_others", **known)[0].entered().covers_deadweight
    assert not filled("displacement", **known)[0].entered().covers_deadweight


@pytest.mark.parametrize(
    "typed, value", [("100", 100), ("007", 7), ("101", None), ("50%", None), ("half", None)]
)
def test_only_a_whole_number_from_nought_to_a_hundred_is_read(filled, typed, value):
    form, _ = filled(per_cent=typed)
    assert form.per_cent.data == value and form.per_cent._value() == typed
