import re

import pytest
from flask import Flask, flash, render_template, render_template_string
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired

from survey.settings import ROOT
from survey.web import look
from survey.web.headers import hash_of
from survey.web.respondent.showing import EMPTY_LINES
from tests.web.looking import SETTINGS, Page, make_app, shown


class Sample(FlaskForm):
    name = StringField(validators=[InputRequired("Name it")])


@pytest.fixture
def app():
    return make_app()


def resident(app, content="", **context):
    base = '{% extends "parts/resident.html" %}{% block title %}Hope{% endblock %}{% block content %}'
    return shown(app, base + content + "{% endblock %}", **context)


def test_a_residents_page_is_one_request_with_its_style_allowed_by_hash(app):
    page, answer = resident(app)
    sheets = re.findall(r"<style>(.*?)</style>", page.text, re.S)
    assert len(sheets) == 1
    assert ":root{--council:#123abc}" in sheets[0]
    assert f"style-src {hash_of(sheets[0])}" in answer.headers["Content-Security-Policy"]
    assert page.all("src") == []
    links = [attrs["href"] for tag, attrs in page.tags if tag == "link"]
    assert links == ["data:,"]
    assert "script" not in [tag for tag, _ in page.tags]
    assert page.all("style") == []


def test_the_residents_sheet_stays_small(app):
    built = ROOT / "static" / "build" / "resident.css"
    assert built.stat().st_size < 9_000
    assert built.with_name("resident.css.gz").stat().st_size < 2_500
    assert "url(" not in built.read_text()


def test_an_evaluators_page_takes_its_sheet_from_our_files(app):
    page, answer = shown(app, '{% extends "parts/evaluator.html" %}')
    sheet = next(attrs["href"] for _, attrs in page.tags if attrs.get("rel") == "stylesheet")
    with app.test_client().get(sheet) as answered:
        assert answered.status_code == 200
    (inline,) = re.findall(r"<style>(.*?)</style>", page.text)
    assert f"'self' {hash_of(inline)}" in answer.headers["Content-Security-Policy"]


def test_neither_sheet_brings_the_crown_or_the_governments_font():
    for sheet in ("evaluator.css", "resident.css"):
        text = (ROOT / "static" / "build" / sheet).read_text().lower()
        assert "govuk-button" in text
        assert "crown" not in text
        assert "transport" not in text


def test_the_script_is_as_small_as_the_page_that_carries_it_and_allowed_by_its_hash(app):
    page, answer = resident(app, "<script>{{ share_script|safe }}</script>", sheet="resident-share")
    (script,) = re.findall(r"<script>(.*?)</script>", page.text, re.S)
    assert f"script-src {hash_of(script)}" in answer.headers["Content-Security-Policy"]
    assert EMPTY_LINES.sub("\n", script) == script
    assert "//" not in script and len(script) < 1_000


@pytest.mark.parametrize("sheet", sorted({*look.SHEETS} - {"resident-share"}))
def test_no_other_page_may_run_it(app, sheet):
    _, answer = resident(app, sheet=sheet)
    assert "script-src" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("base", ["resident", "evaluator"])
def test_names_from_settings_are_escaped(app, base):
    page, _ = shown(app, '{% extends "parts/' + base + '.html" %}')
    assert "<Council>" not in page.text
    assert "Elm &lt;Council&gt;" in page.text


@pytest.mark.parametrize("base", ["resident", "evaluator"])
@pytest.mark.parametrize("made_up", [True, False])
def test_made_up_answers_are_marked(app, base, made_up):
    page, _ = shown(app, '{% extends "parts/' + base + '.html" %}', made_up=made_up)
    assert ("Made-up answers: this is an example" in page.words) is made_up


def test_the_council_can_show_a_logo(tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"picture")
    page, _ = resident(make_app(COUNCIL_LOGO=str(logo)))
    (picture,) = [attrs for tag, attrs in page.tags if tag == "img"]
    assert picture["src"].startswith("data:image/png;base64,")
    assert picture["alt"] == "Elm <Council>"


def test_help_is_on_the_page_and_can_be_called(app):
    page, _ = resident(app)
    assert "#help" in page.all("href")
    assert "help" in page.all("id")
    assert "tel:116123" in page.all("href")


def test_a_council_without_help_lines_shows_no_empty_promise():
    page, _ = resident(make_app(HELP_LINES=()))
    assert "Get help now" not in page.text


def test_the_page_says_its_language_and_direction():
    page, _ = resident(make_app(BABEL_DEFAULT_LOCALE="ar"))
    html = next(attrs for tag, attrs in page.tags if tag == "html")
    assert (html["lang"], html["dir"]) == ("ar", "rtl")


def test_problems_head_the_page_and_its_title(app):
    page, _ = resident(app, '<input id="hope">', problems=[("hope", "Choose one"), (None, "Try again")])
    assert "<title>Problem: Hope" in page.text
    assert "#hope" in page.all("href")
    assert "There is a problem Choose one Try again" in page.words


def test_an_evaluators_form_brings_its_problems_and_messages_along(app):
    with app.test_request_context(method="POST"):
        form = Sample()
        form.validate()
        flash("Saved & <done>", "success")
        page = Page(render_template_string('{% extends "parts/evaluator.html" %}', form=form))
    assert "<title>Error: " in page.text
    assert "#name" in page.all("href")
    assert "Saved &amp; &lt;done&gt;" in page.text


def test_a_signed_in_person_can_sign_out_by_post(app):
    app.add_url_rule("/sign-out", "security.logout", methods=["POST"])
    app.jinja_env.globals["csrf_token"] = lambda: "token"
    person = {
        "is_authenticated": True,
        "name": "",
        "email": "amina@elm.example",
        "has_role": lambda _: False,
    }
    page, _ = shown(app, '{% extends "parts/evaluator.html" %}', current_user=person)
    assert "amina@elm.example Sign out" in page.words
    form = next(attrs for tag, attrs in page.tags if tag == "form")
    assert (form["method"], form["action"]) == ("post", "/sign-out")


@pytest.mark.parametrize("for_whom", ["resident", "evaluator"])
def test_an_error_page_says_what_happened_and_what_to_do(app, for_whom):
    given = {"heading": "No such code", "text": ["Look again.", "Or ask."], "look": for_whom}
    with app.test_request_context():
        page = Page(render_template("parts/error.html", action={"text": "Try", "href": "/code"}, **given))
    assert "No such code Look again. Or ask. Try" in page.words
    assert "/code" in page.all("href")
    assert ("build/evaluator.css" in page.text) is (for_whom == "evaluator")


def test_nothing_to_translate_is_nothing(monkeypatch):
    # In a catalogue the empty text stands for the catalogue's own header.
    monkeypatch.setattr(look.flask_babel, "gettext", lambda text: text or "Project-Id-Version")
    assert look.translated("") == ""
    assert look.translated("Hope") == "Hope"


def test_a_missing_build_says_what_to_do(tmp_path):
    app = Flask("look", root_path=str(ROOT), static_folder=str(tmp_path))
    app.config.update(SETTINGS)
    with pytest.raises(RuntimeError, match="make setup"):
        look.init_app(app)
