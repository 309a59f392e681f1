import pytest
from flask import abort, request
from flask_login import login_user

from survey.access import trail
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture
def app(new_app):
    return new_app


@pytest.fixture
def evaluation(app):
    made = making.evaluation()

    def noted():
        if request.args.get("as"):
            login_user(making.user(request.args["as"]))
        trail.note("looked", db.session.get(Evaluation, made.id), "wave 1")
        db.session.add(TrailLine(act="written beside it"))
        return abort(400) if request.args.get("fail") else "done"

    app.add_url_rule("/noted", "noted", noted, methods=["GET", "POST"])
    return made


def lines(act):
    db.session.rollback()
    return list(db.session.scalars(db.select(TrailLine).where(TrailLine.act == act)))


def test_in_a_command_a_line_is_kept_with_the_change_it_is_about(evaluation):
    user = making.user()
    trail.note("closed wave", evaluation, "wave 2", user_id=user.id)
    assert lines("closed wave") == []
    trail.note("closed wave", evaluation, "wave 2", user_id=user.id)
    db.session.commit()
    (line,) = lines("closed wave")
    assert (line.evaluation_id, line.detail, line.user_id) == (evaluation.id, "wave 2", user.id)


def test_a_line_may_be_about_no_evaluation(evaluation):
    trail.note("made an account")
    db.session.commit()
    (line,) = lines("made an account")
    assert (line.evaluation_id, line.user_id, line.detail) == (None, None, "")


def test_a_post_keeps_line_and_change_together(client, evaluation):
    assert client.post("/noted").status_code == 200
    assert len(lines("looked")) == len(lines("written beside it")) == 1


def test_a_post_that_is_refused_keeps_neither(client, evaluation):
    assert client.post("/noted?fail=1").status_code == 400
    assert lines("looked") == lines("written beside it") == []


def test_a_get_adds_its_line_and_nothing_else(client, evaluation):
    assert client.get("/noted").status_code == 200
    (line,) = lines("looked")
    assert (line.evaluation_id, line.detail) == (evaluation.id, "wave 1")
    assert lines("written beside it") == []


def test_a_get_that_is_refused_adds_none(client, evaluation):
    assert client.get("/noted?fail=1").status_code == 400
    assert lines("looked") == []


def test_a_line_knows_who_is_signed_in(app, client, evaluation):
    user = making.user()
    db.session.commit()
    client.post(f"/noted?as={user.email}")
    (line,) = lines("looked")
    assert line.user_id == user.id


def test_what_a_resident_does_is_nobodys_also_on_a_colleagues_phone(app, evaluation):
    with app.test_request_context("/a/token", method="POST"):
        login_user(making.user())
        trail.note_of_resident("answers sent", evaluation, "wave 1")
        db.session.commit()
    (line,) = lines("answers sent")
    assert (line.user_id, line.evaluation_id) == (None, evaluation.id)
