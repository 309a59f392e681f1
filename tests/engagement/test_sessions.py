from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from survey.engagement import areas, doors, evaluations, sessions
from survey.engagement.areas import AreaInUse
from survey.engagement.sessions import Details, Told
from survey.records.base import db
from survey.records.session import Session, Theme
from survey.records.trail import TrailLine
from tests import making

TEA = Details("Tea at the library", date(2026, 11, 3), invited=9)


@pytest.fixture(autouse=True)
def noise(app):
    made = making.evaluation(making.user("noise@example.org"))
    session = sessions.add(made, TEA)
    sessions.add_note(session, "Not ours.", None)
    making.story(made, way="session", session=session)
    return session


@pytest.fixture
def evaluation(app):
    return making.evaluation()


@pytest.fixture
def session(evaluation):
    made = sessions.add(evaluation, TEA)
    db.session.commit()
    return made


def lines(evaluation):
    query = select(TrailLine).where(TrailLine.evaluation_id == evaluation.id).order_by(TrailLine.id)
    return [(line.act, line.detail) for line in db.session.scalars(query)]


def test_a_new_session_has_gentle_prompts_and_a_door_and_is_not_open(evaluation, session):
    assert session.prompts.splitlines() == list(sessions.USUAL_PROMPTS)
    assert doors.current(evaluation, session).session == session
    assert not session.is_open and session.opened_at is None
    assert sessions.of(evaluation) == [session] and sessions.count(evaluation) == 1


def test_it_is_described_anew(evaluation, session):
    sessions.change(session, Details("Lunch", date(2026, 12, 1), evaluation.areas[1]))
    db.session.commit()
    db.session.expire_all()
    assert (session.title, session.held_on, session.invited) == ("Lunch", date(2026, 12, 1), None)
    assert session.area.name == "South"


def test_the_newest_day_stands_first(evaluation, session):
    earlier = sessions.add(evaluation, replace(TEA, held_on=date(2026, 10, 1)))
    later = sessions.add(evaluation, replace(TEA, held_on=date(2026, 12, 1)))
    assert sessions.of(evaluation) == [later, session, earlier]


def test_prompts_are_kept_without_empty_lines(session):
    sessions.set_prompts(session, "One?\n\n  \nTwo?")
    assert session.prompts == "One?\nTwo?"


def test_it_is_opened_closed_and_opened_again(session):
    sessions.open_joining(session)
    first = session.opened_at
    sessions.open_joining(session)
    assert session.is_open and session.opened_at == first
    sessions.close_joining(session)
    ended = session.closed_at
    sessions.close_joining(session)
    assert not session.is_open and session.closed_at == ended
    sessions.open_joining(session)
    assert session.is_open
    assert [act for act, _ in lines(session.evaluation)][-3:] == [
        "opened a session",
        "closed a session",
        "opened a session",
    ]


def test_notes_are_kept_by_theme_and_removed(evaluation, session, noise):
    theme = Theme(evaluation_id=evaluation.id, name="Belonging")
    db.session.add(theme)
    db.session.flush()
    note = sessions.add_note(session, "They meet on Tuesdays now.", theme)
    plain = sessions.add_note(session, "It rained.", None)
    db.session.commit()
    assert [(each.words, each.theme_id) for each in session.notes] == [
        ("They meet on Tuesdays now.", theme.id),
        ("It rained.", None),
    ]
    assert sessions.get_note(session, note.id) == note and sessions.get_note(noise, note.id) is None
    sessions.remove_note(session, plain)
    db.session.commit()
    db.session.expire_all()
    assert session.notes == [note]


def test_a_theme_that_goes_leaves_its_notes(evaluation, session):
    theme = Theme(evaluation_id=evaluation.id, name="Belonging")
    db.session.add(theme)
    db.session.flush()
    note = sessions.add_note(session, "They meet.", theme)
    db.session.commit()
    db.session.execute(db.delete(Theme).where(Theme.id == theme.id))
    db.session.commit()
    db.session.expire_all()
    assert note.theme_id is None and session.notes == [note]


def test_stories_are_counted_without_reading(evaluation, session):
    assert sessions.told(session) == Told(0, 0)
    for sent in (True, True, False):
        making.story(evaluation, sent=sent, way="session", session=session)
    making.take_back(making.story(evaluation, way="session", session=session))
    making.story(evaluation)
    assert sessions.told(session) == Told(sent=2, begun=1)


def test_a_session_is_found_in_its_own_evaluation_only(evaluation, session, noise):
    assert sessions.get(evaluation, session.id) == session
    assert sessions.get(evaluation, noise.id) is None


def test_an_area_with_a_session_stays(evaluation, session):
    sessions.change(session, replace(TEA, area=evaluation.areas[1]))
    db.session.commit()
    assert areas.in_use(evaluation) == {evaluation.areas[1].id}
    known = evaluations.described(evaluation)
    with pytest.raises(AreaInUse, match="South"):
        evaluations.update(evaluation, replace(known, areas=known.areas[:1]))


def test_the_trail_names_a_session_by_its_number_alone(evaluation, session):
    sessions.change(session, replace(TEA, title="Lunch"))
    sessions.set_prompts(session, "Secret?")
    sessions.count_people(session, 9, 5)
    sessions.add_note(session, "Secret.", None)
    db.session.commit()
    said = [line for line in lines(evaluation) if "session" in line[0]]
    assert {detail for _, detail in said} == {f"session {session.id}"}
    assert not [line for line in lines(evaluation) if "Secret" in str(line) or "Lunch" in str(line)]


def test_people_are_counted_in_numbers(session):
    sessions.count_people(session, 9, 5)
    db.session.commit()
    assert (session.invited, session.came) == (9, 5)
    assert db.session.get(Session, session.id).came == 5
