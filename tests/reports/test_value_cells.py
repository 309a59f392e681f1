"""Each figure of a row: from answers, typed or entered, with how it is known and what it stands on."""

from decimal import Decimal

import pytest

from survey.engagement import value_parts
from survey.engagement.value_import_words import is_of_answers
from survey.reports.value_building import build, evidence_for
from survey.reports.value_cells import ANSWERS, COUNTED_IN, ENTERED, MISSING, NOT_NEEDED, TYPED, cells
from survey.value.simulation import Answers, Counts
from tests import making, valuing
from tests.reports import value_worlds
from tests.reports.test_impact import enter


@pytest.fixture
def made(app):
    return value_worlds.world()


def of(made, place=0):
    return cells(made.rows[place], evidence_for(made.evaluation, made))


def test_figures_come_from_answers_with_what_they_stand_on(made):
    found = of(made)
    values = {name: cell.value for name, cell in found.items()}
    assert values == {
        "quantity": 50,
        "deadweight": Decimal("0.6"),
        "displacement": 0,
        "attribution_to_others": Decimal("0.625"),
        "drop_off": Decimal("0.25"),
    }
    assert {cell.basis for cell in found.values()} == {ANSWERS}
    assert [cell.n for cell in found.values()] == [6, 2, 1, 2, 1]
    assert found["quantity"].said.startswith(
        "Of six people with both scores, six came out better by the rule"
    )
    assert "scaled up to the 50 people who were supported" in found["quantity"].said


def test_the_spread_is_that_of_the_voice_whose_median_is_used(made):
    found = of(made)
    spread = found["quantity"].spread
    assert (spread.source, spread.contributions) == ("control moves", ((Decimal(1), 6),))
    assert isinstance(spread, Counts) and round(spread.scale, 20) == round(Decimal(50) / 6, 20)
    assert found["deadweight"].spread == Answers(
        "control deadweight partners", (Decimal("0.5"), Decimal("0.7"))
    )
    assert found["attribution_to_others"].spread.values == (Decimal("0.5"), Decimal("0.75"))


def test_what_is_typed_counts_before_answers_and_says_its_source(made):
    value_parts.type_figure(made.rows[0], "quantity", Decimal("7.5"), "the log of calls", 9)
    value_parts.type_figure(made.rows[0], "deadweight", Decimal(0), "a study")
    found = of(made)
    assert (found["quantity"].value, found["quantity"].basis, found["quantity"].n) == (
        Decimal("7.5"),
        TYPED,
        9,
    )
    assert found["deadweight"].said == "a study" and found["deadweight"].spread is None


def test_an_entered_figure_counts_before_answers_and_covers_deadweight_once(made):
    enter(made.evaluation, name="attribution_to_others", per_cent=80, covers_deadweight=True)
    found = of(made)
    assert (found["attribution_to_others"].value, found["attribution_to_others"].basis) == (
        Decimal("0.8"),
        ENTERED,
    )
    assert (found["deadweight"].value, found["deadweight"].basis) == (0, COUNTED_IN)


def test_in_one_year_nothing_drops_off(made):
    made.rows[0].duration_years = 1
    assert of(made)["drop_off"].basis == NOT_NEEDED


def test_those_who_came_out_worse_are_taken_off_or_have_a_row_of_their_own(made):
    making.pairs(made.evaluation, "control", [(4, 1)])
    assert round(of(made)["quantity"].value, 20) == round(Decimal(50) * 5 / 7, 20)
    valuing.row(made, "control", of_worse=True)
    better, worse = of(made)["quantity"], of(made, 1)["quantity"]
    assert [round(each.value * 7, 20) for each in (better, worse)] == [300, -50]
    assert "one came out worse" in worse.said
    assert better.bases == (7, 6, 1) and worse.bases == (7, 6, 1, 1, 6)


def test_partners_amounts_are_added_up_and_no_release_may_tell_them(made):
    visits = valuing.row(made, "fewer_gp_visits")
    found = cells(visits, evidence_for(made.evaluation, made))
    assert (found["quantity"].value, found["quantity"].n, found["quantity"].bases) == (80, 2, None)
    assert found["deadweight"].basis == MISSING


def test_without_answers_nothing_is_known_and_nothing_is_nought(made):
    friends = valuing.row(made, "confidence")
    nothing = valuing.row(made)
    for row in (friends, nothing):
        found = cells(row, evidence_for(made.evaluation, made))
        assert {each.value for name, each in found.items() if name != "drop_off"} == {None}


def test_where_nobody_knows_how_many_were_supported_nothing_is_scaled(made):
    made.level = None
    assert of(made)["quantity"].value == 6
    assert "not scaled up" in of(made)["quantity"].said


def test_distance_counts_how_far_people_moved(made):
    made.rule = "distance"
    cell = of(made)["quantity"]
    assert cell.value == 25 and cell.said.startswith("How far six people with both scores moved")
    assert build(made.evaluation, made).rows[0].cells["quantity"] == cell


def test_how_answers_were_counted_is_known_again_in_a_spreadsheet(made):
    visits = valuing.row(made, "fewer_gp_visits")
    valuing.row(made, "control", of_worse=True)
    making.pairs(made.evaluation, "control", [(4, 1)])
    for more in ({}, {"rule": "distance"}, {"rule": "counted", "level": None}):
        for name, setting in more.items():
            setattr(made, name, setting)
        for row in made.rows:
            said = cells(row, evidence_for(made.evaluation, made))["quantity"].said
            assert is_of_answers(said), said
    made.rows.remove(made.rows[2])
    assert "and one worse" in of(made)["quantity"].said and is_of_answers(of(made)["quantity"].said)
    assert not is_of_answers("the log of calls") and visits in made.rows


def test_one_voice_alone_has_no_median_and_is_not_called_many(made):
    # One partner said how much was displaced, and how much is gone after a year.
    assert of(made)["displacement"].said == "What one partner said."
    assert of(made)["deadweight"].said == "The median of what two partners said."
