"""A release says bands, spans and counts of three or more; one partner more tells nobody's answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.analysis import counted
from survey.analysis.bands import BANDS
from survey.analysis.counted import Told, told
from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, DISPLACEMENT, DROP_OFF
from survey.analysis.said import Entered
from survey.analysis.tables import HIDDEN, is_shown
from survey.reports import release_impact
from survey.reports.spoken import Outcome
from tests.analysis.bands_attack import determined
from tests.reports.release_impact_worlds import (
    HOPE,
    OF_NET,
    VISITS,
    cells,
    changed,
    people,
    released,
    spoken,
)

LOW, HALF, HIGH = BANDS
NHS = [[("nhs", 25), ("nhs", 50), ("nhs", 75)]]
EVERY = dict.fromkeys(OF_NET, NHS)


def test_the_programmes_share_is_a_span_worked_out_from_released_cells():
    found = released(spoken(partners=EVERY)).impact
    hope = cells(found.change, "hope")
    assert [hope[name] for name in OF_NET] == [HALF] * 3
    # A third to two thirds taken off three times: 1/27 to 8/27 is left, of 40 per cent.
    assert (hope["share_from"], hope["share_to"]) == (4, 30)
    assert (hope["gross"], hope["net_from"], hope["net_to"]) == (40, 1, 12)
    assert hope[DROP_OFF] is HIDDEN
    assert (
        found.headline
        == "Hope for the future: between 4 and 30 per cent of the change is due to the programme"
    )


def test_of_the_voices_the_band_that_claims_less_is_used():
    said = spoken({DEADWEIGHT: people(75, 10), ATTRIBUTION: people(0, 10)}, EVERY)
    found = released(said).impact
    hope = cells(found.change, "hope")
    assert (hope[DEADWEIGHT], hope[ATTRIBUTION], hope[DISPLACEMENT]) == (HIGH, HALF, HALF)
    of_deadweight = cells(found.outcomes[0].filters, DEADWEIGHT)
    assert (of_deadweight["residents"], of_deadweight["residents_n"]) == (HIGH, 10)
    assert (of_deadweight["partners"], of_deadweight["partners_n"]) == (HALF, 3)


def test_fewer_residents_than_the_threshold_and_two_partners_are_hidden():
    said = spoken({DEADWEIGHT: people(50, 9), ATTRIBUTION: people(50, 10)}, {DEADWEIGHT: [NHS[0][:2]]})
    found = released(said).impact
    [hope] = found.outcomes
    assert set(cells(hope.filters, DEADWEIGHT).values()) == {HIDDEN, None}
    assert cells(hope.filters, ATTRIBUTION)["residents"] == HALF
    assert cells(found.change, "hope")["share_from"] is HIDDEN
    assert cells(found.change, "hope")["net_to"] is HIDDEN


def test_kinds_with_fewer_than_three_are_told_together():
    some = [[("nhs", 0)] * 3 + [("police", 75)] * 2 + [("housing", 75)]]
    hope = released(spoken(partners={DEADWEIGHT: some})).impact.outcomes[0]
    by_kind = {row.key: (row.cells[DEADWEIGHT], row.cells[f"{DEADWEIGHT}_n"]) for row in hope.kinds.rows}
    assert by_kind == {
        "nhs": (LOW, 3),
        "police": (HIDDEN, HIDDEN),
        "housing": (HIDDEN, HIDDEN),
        counted.OTHER_KINDS: (HIGH, 3),
    }
    assert cells(hope.filters, DEADWEIGHT)["partners_n"] == 6


def test_every_kind_that_is_asked_has_its_row_whether_or_not_anybody_answered():
    hope = released(spoken(partners={DEADWEIGHT: NHS})).impact.outcomes[0]
    assert [row.heading for row in hope.kinds.rows] == [
        "NHS",
        "Police",
        "Housing teams and landlords",
        "Other kinds together",
    ]


def test_the_door_hides_two_organisations_even_if_they_came_that_far(monkeypatch):
    monkeypatch.setattr(release_impact, "told", lambda batches, *_: {"nhs": Told(2, HALF)} if batches else {})
    assert released(spoken(partners=EVERY)).impact is None


def test_an_entered_figure_is_nobodys_answer_and_stands_as_it_is():
    entered = {"hope": {DEADWEIGHT: Entered(20, "records", "School records.")}}
    found = released(spoken(partners=EVERY, entered=entered)).impact
    of_deadweight = cells(found.outcomes[0].filters, DEADWEIGHT)
    assert (of_deadweight["records"], of_deadweight["partners"]) == (20, HALF)
    hope = cells(found.change, "hope")
    # 0.8, then a third to two thirds twice.
    assert (hope[DEADWEIGHT], hope["share_from"], hope["share_to"]) == (LOW, 9, 36)
    assert "School" not in repr(found), "an evaluator's reason stays with the team"


def test_deadweight_that_attribution_covers_is_not_taken_off_twice():
    entered = {"hope": {ATTRIBUTION: Entered(50, "analyst", "One question.", covers_deadweight=True)}}
    said = spoken(partners={DEADWEIGHT: NHS, DISPLACEMENT: [[("nhs", 0)] * 3]}, entered=entered)
    hope = cells(released(said).impact.change, "hope")
    assert hope[DEADWEIGHT] is None
    assert (hope["share_from"], hope["share_to"]) == (33, 50)


def test_where_the_change_is_hidden_the_share_may_be_told_and_the_net_is_not():
    hope = cells(released(spoken(partners=EVERY), change=changed(people=9)).impact.change, "hope")
    assert hope["gross"] is HIDDEN and hope["net_from"] is HIDDEN and hope["share_from"] == 4


def test_what_nobody_was_asked_is_not_known_rather_than_hidden():
    asked_residents = Outcome("hope", "Hope for the future", True, ())
    said = spoken({DEADWEIGHT: people(50, 10), ATTRIBUTION: people(50, 9)})
    found = released(said, (asked_residents,)).impact
    hope = cells(found.change, "hope")
    assert hope[ATTRIBUTION] is HIDDEN and hope[DISPLACEMENT] is None and hope["share_from"] is None
    assert found.outcomes[0].kinds is None


def test_what_partners_count_has_a_share_and_no_amount():
    said = spoken(partners={("fewer_gp_visits", name): NHS for name in OF_NET})
    found = released(said, (HOPE, VISITS)).impact
    [visits] = found.counted.rows
    assert visits.heading == "NHS: GP visits"
    assert (visits.cells["share_from"], visits.cells["share_to"]) == (4, 30)
    assert not {"gross", "net_from", "amount"} & set(visits.cells)
    assert found.missing == (
        "This can be said for none of one outcome that residents score, "
        "and for one of one that partners count."
    )
    assert [each.id for each in found.outcomes] == ["fewer_gp_visits"], "of hope nothing can be said"


def test_where_nothing_can_be_shown_there_is_no_page_and_the_team_is_told():
    made = released(spoken(partners={DEADWEIGHT: [NHS[0][:2]]}))
    assert (made.impact, made.pairs, made.silent) == (None, (), ("Hope for the future",))


def test_the_team_sees_whether_people_or_organisations_are_few():
    said = spoken({DEADWEIGHT: people(50, 9)}, {ATTRIBUTION: NHS})
    hidden = [each for pair in released(said).pairs for each in pair.hidden(10)]
    assert {each.of_organisations for each in hidden if each.column.startswith("Residents")} == {False}
    assert {each.of_organisations for each in hidden if each.column.startswith("Partners")} == {True}
    assert all(each.is_small for each in hidden)


def test_every_table_is_a_release():
    assert {table.kind for table in released(spoken(partners=EVERY)).impact.tables} == {"release"}


# Adding a partner: whoever reads all releases, word for word, cannot tell the band of anybody's answer.


def read(batches):
    """Everything that a release says when partners answered so."""
    fixed = {ATTRIBUTION: NHS, DISPLACEMENT: NHS}
    return released(spoken(partners={DEADWEIGHT: batches, **fixed})).impact


KINDS = st.lists(
    st.lists(st.sampled_from(["nhs", "nhs", "police"]), min_size=1, max_size=4), min_size=1, max_size=3
)


@pytest.mark.parametrize("kinds", [[["nhs"] * 3, ["nhs"]], [["nhs", "nhs", "police"], ["nhs"]]])
def test_one_more_partner_tells_nobodys_answer(kinds):
    assert determined(kinds, read) == set()


@settings(max_examples=20, deadline=None)
@given(KINDS.filter(lambda kinds: sum(map(len, kinds)) <= 5))
def test_however_partners_come_a_release_tells_nobodys_answer(kinds):
    assert determined(kinds, read) == set()


@given(st.lists(st.integers(0, 33), min_size=1, max_size=6), st.lists(st.integers(0, 33), max_size=1))
def test_a_release_is_the_same_for_all_answers_of_a_band(values, more):
    batches = [[("nhs", value) for value in values], [("nhs", value) for value in more]]
    other = [[("nhs", 33 - value) for _, value in batch] for batch in batches]
    assert read(batches) == read(other)


def test_control_without_memory_of_earlier_releases_the_last_one_is_told(monkeypatch):
    def forgetful(batches, *least):
        return told([[answer for batch in batches for answer in batch]], *least)

    monkeypatch.setattr(release_impact, "told", forgetful)
    assert determined([["nhs"] * 3, ["nhs"]], read)


def test_control_bands_that_grow_one_by_one_tell_the_last_one(monkeypatch):
    monkeypatch.setattr(counted, "STEP", 1)
    assert determined([["nhs"] * 3, ["nhs"]], read)


def test_no_count_is_of_fewer_than_three():
    for count in range(1, 6):
        found = read([[("police", 50)] * count])
        counts = [
            row.cells[column.key]
            for table in found.tables
            for row in table.rows
            for column in table.columns
            if column.unit == "organisations" and is_shown(row.cells[column.key])
        ]
        assert counts and min(counts) >= 3


def test_of_a_fall_the_smaller_part_stands_first():
    hope = cells(released(spoken(partners=EVERY), change=changed(-40.0)).impact.change, "hope")
    assert (hope["share_from"], hope["share_to"]) == (4, 30)
    assert (hope["net_from"], hope["net_to"]) == (-1, -12)


def test_a_table_says_which_figures_an_evaluator_entered():
    entered = {
        "hope": {DEADWEIGHT: Entered(20, "records", "Register."), DROP_OFF: Entered(5, "analyst", "Ours.")}
    }
    notes = released(spoken(partners=EVERY, entered=entered)).impact.change.notes
    [said] = [note for note in notes if note.startswith("Entered by an evaluator")]
    assert said.endswith("anybody asked: Hope for the future: deadweight, drop-off a year.")
    assert not any("Entered" in note for note in released(spoken(partners=EVERY)).impact.change.notes)


def test_what_partners_count_and_nothing_can_be_said_of_is_named_without_a_row():
    calls = Outcome("calls", "Police call-outs", False, ("police",), counted=True)
    said = spoken(
        partners={("fewer_gp_visits", DEADWEIGHT): NHS, ("calls", DEADWEIGHT): [[("police", 0)] * 2]}
    )
    table = released(said, (HOPE, VISITS, calls)).impact.counted
    assert [row.key for row in table.rows] == ["fewer_gp_visits"]
    assert "All hidden: Police: Police call-outs." in table.notes
