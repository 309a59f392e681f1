"""The pages for when something went wrong, in the look of whoever meets them."""

from flask import Flask, Response, abort, current_app, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError, Unauthorized

from survey.records.engine import SAFE_METHODS
from survey.web import log
from survey.web.error_words import FOR_EVALUATORS, FOR_RESIDENTS

# What happens every day says nothing about a fault.
EVERYDAY = (401, 404, 405)


def init_app(app: Flask) -> None:
    log.init_app(app)
    app.before_request(only_forms)
    app.register_error_handler(Unauthorized, signed_out)
    app.register_error_handler(SecurityError, unknown_host)
    app.register_error_handler(HTTPException, refused)
    app.register_error_handler(InternalServerError, failed)


def only_forms() -> None:
    """Pages are sent by forms; the libraries would read JSON as well, and fail over some of it."""
    if request.is_json:
        abort(415)


def signed_out(error: Unauthorized) -> Response | tuple[str, int]:
    """Sign in first; what was posted waits on the page and can be sent again."""
    address = request.full_path.rstrip("?")
    if request.method in SAFE_METHODS:
        return redirect(url_for("security.login", next=address))
    # The token that was posted goes back as it came: a new one would let another site's form through.
    typed = [(name, value) for name, value in request.form.items(multi=True) if "password" not in name]
    page = render_template("account/signed_out.html", address=address, typed=typed)
    return page, error.code


def unknown_host(error: SecurityError) -> Response:
    return Response("This address is not served here.\n", error.code, mimetype="text/plain")


def refused(error: HTTPException) -> HTTPException | tuple[str, int]:
    if error.code is None or error.code < 400:
        return error
    if error.code not in EVERYDAY:
        log.refusal(current_app, error.code)
    return render_template("parts/error.html", **_said(error.code)), error.code


def failed(_error: InternalServerError) -> tuple[str, int]:
    """Our own fault. Drawn without asking who is signed in: it may be the database that failed."""
    return current_app.jinja_env.get_template("parts/error.html").render(_said(500)), 500


def _said(code: int) -> dict:
    # A mistyped link belongs to no blueprint.
    for_residents = request.blueprint == "respondent" or request.path.startswith("/a/")
    known = FOR_RESIDENTS if for_residents else FOR_EVALUATORS
    words = known.get(code, known[400])
    return {
        "heading": words.heading,
        "text": words.text,
        "action": words.action and dict(zip(("href", "text"), words.action, strict=True)),
        "look": None if for_residents else "evaluator",
    }
