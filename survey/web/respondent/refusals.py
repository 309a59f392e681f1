"""What a respondent is told when the server will not take what was sent."""

from flask import Response, request
from werkzeug.exceptions import RequestEntityTooLarge, TooManyRequests

from survey.web.respondent.code import too_many_tries
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import show


def too_big(_error: Exception) -> Response:
    return show("too_big", 413)


def too_many(error: Exception) -> Response:
    """Codes are tried on a page of their own; at a door there is a crowd, and nobody did anything wrong."""
    return too_many_tries(error) if request.endpoint == "respondent.use_code" else show("busy", 429)


# Only what is raised on these pages; every other page has the house's own.
respondent.register_error_handler(RequestEntityTooLarge, too_big)
respondent.register_error_handler(TooManyRequests, too_many)
