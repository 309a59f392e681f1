"""The database guards settings, stakeholders and inputs; a map takes all that is in it along."""

from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db
from survey.records.value_map import MapInput, MapStakeholder, ValueMap
from tests import making, valuing


@pytest.fixture
def made(app):
    return valuing.value_map(making.evaluation())


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "guess"},
        {"level": "six"},
        {"timing": "never"},
        {"rule": "both"},
        {"points": 0},
        {"at_least": -1},
    ],
)
def test_a_setting_is_one_of_those_there_are(made, wrong):
    for name, value in wrong.items():
        setattr(made, name, value)
    with pytest.raises(IntegrityError):
        db.session.flush()


@pytest.mark.parametrize("wrong", [{"included": False}, {"size": -1}, {"name": "Residents"}])
def test_a_stakeholder_is_left_out_with_a_reason_and_stands_there_once(made, wrong):
    with pytest.raises(IntegrityError):
        valuing.stakeholder(made, **{"name": "Neighbours", **wrong})


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "gift"},
        {"year": 0},
        {"source": ""},
        {"value": None},
        {"kind": "time", "hours": Decimal(3)},
        {"kind": "volunteers", "rate": Decimal(9)},
    ],
)
def test_an_input_has_its_amount_and_its_source(made, wrong):
    usual = {"description": "grant", "value": Decimal(1), "source": "the accounts"}
    with pytest.raises(IntegrityError):
        db.session.add(
            MapInput(value_map_id=made.id, stakeholder_id=made.stakeholders[0].id, **{**usual, **wrong})
        )
        db.session.flush()


def test_hours_are_worth_their_rate(made):
    given = valuing.given(made, 1, kind="volunteers", hours=Decimal(3000), rate=Decimal("6.00"))
    assert given.worth == 18000 and made.inputs[0].worth == 1000


def test_an_input_counts_with_its_stakeholder_and_volunteers_where_that_is_said(made):
    money = made.inputs[0]
    time = valuing.given(made, 1, kind="volunteers", hours=Decimal(5), rate=Decimal(12))
    assert money.is_counted and time.is_counted
    made.volunteers_counted = False
    assert money.is_counted and not time.is_counted and not time.is_of_counted_kind
    made.stakeholders[0].included = False
    assert not money.is_counted and money.is_of_counted_kind


def test_all_goes_with_the_map_and_nothing_of_another(made):
    other = valuing.value_map(made.evaluation, "Another")
    db.session.delete(made)
    db.session.commit()
    assert db.session.query(ValueMap).all() == [other]
    assert db.session.query(MapStakeholder).count() == db.session.query(MapInput).count() == 1
