"""How far what nobody may know moves a ratio; worked out by hand."""

from decimal import Decimal

import pytest

from survey.analysis.blur import Unknown
from survey.engagement import value_parts
from survey.reports import value
from survey.reports.value_unknowns import scale_of, unknowns
from tests import making, valuing
from tests.reports.release_value_worlds import scores, world

# One person asked stands for 50/40 people at £100, on £1,234.
ONE = Decimal(125) / 1234


def found(made, threshold=10):
    built = value.gather(made.evaluation, made).built
    return {each.name: each for each in unknowns(built, threshold)}


def close(unknown, *figures):
    return [getattr(unknown, name) for name in ("need", "up", "down")] == pytest.approx(list(figures))


def test_a_count_that_is_told_in_fives_is_open_by_half_of_that(app):
    half = ONE * Decimal("2.5")
    # Nobody came out worse, which is few.
    assert close(found(world())["R1 quantity"], half, half, half)


def test_a_small_count_has_to_be_open_by_five_people(app):
    made = world([])
    scores(made.evaluation, "control", [(2, 4)] * 3 + [(3, 3)] * 37)
    valuing.row(made, "control", typed=valuing.NOTHING_OFF)
    # Three may be fewer, or five more; and five of the others may be worse off, none of them less.
    assert close(found(made)["R1 quantity"], ONE * 5, ONE * 5, ONE * 8)


def test_what_is_typed_is_known_unless_it_counts_few(app):
    made = world([])
    row = valuing.row(made, typed={"quantity": 30, **valuing.NOTHING_OFF})
    assert found(made) == {}
    value_parts.type_figure(row, "quantity", Decimal(3), "the log of calls")
    each = Decimal(100) / 1234
    assert close(found(made)["R1 quantity"], 5 * each, 5 * each, 3 * each)


def test_what_was_said_has_to_be_open_by_a_third_and_is_one_figure_in_all_rows(app):
    typed = {name: 0 for name in valuing.NOTHING_OFF if name != "deadweight"}
    made = world(typed=typed)
    valuing.row(made, "control", typed=typed)
    for number in range(3):
        team = making.partner(made.evaluation, "adult_social_care", f"Made-up team {number}")
        making.partner_answer(team, control_seen="better", control_anyway="25")
    # Two rows of 30 people at £100; a quarter is deducted, so there is less room to deduct less.
    whole = Decimal(6000) / 1234
    assert close(found(made)["control deadweight"], whole / 3, whole / 4, whole / 3)


def test_one_stakeholder_is_looked_at_alone(app):
    made = world()
    built = value.gather(made.evaluation, made).built
    assert unknowns(built, 10, "Residents") == unknowns(built, 10)
    assert unknowns(built, 10, "Nobody") == ()


def test_a_scale_is_how_many_each_one_stands_for(app):
    made = world()
    valuing.row(made, typed={"quantity": 30, **valuing.NOTHING_OFF})
    rows = value.gather(made.evaluation, made).built.rows
    assert [scale_of(row.cells["quantity"]) for row in rows] == [Decimal("1.25"), 1]
    assert isinstance(unknowns(value.gather(made.evaluation, made).built, 10)[0], Unknown)
