"""The floor: a server that shows a bare form and keeps one row of what is posted, served as ours is."""

import sys
import threading

import pysqlite3
from flask import Flask, redirect, request
from waitress import serve

from survey.commands.serve import CONNECTIONS

# A form of 0.8 kB that everyone can use, and nothing more.
FORM = """<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>How are things for you?</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<main>
<h1>How are things for you?</h1>
<form method="post">
<fieldset>
<legend>How much control do you have over your daily life?</legend>
<p><input type="radio" name="score" value="1" id="a"> <label for="a">None at all</label>
<p><input type="radio" name="score" value="2" id="b"> <label for="b">A little</label>
<p><input type="radio" name="score" value="3" id="c"> <label for="c">Some</label>
<p><input type="radio" name="score" value="4" id="d"> <label for="d">Quite a lot</label>
<p><input type="radio" name="score" value="5" id="e"> <label for="e">As much as I want</label>
</fieldset>
<p><button>Continue</button>
</form>
</main>
</html>
"""


def make_app(database: str) -> Flask:
    app, kept = Flask("bare"), threading.local()

    def connection():
        if not hasattr(kept, "connection"):
            kept.connection = pysqlite3.connect(database, timeout=30, isolation_level=None)
            kept.connection.execute("PRAGMA journal_mode=WAL")
            kept.connection.execute("PRAGMA synchronous=FULL")
        return kept.connection

    connection().execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, question TEXT, score INTEGER)")

    @app.get("/page")
    def page():
        return FORM

    @app.post("/page")
    def answer():
        connection().execute("BEGIN IMMEDIATE")
        given = ("control", int(request.form["score"]))
        connection().execute("INSERT INTO answer (question, score) VALUES (?, ?)", given)
        connection().execute("COMMIT")
        return redirect("/page", 303)

    return app


if __name__ == "__main__":
    serve(
        make_app(sys.argv[1]),
        port=int(sys.argv[2]),
        host="127.0.0.1",
        threads=8,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,
        channel_timeout=30,
        ident="alongside",
    )
