"""How the set-up pages are made, and where a change leads."""

from flask import flash, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from survey.engagement import once as sendings
from survey.records.evaluation import Evaluation
from survey.web.form_base import OnceForm


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
    """Say what was done on the page to go to; loading that page again does not do it again.

    Where the way leads to a place on the page, it is said there if the page names it among its `places`.
    """
    place = values.get("_anchor")
    flash(sentence, f"success at {place}" if place else "success")
    return redirect(url_for(f"evaluator.{endpoint}", **values), 303)


def repeated(form: OnceForm) -> Response | None:
    """Where a form leads whose button is pressed again; None the first time."""
    there = form.is_submitted() and sendings.led_to(form.once.data)
    return redirect(there, 303) if there else None


def once(form: OnceForm, response: Response) -> Response:
    """The way to what a form has made, or to what a quicker press of its button has made."""
    there = sendings.settle(form.once.data, response.location)
    return response if there == response.location else redirect(there, 303)
