from datetime import date
from random import Random

import pytest

from survey.commands import example_sessions
from survey.engagement import doors, get_togethers, sessions, votes
from survey.records import story_frames
from survey.records.base import db
from survey.records.session import Theme
from tests import making

TODAY = date(2026, 11, 22)


@pytest.fixture
def held(app):
    evaluation, owner = making.evaluation(), making.user()
    codebook = {
        name: Theme(evaluation_id=evaluation.id, name=name) for name in ("Neighbours", "Getting about")
    }
    db.session.add_all(codebook.values())
    made = example_sessions.keep(Random(1), evaluation, owner, codebook, TODAY)
    db.session.commit()
    return made


def test_two_are_over_and_one_can_be_joined(held):
    assert [each.is_open for each in (held.forum, held.tea, held.open)] == [False, False, True]
    assert held.forum.closed_at.date() == held.forum.held_on < held.tea.held_on < TODAY
    assert all("made up" in each.title for each in (held.forum, held.tea, held.open))
    assert doors.current(held.open.evaluation, held.open)


def test_phones_and_hands_are_no_more_than_came(held):
    for session in (held.forum, held.tea):
        for result in votes.results(session):
            assert result.phones.all <= sessions.phones(session)
            assert result.total.all <= session.came <= session.invited
            assert result.hands.all <= session.came - sessions.phones(session)


def test_only_the_votes_of_the_two_are_counted_and_the_forum_is_large_enough_to_release(held):
    found = story_frames.votes(held.open.evaluation)
    assert set(found.title) == {held.forum.title, held.tea.title}
    first = found.iloc[0]
    assert (first.agree, first.not_sure, first.disagree) == (19, 11, 11)


def test_notes_stand_under_themes_and_wishes_apart(held):
    noted = [(note.theme_id is not None, note.written_by_id) for note in held.forum.notes]
    assert [has_theme for has_theme, _ in noted] == [True, True, False]
    assert {writer for _, writer in noted} == {making.user().id}
    assert [wish.name[:8] for wish in get_togethers.of(held.open.evaluation)] == ["Made-up "] * 3
