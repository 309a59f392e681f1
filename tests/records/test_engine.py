import pytest
from flask import abort

from survey.records import engine
from survey.records.account import Role
from survey.records.base import db, now
from survey.records.form_sent import FormSent


@pytest.fixture
def app(new_app):
    return new_app


@pytest.fixture
def client(app):
    """Pages that add a role of the given name and answer with the given status."""

    def add(name, status):
        db.session.add(Role(name=name))
        db.session.flush()
        return abort(status) if status >= 400 else ("added", status)

    app.add_url_rule("/add/<name>/<int:status>", "add", add, methods=["GET", "POST"])
    return app.test_client()


def names():
    db.session.rollback()
    return set(db.session.scalars(db.select(Role.name)))


def test_a_post_that_goes_well_is_kept(client):
    client.post("/add/kept/200")
    client.post("/add/too/303")
    assert names() == {"kept", "too"}


@pytest.mark.parametrize("status", [400, 404, 422, 500])
def test_a_post_that_does_not_go_well_leaves_nothing(client, status):
    client.post(f"/add/lost/{status}")
    assert names() == set()


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_what_only_looks_changes_nothing(client, method):
    getattr(client, method)("/add/lost/200")
    assert names() == set()


def test_a_fault_leaves_nothing(app, client):
    def fail():
        db.session.add(Role(name="lost"))
        db.session.flush()
        raise RuntimeError("half-way")

    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/fail", "fail", fail, methods=["POST"])
    assert client.post("/fail").status_code == 500
    assert names() == set()


def test_a_snapshot_is_of_one_moment_and_leaves_a_session_that_works(app):
    db.session.add(FormSent(key="a" * 32, location="/x"))
    db.session.commit()
    db.session.add(FormSent(key="b" * 32, location="/never"))
    with engine.snapshot():
        before = db.session.scalar(db.select(db.func.count(FormSent.key)))
        # Somebody else writes meanwhile, and has not to wait.
        with db.engine.connect() as other:
            other.execute(db.insert(FormSent).values(key="c" * 32, location="/y", sent_at=now()))
            other.commit()
        assert db.session.scalar(db.select(db.func.count(FormSent.key))) == before == 1
    db.session.add(FormSent(key="d" * 32, location="/z"))
    db.session.commit()
    found = set(db.session.scalars(db.select(FormSent.location)))
    assert found == {"/x", "/y", "/z"}, "what was pending before is let go of"
