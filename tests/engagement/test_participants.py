from datetime import date

import pytest

from survey.access import links
from survey.engagement import participants, sessions
from survey.engagement.sessions import Details
from survey.records.base import db
from survey.records.session import Participant
from tests import making
from tests.databases import could_lock

TOKEN = "ab" * 16


def opened(evaluation):
    session = sessions.add(evaluation, Details("Tea", date(2026, 11, 3)))
    sessions.open_joining(session)
    db.session.commit()
    return session


@pytest.fixture
def session(app):
    opened(making.evaluation(making.user("noise@example.org")))
    return opened(making.evaluation())


def test_a_phone_joins_and_is_known_by_its_token_alone(session):
    assert participants.join(session, TOKEN) == TOKEN
    db.session.commit()
    known = participants.find(TOKEN)
    assert known.session == session and known.token_hash == links.token_hash(TOKEN)
    assert TOKEN not in repr(db.session.execute(db.select(Participant.__table__)).all())
    assert participants.find("cd" * 16) is None


def test_a_second_press_lets_nobody_else_in(session):
    for _ in range(3):
        assert participants.join(session, TOKEN) == TOKEN
        db.session.commit()
    assert sessions.phones(session) == 1


@pytest.mark.parametrize("forged", ["", "x", "AB" * 16, TOKEN + "\n", "é" * 32])
def test_a_token_that_nobody_here_made_is_exchanged(session, forged):
    given = participants.join(session, forged)
    assert given != forged and participants.TOKEN.fullmatch(given)
    assert participants.find(given).session == session


def test_one_secret_opens_one_session(session):
    other = opened(session.evaluation)
    participants.join(session, TOKEN)
    given = participants.join(other, TOKEN)
    assert given != TOKEN
    assert participants.find(TOKEN).session == session and participants.find(given).session == other


def test_nobody_joins_a_session_that_is_not_open(session):
    sessions.close_joining(session)
    assert participants.join(session, TOKEN) is None
    assert sessions.phones(session) == 0


def test_those_who_join_do_not_wait_for_each_other_but_closing_waits(session):
    participants.join(session, TOKEN)
    assert could_lock(session, "SHARE")
    assert not could_lock(session, "UPDATE")
