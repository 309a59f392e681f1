"""Both evaluations are made once and then looked at; nothing here changes them."""

import pytest

from survey.analysis.change import change, moves_from_pairs
from survey.commands import example_evaluations
from survey.commands.example_evaluations import FRESH, HALF_FILLED
from survey.engagement import invitations, outcomes, residents, responses, value_maps, waves
from survey.records import frames
from survey.records.base import db
from survey.records.change import ASKED, RECALLED
from survey.records.frames import Group
from survey.records.trail import TrailLine
from survey.reports import value
from tests import making
from tests.commands.test_made_up_answers import PUBLISHED, YEAR

EVERYONE = Group()


@pytest.fixture(scope="module")
def walking(kept_app):
    made = example_evaluations.walking(making.user(), YEAR)
    db.session.commit()
    return made


@pytest.fixture(scope="module")
def asked_again(kept_app, walking):
    made = example_evaluations.asked_again(making.user(), YEAR)
    db.session.commit()
    return made


@pytest.fixture(scope="module")
def found(walking, asked_again):
    """What the value maps come to: of Derby, of Thurrock, and the forecast."""
    both = (walking, asked_again)
    return [value.gather(evaluation, each) for evaluation in both for each in value_maps.of(evaluation)]


def change_of(evaluation, outcome, group, kind=RECALLED):
    (wave, *_) = waves.followups(evaluation)
    frame = frames.moves(evaluation, wave, kind, group)
    rows = frame[frame.outcome == outcome.id].astype("object").itertuples()
    pairs = [(score(row.before), score(row.now)) for row in rows for _ in range(row.n)]
    return change(*moves_from_pairs(pairs, 1, 5), 1, 5, outcome.better, draws=10)


def score(cell):
    return cell if isinstance(cell, int) else None


def test_the_table_of_thurrock_shows_the_published_averages(walking):
    thurrock = Group(area_ids=[area.id for area in walking.areas if area.name == "Thurrock"])
    shown = {
        outcome.id: round(change_of(walking, outcome, thurrock).pct_relative_ratio_of_means)
        for outcome in outcomes.questions(walking, "two")
    }
    assert shown == PUBLISHED


def test_other_groups_show_other_figures(walking):
    outcome = outcomes.questions(walking, "one")[0]
    found = change_of(walking, outcome, Group(level="one"))
    assert round(found.pct_relative_ratio_of_means) == 14
    assert 20 < found.n_pairs < 40


def test_both_are_marked_as_made_up_and_say_how(walking, asked_again):
    assert walking.made_up and asked_again.made_up
    for part in ("made up", "Thurrock", "no formula and no number of people", "constructed"):
        assert part in walking.note
    assert "made up" in asked_again.note


def test_two_areas_of_about_two_hundred(walking):
    people = frames.participation(walking, EVERYONE)
    assert people.added.item() == 402
    assert people.sent.item() == 31 + 84 + 146
    sizes = [frames.participation(walking, Group(area_ids=[area.id])).added.item() for area in walking.areas]
    assert sizes == [202, 200]


def test_no_more_people_are_asked_than_were_supported(walking, asked_again):
    for evaluation in (walking, asked_again):
        for area in evaluation.areas:
            for supported in area.supported:
                group = Group(area_ids=[area.id], level=supported.level)
                assert frames.participation(evaluation, group).added.iloc[0] <= supported.people


def test_answers_were_given_in_many_ways_and_none_was_brought_in(walking):
    (wave,) = waves.planned(walking)
    given = set(frames.helped(walking, wave, EVERYONE).helped)
    assert {"nobody", "coordinator_helped", "coordinator_filled_in"} <= given
    assert "brought_in" not in given


def test_one_link_is_fresh_and_one_half_way_through(walking):
    fresh, half = (residents.find(walking, code) for code in (FRESH, HALF_FILLED))
    assert responses.standing(fresh).state == responses.READY
    standing = responses.standing(half)
    assert standing.state == responses.STARTED
    asked = responses.questionnaire(standing.response)
    answered = responses.answers(standing.response)
    assert [page.id in answered for page in asked.pages[:4]] == [True, True, True, False]
    assert invitations.current_link(fresh).address != invitations.current_link(half).address


def test_only_the_two_have_links_because_codes_are_slow_to_make(walking):
    assert len(invitations.without(walking)) == 400


def test_waves_have_people_before_only_and_later_only(asked_again):
    people = frames.participation(asked_again, EVERYONE)
    assert list(people.sent) == [53, 37, 20]
    assert all(wave.is_open for wave in waves.planned(asked_again))
    outcome = outcomes.questions(asked_again, "two")[0]
    found = change_of(asked_again, outcome, EVERYONE, ASKED)
    assert found.n_pairs > 20
    assert found.n_before_only > 0
    assert found.n_after_only > 0


def test_kinds_of_before_are_not_mixed(walking, asked_again):
    assert frames.before_kinds(walking) == [RECALLED]
    assert frames.before_kinds(asked_again) == [ASKED]


def test_every_value_map_comes_to_a_ratio_of_a_likely_size_and_lacks_nothing(found):
    assert [each.gaps for each in found] == [(), (), ()]
    for each in found:
        simulated = each.results.simulated
        assert simulated.low < simulated.base < simulated.high
        assert 2 < simulated.base < 5


def test_every_value_map_has_a_row_below_nought_and_one_that_is_left_out(found):
    for each in found:
        assert min(row.present_value for row in each.results.worth.rows) < 0
        assert each.built.left_out


def test_both_areas_put_in_the_published_sums_and_leave_volunteers_out(found):
    for each, published in zip(found, (1_760_000, 1_340_000), strict=False):
        assert sum(given.worth for given in each.built.inputs) == published
        assert {given.kind for given in each.built.inputs_left_out} == {"volunteers"}


def test_the_trail_names_nobody(walking):
    details = " ".join(line.detail for line in db.session.scalars(db.select(TrailLine)))
    assert FRESH not in details
    assert HALF_FILLED not in details
