"""Thirty phones of a group press at the same second: every vote is kept, once, and none after the end."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date
from threading import Barrier

from survey.engagement import doors, participants, sessions, votes
from survey.records.base import db
from survey.records.session import VOTES, Participant, Vote
from tests import making
from tests.trust import faults
from tests.trust.servers import PATIENCE, Server
from tests.trust.visitors import Wire

PHONES, PRESSES = 30, 3
SERVERS = 2
WORDS = "Neighbours look in more often."


def group(place):
    """A session that is open, with one statement: the path of its door, its number and the statement's."""
    with place.records():
        db.create_all()
        session = sessions.add(making.evaluation(), sessions.Details("Tea", date(2026, 11, 3)))
        statement = votes.put(session, WORDS, None)
        sessions.open_joining(session)
        door = doors.link(doors.current(session.evaluation, session))
        return f"/join/{door.token}", session.id, statement.id


def said_by(number, press):
    return VOTES[(number + press) % len(VOTES)]


def press_together(place, fault=None):
    """Every phone joins, then each presses all its answers at once: what it ended with, and what was odd."""
    door, session_id, statement_id = group(place)
    together = Barrier(PHONES * PRESSES, timeout=PATIENCE)
    with ExitStack() as stack:
        ports = [stack.enter_context(Server(place.env, fault)).port for _ in range(SERVERS)]
        pool = stack.enter_context(ThreadPoolExecutor(PHONES * PRESSES))

        def joins(number):
            with Wire(ports[number % SERVERS]) as wire:
                return wire.post(door, phone=f"{number:032x}").location

        places = list(pool.map(joins, range(PHONES)))

        def presses(which):
            number, press = which
            with Wire(ports[press % SERVERS]) as wire:
                together.wait()
                vote = {"vote": said_by(number, press), "words": WORDS}
                return wire.post(f"{places[number]}/vote/{statement_id}", **vote).status

        every = [(number, press) for number in range(PHONES) for press in range(PRESSES)]
        statuses = set(pool.map(presses, every))
    return places, statuses, session_id


def kept(place, session_id):
    with place.records():
        phones = db.session.query(Participant).filter_by(session_id=session_id).count()
        return phones, [vote.participant_id for vote in db.session.query(Vote)]


def test_thirty_phones_that_press_at_once_lose_nothing_and_count_once(place):
    places, statuses, session_id = press_together(place)
    assert statuses == {303} and len(set(places)) == PHONES
    phones, voters = kept(place, session_id)
    assert phones == len(voters) == len(set(voters)) == PHONES


def looked_first(app):
    """Broken on purpose: every press writes a new vote, as if all had looked for one before anybody wrote."""
    faults.without_transactions(app)

    def vote(participant, statement_id, said, _words):
        db.session.add(Vote(statement_id=statement_id, participant_id=participant.id, vote=said))
        db.session.flush()

    votes.vote = vote


def test_control_where_a_vote_is_looked_for_first_some_presses_fail(place):
    _, statuses, _ = press_together(place, looked_first)
    assert 500 in statuses


def test_who_presses_while_it_is_closed_counts_or_is_told_and_never_neither(place):
    door, session_id, statement_id = group(place)
    together = Barrier(PHONES + 1, timeout=PATIENCE)
    with Server(place.env) as server, ThreadPoolExecutor(PHONES + 1) as pool:
        with place.records():
            session = db.session.get(sessions.Session, session_id)
            places = [f"/group/{participants.join(session, '')}" for _ in range(PHONES)]

        def presses(place_of_one):
            with Wire(server.port) as wire:
                together.wait()
                vote = {"vote": "agree", "words": WORDS}
                return wire.post(f"{place_of_one}/vote/{statement_id}", **vote).status

        def closes():
            with place.app.app_context():
                together.wait()
                sessions.close_joining(db.session.get(sessions.Session, session_id))
                db.session.commit()
                db.session.remove()

        closing = pool.submit(closes)
        statuses = list(pool.map(presses, places))
        closing.result()
    _, voters = kept(place, session_id)
    assert set(statuses) <= {303, 410} and statuses.count(303) == len(voters)
