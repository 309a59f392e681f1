import pytest
from werkzeug.datastructures import MultiDict

from survey.engagement.cases import Case
from survey.web.evaluator.case_form import LONGEST, CaseForm, outcome_names
from tests import making

USUAL = {"traditional_response": "A home.", "happened_instead": "A lunch club."}


@pytest.fixture
def evaluation(app):
    return making.evaluation(opened=False)


@pytest.fixture
def fill(app, evaluation):
    def fill(**given):
        app.config["WTF_CSRF_ENABLED"] = False
        with app.test_request_context(method="POST", data=MultiDict({**USUAL, **given})):
            form = CaseForm(evaluation)
            form.validate()
            return form

    return fill


def test_the_two_texts_are_enough_and_keep_their_lines(fill):
    form = fill(traditional_response=" A nurse,\r\n\r\n\r\n then  a home. ")
    assert not form.errors
    assert form.described() == Case("", "A nurse,\n\nthen a home.", "A lunch club.", None)


def test_outcomes_of_residents_and_of_partners_can_be_named(fill, evaluation):
    names = outcome_names(evaluation)
    assert names["hope"] == "Hope for the future"
    assert len(names) > len({"hope"}) and len(set(names)) == len(names)
    for outcome in ("hope", list(names)[-1]):
        assert fill(outcome=outcome).described().outcome == outcome


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"traditional_response": ""}, "traditional_response", "Write what would usually have been done."),
        ({"happened_instead": " \r\n "}, "happened_instead", "Write what happened instead."),
        ({"happened_instead": "x" * (LONGEST + 1)}, "happened_instead", "the most is 2,000 characters"),
        ({"person": "x" * 81}, "person", "the most is 80 characters"),
        ({"outcome": "belonging"}, "outcome", "Choose one of the outcomes here"),
    ],
)
def test_what_is_wrong_is_said_where_it_belongs(fill, given, field, said):
    errors = fill(**given).errors
    assert list(errors) == [field] and said in errors[field][0]


def test_as_many_characters_as_are_said_to_fit_do(fill):
    assert not fill(traditional_response="x" * LONGEST).errors
