import pytest
from wtforms import StringField
from wtforms.validators import DataRequired

from survey.web.form_base import LOST_TOUCH, Form, OnceForm


class Naming(Form):
    name = StringField("Name", [DataRequired("Type a name.")])


@pytest.fixture
def app(new_app):
    return new_app


@pytest.fixture
def post(app):
    """A form as it was posted."""

    def post(data):
        with app.test_request_context(method="POST", data=data):
            form = Naming()
            return form, form.validate_on_submit()

    return post


def test_without_the_token_nothing_is_accepted_and_what_was_typed_stays(post):
    form, valid = post({"name": "Walking alongside"})
    assert not valid
    assert form.csrf_token.errors == [LOST_TOUCH]
    assert form.name.data == "Walking alongside"


def test_other_problems_are_said_beside_it(post):
    form, _ = post({"name": "", "csrf_token": "stale"})
    assert form.name.errors == ["Type a name."]
    assert form.csrf_token.errors == [LOST_TOUCH]


def test_with_the_token_of_the_page_it_goes_through(app):
    def page():
        form = Naming()
        return "kept" if form.validate_on_submit() else form.csrf_token.current_token

    app.add_url_rule("/naming", "naming", page, methods=["GET", "POST"])
    client = app.test_client()
    token = client.get("/naming").text
    assert client.post("/naming", data={"name": "x", "csrf_token": token}).text == "kept"


def test_where_tokens_are_switched_off_the_form_still_works(app, post):
    app.config["WTF_CSRF_ENABLED"] = False
    assert post({"name": "x"})[1]


def test_a_key_comes_back_as_it_was_sent_and_a_strange_one_counts_as_new(app):
    for sent, kept in (("a" * 32, True), ("A" * 32, False), ("", False), ("a" * 33, False)):
        with app.test_request_context(method="POST", data={"once": sent}):
            assert (OnceForm().once.data == sent) is kept
    with app.test_request_context():
        assert OnceForm().once.data != OnceForm().once.data
