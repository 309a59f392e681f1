"""How a respondent's page is made: lean, knowing nothing of sign-in, setting no cookie."""

import re
from collections.abc import Sequence
from functools import lru_cache

from babel import Locale
from flask import Flask, Response, current_app, g, make_response, redirect, request
from flask_babel import get_locale
from werkzeug.http import parse_accept_header

from survey.records.evaluation import Evaluation
from survey.web.respondent import packing

EMPTY_LINES = re.compile(r"\s*\n\s*")
# Stand for a reader's own two words in a page that is kept: signs that no keyboard has.
STAND_INS = ("\ue000", "\ue001")


def show(
    template: str, status: int = 200, evaluation: Evaluation | None = None, **values: object
) -> Response:
    """The page made by a template of templates/respondent/.

    Not flask.render_template: that asks who is signed in before every page.
    """
    made_up = evaluation is not None and evaluation.made_up
    page = current_app.jinja_env.get_template(f"respondent/{template}.html")
    return _reply(page.render(evaluation=evaluation, made_up=made_up, **values), status)


def show_alike(template: str, made_up: bool, own: Sequence[str] = (), **values: object) -> Response:
    """The same for a page that is alike for all, but for at most two words of the reader's own.

    It is made for the first reader and kept for the others, so nothing else in it may be anyone's own.
    """
    alike = tuple((name, _exchanged(value, own, STAND_INS)) for name, value in values.items())
    app = current_app._get_current_object()
    page, g.resident_css = _kept(app, get_locale(), template, made_up, alike)
    return _reply(_exchanged(page, STAND_INS, own), 200)


def send_to(address: str) -> Response:
    """Go and see: a page that was posted is not posted again when it is loaded again."""
    return redirect(address, 303)


@lru_cache(maxsize=2000)
def _kept(
    app: Flask, _language: Locale | None, template: str, made_up: bool, values: tuple
) -> tuple[str, str]:
    """The page, and the style sheet that stands in it."""
    page = app.jinja_env.get_template(f"respondent/{template}.html")
    return EMPTY_LINES.sub("\n", page.render(made_up=made_up, **dict(values))), g.resident_css


def _exchanged(value: object, words: Sequence[str], others: Sequence[str]) -> object:
    if not isinstance(value, str):
        return value
    for word, other in zip(words, others, strict=False):
        value = value.replace(word, other)
    return value


@lru_cache(maxsize=100)
def _unpacks(accepted: str) -> bool:
    """Whether a browser that says so takes gzip. Browsers say one of a few lines."""
    return parse_accept_header(accepted).quality("gzip") > 0


def _reply(page: str, status: int) -> Response:
    if not _unpacks(request.headers.get("Accept-Encoding", "")):
        return make_response(page, status)
    reply = make_response(packing.packed(page), status)
    reply.headers["Content-Encoding"] = "gzip"
    return reply
