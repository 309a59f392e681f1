"""The database guards rows, figures that were typed, proxies, incidents and scenarios."""

from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db
from survey.records.value_row import COLUMNS, PROXY_KINDS, Incident, Proxy, Scenario, TypedFigure, ValueRow
from survey.value import entries, model
from tests import making, valuing


@pytest.fixture
def made(app):
    return valuing.value_map(making.evaluation())


@pytest.mark.parametrize(
    "wrong",
    [
        {"duration_years": 0},
        {"duration_years": 60},
        {"starts": 3},
        {"kind_of_value": "savings"},
        {"included": False},
    ],
)
def test_a_row_is_within_bounds_and_left_out_with_a_reason(made, wrong):
    with pytest.raises(IntegrityError):
        valuing.row(made, **wrong)


def test_a_code_stands_for_one_row(made):
    assert [valuing.row(made).code, valuing.row(made).code] == ["R1", "R2"]
    with pytest.raises(IntegrityError):
        valuing.row(made, code="R2")


@pytest.mark.parametrize("wrong", [{"name": "luck"}, {"source": ""}, {"n": -1}])
def test_a_typed_figure_has_its_source(made, wrong):
    row = valuing.row(made)
    usual = {"name": "deadweight", "value": Decimal("0.2"), "source": "a study"}
    db.session.add(TypedFigure(row_id=row.id, **{**usual, **wrong}))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_figure_is_found_by_its_name(made):
    row = valuing.row(made, typed={"quantity": "7.5"})
    assert row.figure("quantity").value == Decimal("7.5") and row.figure("drop_off") is None


def test_a_row_counts_unless_it_or_its_stakeholder_is_left_out(made):
    first, second = valuing.row(made), valuing.row(made, included=False, reason="small")
    assert (first.is_counted, second.is_counted) == (True, False)
    made.stakeholders[0].included = False
    assert not first.is_counted


@pytest.mark.parametrize(
    "wrong", [{"kind": "guess"}, {"source": ""}, {"price_year": 20}, {"name": "proxy 0"}]
)
def test_a_proxy_has_a_kind_a_year_and_a_source(made, wrong):
    valuing.row(made)
    with pytest.raises(IntegrityError):
        valuing.proxy(made.evaluation, **wrong)


@pytest.mark.parametrize("wrong", [{"count": 0}, {"judged_by": ""}, {"source": ""}])
def test_an_incident_has_somebody_who_judged_it(made, wrong):
    amounts = {name: Decimal(1) for name in ("likelihood", "unit_cost", "low", "high")}
    usual = {"what": "eviction", "count": 2, "judged_by": "housing", "source": "a log", **amounts}
    db.session.add(Incident(value_map_id=made.id, **{**usual, **wrong}))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_rows_figures_and_the_rest_go_with_the_map_and_proxies_stay(made):
    valuing.row(made, typed=valuing.NOTHING_OFF)
    db.session.add(
        Scenario(value_map_id=made.id, name="a", people=Decimal(2), inputs_added=Decimal(0), note="")
    )
    db.session.flush()
    db.session.expire_all()
    db.session.delete(made)
    db.session.commit()
    assert [db.session.query(kind).count() for kind in (ValueRow, TypedFigure, Scenario, Proxy)] == [
        0,
        0,
        0,
        1,
    ]


def test_the_records_keep_the_kinds_that_are_worked_out():
    assert (set(PROXY_KINDS), set(COLUMNS)) == (set(entries.KINDS), set(model.COLUMNS))
