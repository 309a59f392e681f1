"""An app of nothing but templates, and what a page made by it holds."""

import re
from html.parser import HTMLParser

from flask import Flask, render_template_string
from flask_babel import Babel

from survey.settings import ROOT
from survey.web import look

SETTINGS = {
    "SECRET_KEY": "x",
    "WTF_CSRF_ENABLED": False,
    "COUNCIL_NAME": "Elm <Council>",
    "COUNCIL_COLOUR": "#123abc",
    "COUNCIL_LOGO": "",
    "HELP_LINES": (("Samaritans", "116 123"),),
}


class Page(HTMLParser):
    """What a page holds: its ids, what it points at, what it fetches."""

    def __init__(self, text: str):
        super().__init__()
        self.text, self.tags = text, []
        self.feed(text)
        self.words = " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.S).split())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def all(self, name):
        return [attrs[name] for _, attrs in self.tags if name in attrs]


def make_app(**settings):
    app = Flask("look", root_path=str(ROOT))
    app.config.update(SETTINGS, **settings)
    Babel(app)
    look.init_app(app)
    return app


def shown(app, template, **context):
    with app.test_request_context():
        text = render_template_string(template, **context)
        return Page(text), app.process_response(app.make_response(text))
