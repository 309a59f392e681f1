"""The pages, a folder for each kind of person."""

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

from survey.access.permissions import LARGEST_ID
from survey.web import errors, look
from survey.web.account import account
from survey.web.evaluator import evaluator
from survey.web.respondent import respondent


class Number(IntegerConverter):
    """A whole number in an address. No database keeps an id as long as some that are typed."""

    regex = r"\d{1,10}"

    def __init__(self, url_map: Map):
        super().__init__(url_map, max=LARGEST_ID)


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = Number
    look.init_app(app)
    errors.init_app(app)
    for pages in (respondent, evaluator, account):
        app.register_blueprint(pages)
