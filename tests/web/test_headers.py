import base64
import hashlib

import pytest
from flask import Flask, Response, g

from survey.web import headers


@pytest.fixture
def client():
    app = Flask("headers")
    headers.init_app(app, resident_sheets=("p{}", "q{}"), council_css=":root{}", scripts={"q{}": "go()"})

    @app.get("/resident")
    def resident():
        g.resident_css = "p{}"
        return "<p>"

    @app.get("/question")
    def question():
        g.resident_css = "q{}"
        return "<p>"

    @app.get("/evaluator")
    def evaluator():
        return "<p>"

    @app.get("/listen")
    def listen():
        g.plays_sound = True
        return "<p>"

    @app.get("/file")
    def file():
        return Response("a,b", mimetype="text/csv", headers={"Cache-Control": "private"})

    return app.test_client()


def policy(client, path):
    given = client.get(path).headers["Content-Security-Policy"]
    return dict(part.split(" ", 1) for part in given.split("; "))


@pytest.mark.parametrize("path", ["/resident", "/evaluator", "/nowhere"])
def test_no_page_runs_scripts_is_framed_or_kept(client, path):
    said = policy(client, path)
    assert said["default-src"] == "'none'"
    assert "script-src" not in said
    assert said["frame-ancestors"] == "'none'"
    assert said["base-uri"] == "'none'"
    assert said["form-action"] == "'self'"
    answer = client.get(path).headers
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_residents_page_may_use_its_one_sheet_and_nothing_else(client):
    for path, sheet in (("/resident", b"p{}"), ("/question", b"q{}")):
        digest = base64.b64encode(hashlib.sha256(sheet).digest()).decode()
        assert policy(client, path)["style-src"] == f"'sha256-{digest}'"
    assert "font-src" not in policy(client, "/resident")


def test_one_script_may_stand_in_the_pages_of_its_sheet_and_in_no_others(client):
    assert policy(client, "/question")["script-src"] == headers.hash_of("go()")
    for path in ("/resident", "/evaluator", "/nowhere"):
        assert "script-src" not in policy(client, path)


def test_an_evaluators_page_uses_our_files_and_the_councils_colour(client):
    said = policy(client, "/evaluator")
    assert said["style-src"] == f"'self' {headers.hash_of(':root{}')}"
    assert said["font-src"] == "'self'"


def test_one_page_for_residents_does_not_change_the_next_for_evaluators(client):
    client.get("/resident")
    assert "'self'" in policy(client, "/evaluator")["style-src"]


def test_a_file_may_say_how_long_it_is_kept(client):
    assert client.get("/file").headers["Cache-Control"] == "private"


def test_sound_is_played_on_the_page_that_says_so_and_on_no_other(client):
    assert policy(client, "/listen")["media-src"] == "'self'"
    assert "script-src" not in policy(client, "/listen")
    for path in ("/resident", "/question", "/evaluator", "/file", "/nowhere"):
        assert "media-src" not in policy(client, path)
