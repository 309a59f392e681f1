"""The pages, a folder for each kind of person."""

from flask import Flask

from survey.web import errors, look
from survey.web.account import account
from survey.web.evaluator import evaluator
from survey.web.respondent import respondent


def init_app(app: Flask) -> None:
    look.init_app(app)
    errors.init_app(app)
    for pages in (respondent, evaluator, account):
        app.register_blueprint(pages)
