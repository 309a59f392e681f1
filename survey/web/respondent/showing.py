"""How a respondent's page is made: lean, knowing nothing of sign-in, setting no cookie."""

from flask import Response, current_app, make_response, redirect

from survey.records.evaluation import Evaluation


def show(
    template: str, status: int = 200, evaluation: Evaluation | None = None, **values: object
) -> Response:
    """The page made by a template of templates/respondent/.

    Not flask.render_template: that asks who is signed in before every page.
    """
    page = current_app.jinja_env.get_template(f"respondent/{template}.html")
    made_up = evaluation is not None and evaluation.made_up
    return make_response(page.render(evaluation=evaluation, made_up=made_up, **values), status)


def send_to(address: str) -> Response:
    """Go and see: a page that was posted is not posted again when it is loaded again."""
    return redirect(address, 303)
