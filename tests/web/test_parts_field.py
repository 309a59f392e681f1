import re

import pytest
from flask import render_template_string
from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import (
    GovCheckboxesInput,
    GovCheckboxInput,
    GovDateInput,
    GovRadioInput,
    GovTextInput,
)
from wtforms import BooleanField, DateField, PasswordField, RadioField, SelectMultipleField, StringField
from wtforms.validators import InputRequired

from tests.web.looking import Page, make_app

AREAS = [("a", "Elm"), ("b", "Oak")]


class Sample(FlaskForm):
    name = StringField("What is it called?", widget=GovTextInput(), validators=[InputRequired("Name it")])
    how = RadioField("How is it asked?", widget=GovRadioInput(), choices=AREAS)
    areas = SelectMultipleField("Which areas?", widget=GovCheckboxesInput(), choices=AREAS)
    start = DateField("When does it start?", format="%d %m %Y", widget=GovDateInput())
    weekly = BooleanField("Write to me weekly", widget=GovCheckboxInput())
    secret = PasswordField("What is the password?", description="Twelve characters")
    remember = BooleanField("Remember me")


@pytest.fixture
def app():
    return make_app()


def field(app, name, extra="", **given):
    with app.test_request_context(method="POST", data=given):
        form = Sample()
        form.validate()
        call = '{% from "parts/field.html" import field %}{{ field(form[name]' + extra + ") }}"
        return Page(render_template_string(call, form=form, name=name))


@pytest.mark.parametrize("name", ["how", "areas", "start"])
@pytest.mark.parametrize("extra", ["", ', size="m", hint="A hint", classes="wide"'])
def test_a_group_never_loses_its_question(app, name, extra):
    page = field(app, name, extra)
    legend = re.search(r"<legend[^>]*>(.*?)</legend>", page.text, re.S).group(1)
    assert legend.strip() == getattr(Sample, name).args[0]


@pytest.mark.parametrize("name", ["name", "how", "areas", "start", "weekly", "secret", "remember"])
def test_every_field_has_labels_that_fit_its_inputs(app, name):
    page = field(app, name)
    inputs = [attrs["id"] for tag, attrs in page.tags if tag == "input"]
    labels = [attrs["for"] for tag, attrs in page.tags if tag == "label"]
    assert inputs == sorted(set(inputs), key=inputs.index)
    assert set(inputs) == set(labels)
    assert set(" ".join(page.all("aria-describedby")).split()) <= set(page.all("id"))


def test_a_field_shows_its_hint_its_error_and_no_empty_hint(app):
    page = field(app, "name", ', hint="As on the letter", autocomplete="off"')
    assert "As on the letter" in page.words
    assert "Name it" in page.words
    assert page.all("autocomplete") == ["off"]
    assert "govuk-hint" not in field(app, "how").text
    assert "Twelve characters" in field(app, "secret").words


def test_each_choice_of_a_group_can_have_a_hint(app):
    page = field(app, "how", ', item_hints=["By the river", none]')
    assert "Elm By the river Oak" in page.words
