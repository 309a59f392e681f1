from flask import get_flashed_messages, render_template_string
from lxml import html

from survey.web.evaluator.own_outcome import OwnOutcomeForm
from survey.web.evaluator.showing import done, show
from tests import making


def test_a_page_with_a_problem_is_422_and_made_up_answers_are_marked(app):
    evaluation = making.evaluation(made_up=True)
    with app.test_request_context(method="POST"):
        form = OwnOutcomeForm(formdata=None)
        page, status = show("own_outcome", evaluation, form)
        assert (status, "Made-up answers" in page, "There is a problem" in page) == (200, True, False)
        form.form_errors.append("Something is wrong.")
        page, status = show("own_outcome", evaluation, form)
        assert (status, "Something is wrong." in page) == (422, True)


def said(places):
    """Where the two messages of one redirect are said: at the top, and at the place "here"."""
    done("Saved.", "evaluations", _anchor="here")
    done("Made.", "evaluations")
    page = html.fromstring(
        render_template_string(
            '{% from "parts/message.html" import at_top, at_place %}'
            "<div><div>{{ at_top(places) }}</div><div>{{ at_place('here') if places }}</div></div>",
            places=places,
        )
    )
    return [
        [(each.get("role"), each.xpath("string(.//p)")) for each in part.xpath(".//*[@role]")]
        for part in page.xpath("./div")
    ]


def test_what_was_done_is_said_once_at_its_place_or_where_there_is_none_at_the_top(app):
    with app.test_request_context():
        assert said(["here"]) == [[("alert", "Made.")], [("status", "Saved.")]]
    with app.test_request_context():
        assert said([]) == [[("alert", "Saved."), ("alert", "Made.")], []]


def test_what_was_done_is_said_on_the_next_page(app):
    with app.test_request_context():
        answer = done("Saved.", "evaluations", _anchor="here")
        assert (answer.status_code, answer.location) == (303, "/evaluations#here")
        assert get_flashed_messages(with_categories=True) == [("success at here", "Saved.")]
