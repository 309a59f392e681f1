from flask import get_flashed_messages

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


def test_what_was_done_is_said_on_the_next_page(app):
    with app.test_request_context():
        answer = done("Saved.", "evaluations", _anchor="here")
        assert (answer.status_code, answer.location) == (303, "/evaluations#here")
        assert get_flashed_messages(with_categories=True) == [("success", "Saved.")]
