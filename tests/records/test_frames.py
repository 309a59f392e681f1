"""Every frame beside as much noise: another evaluation, other waves, kinds, areas and levels."""

import pandas as pd
import pytest

from survey.records import frames
from survey.records.base import db, now
from survey.records.frames import Group
from tests import making
from tests.records.worlds import world

EVERYONE = Group()


@pytest.fixture
def here(app):
    noise = world("Noise")
    noise.change()
    noise.response(submitted_at=now(), reference="NOISE", helped="nobody")
    made = world(people=3)
    # The fourth lives in the other area, the fifth is at the other level.
    made.residents += making.people(made.evaluation, area=1, linked=False)
    made.residents += making.people(made.evaluation, level="one", linked=False)
    return made


def moves(here, group=EVERYONE, wave=1, kind="asked"):
    return frames.moves(here.evaluation, here.waves[wave], kind, group)


def counted(frame):
    """The moves as a dict from outcome, before and now to people; None for a missing score."""
    rows = frame.astype("object").itertuples()
    return {
        (row.outcome, *(None if score is pd.NA else score for score in (row.before, row.now))): row.n
        for row in rows
    }


def test_moves_are_counted_by_outcome_and_by_both_scores(here):
    here.change(0)
    here.change(1)
    here.change(2, before=3)
    here.change(0, outcome="control")
    here.change(1, outcome="control", before=None)
    here.change(2, outcome="control", now=None)
    assert counted(moves(here)) == {
        ("hope", 2, 4): 2,
        ("hope", 3, 4): 1,
        ("control", 2, 4): 1,
        ("control", None, 4): 1,
        ("control", 2, None): 1,
    }


def test_moves_of_another_kind_of_before_are_never_counted_with_them(here):
    here.change(0)
    here.change(1, before_kind="recalled")
    assert counted(moves(here)) == {("hope", 2, 4): 1}
    assert counted(moves(here, kind="recalled")) == {("hope", 2, 4): 1}
    assert frames.before_kinds(here.evaluation) == ["asked", "recalled"]


def test_moves_of_another_wave_are_not_counted_with_them(here):
    here.change(0)
    here.change(0, wave=0, now=5)
    assert counted(moves(here)) == {("hope", 2, 4): 1}
    assert counted(moves(here, wave=0)) == {("hope", 2, 5): 1}


def test_moves_within_a_group(here):
    for place in range(5):
        here.change(place)
    south = Group(area_ids=[here.evaluation.areas[1].id])
    assert counted(moves(here, south)) == {("hope", 2, 4): 1}
    assert counted(moves(here, Group(level="one"))) == {("hope", 2, 4): 1}
    north_two = Group(area_ids=[here.evaluation.areas[0].id], level="two")
    assert counted(moves(here, north_two)) == {("hope", 2, 4): 3}


def test_moves_of_nobody_are_an_empty_frame_with_its_columns(here):
    frame = moves(here)
    assert list(frame.columns) == ["outcome", "area_id", "before", "now", "n"]
    assert frame.empty


def test_where_nobody_has_scores_there_is_no_kind_of_before(here):
    assert frames.before_kinds(here.evaluation) == []


def test_pairs_carry_codes_and_reasons_and_nothing_else_of_a_person(here):
    here.change(1, before=None)
    here.change(0)
    here.change(3)
    frame = frames.pairs(here.evaluation, EVERYONE)
    assert list(frame.code) == sorted(here.residents[place].code for place in (0, 1, 3))
    assert list(frame.columns) == [
        "code",
        "area",
        "level",
        "outcome",
        "wave",
        "before_kind",
        "before",
        "now",
        "before_reason",
        "now_reason",
    ]
    missing = frame[frame.code == here.residents[1].code].iloc[0]
    assert missing.before is pd.NA
    assert missing.before_reason == "skipped"
    south = frames.pairs(here.evaluation, Group(area_ids=[here.evaluation.areas[1].id]))
    assert list(south.area) == ["South"]


def test_participation_counts_added_started_and_sent_by_wave(here):
    here.response(0, submitted_at=now(), reference="A")
    here.response(1)
    here.response(0, wave=1)
    frame = frames.participation(here.evaluation, EVERYONE)
    assert list(frame.index) == [0, 1]
    assert list(frame.added) == [5, 5]
    assert list(frame.started) == [2, 1]
    assert list(frame.sent) == [1, 0]


def test_participation_within_a_group(here):
    here.response(0, submitted_at=now(), reference="A")
    here.response(3, submitted_at=now(), reference="B")
    south = frames.participation(here.evaluation, Group(area_ids=[here.evaluation.areas[1].id]))
    assert (south.added[0], south.sent[0]) == (1, 1)
    level_one = frames.participation(here.evaluation, Group(level="one"))
    assert (level_one.added[0], level_one.started[0], level_one.sent[0]) == (1, 0, 0)


def test_helped_counts_what_was_sent_at_that_wave(here):
    here.response(0, submitted_at=now(), reference="A", helped="nobody")
    here.response(1, submitted_at=now(), reference="B", helped="nobody")
    here.response(2, submitted_at=now(), reference="C")
    here.response(3, helped="coordinator_helped")
    here.response(4, wave=1, submitted_at=now(), reference="D", helped="someone_else")
    frame = frames.helped(here.evaluation, here.waves[0], EVERYONE)
    assert dict(zip(frame.helped.fillna("not said"), frame.n, strict=True)) == {"nobody": 2, "not said": 1}


def test_standings_name_each_wave_begun_or_sent(here):
    here.response(0, submitted_at=now(), reference="A")
    here.response(0, wave=1)
    frame = frames.standings(here.evaluation)
    first = here.residents[0].id
    assert set(frame.itertuples(index=False, name=None)) == {(first, 0, "sent"), (first, 1, "started")}


def test_the_data_stamp_counts_what_was_sent_here(here):
    assert frames.last_sent(here.evaluation) == (0, None)
    at = now()
    here.response(0, submitted_at=at, reference="A")
    here.response(1)
    db.session.flush()
    assert frames.last_sent(here.evaluation) == (1, at)
