"""How the set-up pages are made, and where a change leads."""

from flask import flash, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from survey.records.evaluation import Evaluation


def show(name: str, evaluation: Evaluation | None = None, form: FlaskForm | None = None, **values):
    """The page made by a template of templates/evaluator/; 422 where its form has a problem."""
    page = render_template(
        f"evaluator/{name}.html",
        evaluation=evaluation,
        made_up=evaluation is not None and evaluation.made_up,
        form=form,
        **values,
    )
    return page, 422 if form is not None and form.errors else 200


def done(sentence: str, endpoint: str, **values) -> Response:
    """Say what was done on the page to go to; loading that page again does not do it again."""
    flash(sentence, "success")
    return redirect(url_for(f"evaluator.{endpoint}", **values), 303)
