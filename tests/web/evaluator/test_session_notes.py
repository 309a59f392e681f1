import pytest

from survey.engagement import sessions, themes
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text
from tests.web.evaluator import grouping
from tests.web.evaluator.grouping import address


@pytest.fixture
def session(signed_in, evaluator):
    return grouping.session(making.evaluation(evaluator))


def add(client, session, **given):
    token = client.page(address(session)).xpath("//main//input[@name='csrf_token']/@value")[0]
    return client.post(address(session, "/notes"), data={"csrf_token": token, **given}, follow_redirects=True)


def notes(session):
    db.session.rollback()
    db.session.expire_all()
    return [(each.words, each.theme_id) for each in session.notes]


def test_a_note_is_kept_under_a_theme_or_none_with_who_wrote_it(signed_in, session, evaluator):
    theme = themes.add(session.evaluation, "Hope", "")
    db.session.commit()
    assert "The note is kept." in text(add(signed_in, session, note="They\nmeet.", theme=str(theme.id)))
    add(signed_in, session, note="It rained.", theme="")
    assert notes(session) == [("They\nmeet.", theme.id), ("It rained.", None)]
    assert session.notes[0].written_by == evaluator


def test_a_theme_of_another_evaluation_or_a_removed_one_is_refused(signed_in, session):
    theirs = themes.add(making.evaluation(making.user("noise@example.org")), "Theirs", "")
    db.session.commit()
    for theme in (str(theirs.id), "999999", "x"):
        reply = add(signed_in, session, note="Kept in the box", theme=theme)
        assert reply.status_code == 422 and "no longer in the codebook" in text(reply)
        assert "Kept in the box" in reply.text
    assert notes(session) == []


def test_a_second_press_keeps_nothing_more(signed_in, session):
    for words in ("One.", "Two."):
        add(signed_in, session, note=words, once="a" * 32)
    assert notes(session) == [("One.", None)]


@pytest.mark.parametrize("note", ["", " \n ", "x" * 2001])
def test_nothing_and_too_much_are_not_kept(signed_in, session, note):
    assert add(signed_in, session, note=note).status_code == 422
    assert notes(session) == []


def test_a_note_is_removed_once_that_is_confirmed(signed_in, session):
    note = sessions.add_note(session, "It <b>rained</b>.", None)
    db.session.commit()
    there = address(session, f"/notes/{note.id}/remove")
    assert "It <b>rained</b>." in text(signed_in.page(there)) and notes(session)
    assert signed_in.post(there, data={"csrf_token": "stale"}).status_code == 422
    assert notes(session)
    assert "The note is removed." in text(signed_in.fill(there))
    assert notes(session) == []


def test_notes_of_another_session_are_not_found(signed_in, session):
    other = grouping.session(session.evaluation)
    note = sessions.add_note(other, "Theirs.", None)
    db.session.commit()
    assert signed_in.get(address(session, f"/notes/{note.id}/remove")).status_code == 404


def test_the_trail_holds_no_word_of_it(signed_in, session):
    add(signed_in, session, note="CANARY")
    lines = db.session.query(TrailLine).filter_by(evaluation_id=session.evaluation_id).all()
    assert lines[-1].act == "wrote a note of a session" and "CANARY" not in lines[-1].detail
