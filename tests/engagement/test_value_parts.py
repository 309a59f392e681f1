"""Parts come and go with a line in the trail that names no figure."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from survey.engagement import value_parts
from survey.records.base import db
from survey.records.trail import TrailLine
from survey.records.value_map import MapStakeholder
from survey.records.value_row import ValueRow
from tests import making, valuing


@pytest.fixture
def made(app):
    valuing.value_map(making.evaluation(name="Noise"))
    return valuing.value_map(making.evaluation())


def acts():
    db.session.flush()
    return list(db.session.scalars(select(TrailLine.act).order_by(TrailLine.id)))


def test_codes_and_places_go_up_and_are_not_used_again_while_a_later_one_stands(made):
    first, second, third = (valuing.row(made) for _ in range(3))
    value_parts.remove(made, second)
    assert valuing.row(made).code == "R4"
    assert [row.code for row in made.rows] == ["R1", "R3", "R4"]
    assert (first.position, third.position) == (0, 2)


def test_a_figure_that_is_typed_stands_until_it_is_cleared(made):
    row = valuing.row(made)
    value_parts.type_figure(row, "deadweight", Decimal("0.2"), "a study", 12)
    value_parts.type_figure(row, "deadweight", Decimal("0.3"), "a better study")
    kept = row.figure("deadweight")
    assert (kept.value, kept.source, kept.n) == (Decimal("0.3"), "a better study", None)
    value_parts.clear_figure(row, "deadweight")
    value_parts.clear_figure(row, "deadweight")
    assert row.figure("deadweight") is None and acts()[-1] == "cleared deadweight of a value map"
    with pytest.raises(KeyError):
        value_parts.type_figure(row, "luck", Decimal(0), "")


def test_a_stakeholder_goes_with_what_it_gave_and_gained(made):
    valuing.row(made)
    value_parts.remove(made, made.stakeholders[0])
    assert not made.rows and not made.inputs and acts()[-1] == "removed from a value map"


def test_a_part_of_another_map_is_not_found(made):
    other = valuing.value_map(made.evaluation, "Other")
    row = valuing.row(other)
    assert value_parts.get(other, ValueRow, row.id) is row
    assert value_parts.get(made, ValueRow, row.id) is None
    assert value_parts.get(made, ValueRow, 10**12) is None


def test_names_are_told_apart_whatever_their_letters(made):
    residents = made.stakeholders[0]
    assert value_parts.is_listed(made, "RESIDENTS") and not value_parts.is_listed(
        made, "RESIDENTS", residents
    )
    value_parts.change(made, residents, {"name": "People"})
    assert db.session.get(MapStakeholder, residents.id).name == "People"
    assert acts()[-1] == "changed a value map"
