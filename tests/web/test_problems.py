import pytest
from flask import Flask
from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovDateInput
from werkzeug.datastructures import MultiDict
from wtforms import DateField, FieldList, Form, FormField, HiddenField, StringField
from wtforms.validators import InputRequired

from survey.web.problems import problems_in


class Point(Form):
    text = StringField(validators=[InputRequired("Write the words")])


class Sample(FlaskForm):
    key = HiddenField(validators=[InputRequired("Start again")])
    name = StringField(validators=[InputRequired("Write a name")])
    start = DateField(format="%d %m %Y", widget=GovDateInput(), validators=[InputRequired("Write a date")])
    points = FieldList(FormField(Point), min_entries=2)


@pytest.fixture
def app():
    app = Flask("problems")
    app.config.update(SECRET_KEY="x", WTF_CSRF_ENABLED=False)
    return app


def checked(app, **given):
    with app.test_request_context():
        form = Sample(formdata=MultiDict(given))
        form.validate()
        return form


def test_each_field_leads_to_the_input_that_can_take_focus(app):
    assert problems_in(checked(app, **{"points-0-text": "", "points-1-text": "Never"})) == [
        (None, "Start again"),
        ("name", "Write a name"),
        ("start-day", "Write a date"),
        ("points-0-text", "Write the words"),
    ]


def test_a_problem_of_the_whole_form_comes_first_and_leads_nowhere(app):
    form = checked(app, key="k")
    form.form_errors.append("Two people changed this at once")
    assert problems_in(form)[:2] == [(None, "Two people changed this at once"), ("name", "Write a name")]


def test_a_good_form_has_no_problems(app):
    given = {"key": "k", "name": "n", "start": "1 2 2025", "points-0-text": "a", "points-1-text": "b"}
    assert problems_in(checked(app, **given)) == []
