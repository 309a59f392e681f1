from datetime import date, timedelta

import pytest
from werkzeug.datastructures import MultiDict

from survey.engagement import stakeholders
from survey.engagement.stakeholders import Details
from survey.web.evaluator.stakeholder_form import LISTED, ONE_OF_TWO, STILL_TO_COME, StakeholderForm
from tests import making

USUAL = {"kind": "nhs", "organisation": "Elm Road Surgery"}
TOMORROW = date.today() + timedelta(days=1)


@pytest.fixture
def evaluation(app):
    return making.evaluation(opened=False)


@pytest.fixture
def fill(app, evaluation):
    """A form that was sent with these fields, looked at."""

    def fill(line=None, **given):
        sent = MultiDict()
        for name, value in {**USUAL, **given}.items():
            sent.setlist(name, value if isinstance(value, list) else [value])
        with app.test_request_context(method="POST", data=sent):
            app.config["WTF_CSRF_ENABLED"] = False
            form = StakeholderForm(evaluation, line)
            form.validate()
            return form

    return fill


def parts(day):
    return [str(day.day), str(day.month), str(day.year)]


def test_kind_and_organisation_are_enough(fill):
    form = fill()
    assert not form.errors
    assert form.described() == Details("nhs", "Elm Road Surgery")


def test_all_of_it_can_be_said(fill, evaluation):
    form = fill(
        area=str(evaluation.areas[1].id),
        contact_name=" Sam  Example ",
        contact_details="sam@example.org",
        engaged_how="interview",
        engaged_on=parts(date.today()),
    )
    assert not form.errors
    said = {"contact_name": "Sam Example", "contact_details": "sam@example.org", "engaged_how": "interview"}
    assert form.described() == Details(
        **USUAL, **said, area=evaluation.areas[1], engaged_on=date.today(), why_not=""
    )


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"kind": []}, "kind", "Choose a kind."),
        ({"kind": "bakers"}, "kind", "Choose a kind."),
        ({"organisation": " "}, "organisation", "Write what the organisation or group is called."),
        ({"organisation": "x" * 121}, "organisation", "the most is 120 characters"),
        ({"area": "999"}, "area", "Choose one of the areas here"),
        ({"area": "x"}, "area", "Choose one of the areas here"),
        ({"contact_name": "x" * 121}, "contact_name", "the most is 120"),
        ({"contact_details": "x" * 201}, "contact_details", "the most is 200"),
        ({"engaged_how": "x" * 501}, "engaged_how", "the most is 500"),
        ({"engaged_on": parts(TOMORROW)}, "engaged_on", STILL_TO_COME),
        ({"engaged_on": ["31", "2", "2026"]}, "engaged_on", "a date that exists"),
        ({"engaged_how": "interview", "why_not": "no time"}, "why_not", ONE_OF_TWO),
        ({"engaged_on": parts(date.today()), "why_not": "no time"}, "why_not", ONE_OF_TWO),
    ],
)
def test_what_is_wrong_is_said_where_it_belongs(fill, given, field, said):
    errors = fill(**given).errors
    assert list(errors) == [field] and said in errors[field][0]


def test_an_organisation_is_listed_once(fill, evaluation):
    making.partner(evaluation, "nhs", "elm road surgery")
    assert fill().errors == {"organisation": [LISTED]}
    assert not fill(kind="police").errors
    assert not fill(area=str(evaluation.areas[0].id)).errors


def test_a_line_is_no_second_one_of_itself(fill, evaluation):
    line = making.partner(evaluation, "nhs", "Elm Road Surgery")
    assert not fill(line).errors


def test_a_line_stands_in_the_form_as_it_is(app, evaluation):
    details = Details("police", "Team", evaluation.areas[1], "Sam", "01234", "interview", date(2026, 5, 3))
    line = stakeholders.add(evaluation, details)
    with app.test_request_context():
        form = StakeholderForm(evaluation, line)
        assert form.described() == details
        assert form.area.data == str(evaluation.areas[1].id)
