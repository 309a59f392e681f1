"""A spreadsheet is taken into a map: what is said beforehand is what is done, and nothing else."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select

from survey.engagement import value_import, value_parts
from survey.engagement.value_sheet import Read
from survey.engagement.value_sheet_places import Places
from survey.engagement.value_sheet_problems import Unreadable
from survey.records.base import db
from survey.records.trail import TrailLine
from survey.records.value_map import MapInput
from survey.records.value_row import FIGURES
from survey.value import discounting, model
from tests import valuing
from tests.engagement.importing import SOURCE, WORDS, built, changed, figures, steps, take, world


@pytest.fixture
def record(app):
    return world()


def test_a_file_that_says_the_same_changes_nothing(record):
    assert steps(record, changed(record)) == ()
    # Beyond what a spreadsheet keeps.
    close = Decimal("10.000000000000000001")
    assert steps(record, changed(record, R1={"quantity": close})) == ()


def test_a_figure_that_differs_is_typed_with_the_file_as_its_source(record):
    (change,) = take(record, changed(record, R1={"quantity": Decimal(12), "source": "", "n": 30}))
    assert (change.where, change.what, change.now, change.then) == ("R1", "Quantity", "10", "12")
    typed = record.rows[0].figure("quantity")
    assert (typed.value, typed.source, typed.n) == (12, WORDS, 30)
    assert record.rows[0].figure("deadweight").source == "the log of calls"
    assert record.rows[1].figure("quantity").source == "the log of calls"


def test_after_it_is_taken_in_the_map_is_as_in_the_file(record):
    now = changed(
        record,
        R1={"deadweight": Decimal("0.2"), "duration_years": 3, "drop_off": Decimal("0.1"), "starts": 2},
        R2={
            "unit_value": Decimal("75.5"),
            "proxy": "a visit",
            "column": model.FISCAL_AVOIDED,
            "outcome": "Slept",
        },
    )
    added = replace(
        now.rows[0], id="R9", stakeholder="Neighbours", outcome="Looked out less", quantity=Decimal(-3)
    )
    inputs = (replace(now.inputs[0], value=Decimal(1500)), model.Input("Volunteers", "time", Decimal(20), 2))
    assumed = replace(now.assumptions, rates=discounting.flat(Decimal("0.04")), kind=model.FORECAST)
    wanted = replace(now, rows=(*now.rows, added), inputs=inputs, assumptions=assumed, title="Anew")
    take(record, wanted)
    found = built(record)
    assert not found.gaps
    known = ("proxy_source", "source", "n")
    assert [_without(row, known) for row in found.value_map.rows] == [
        _without(row, known) for row in wanted.rows
    ]
    assert found.value_map.inputs == wanted.inputs
    assert (found.value_map.assumptions, record.name) == (assumed, "Anew")
    assert steps(record, wanted) == ()


def _without(row, names):
    return replace(row, **{name: None if name == "n" else "" for name in names})


def test_what_is_not_in_the_file_is_taken_out_and_what_was_left_out_before_stays(record):
    left_out = valuing.row(record, included=False, reason="not material")
    now = changed(record)
    (change,) = take(record, replace(now, rows=now.rows[:1]))
    assert (change.where, change.then) == ("R2", "taken out")
    assert [row.code for row in record.rows] == ["R1", left_out.code]


def test_a_sum_from_hours_is_typed_over_only_where_it_differs(record):
    hours = {"kind": "volunteers", "value": None, "hours": Decimal(10), "rate": Decimal(12)}
    whose = {"stakeholder_id": record.stakeholders[0].id, "source": "the rota"}
    value_parts.add(record, MapInput(description="time", **whose, **hours))
    assert steps(record, changed(record)) == ()
    now = built(record).value_map
    dearer = tuple(replace(each, value=each.value + 5) for each in now.inputs)
    _, hours = take(record, replace(now, inputs=dearer))
    assert (hours.now, hours.then) == ("£120: 10 hours at £12", "£125, as a sum of money")
    assert [(each.kind, each.worth, each.source) for each in record.inputs] == [
        ("money", 1005, WORDS), ("money", 125, WORDS),
    ]  # fmt: skip


def test_a_proxy_of_others_is_never_changed(record):
    other = valuing.value_map(record.evaluation, "Other")
    valuing.row(other, proxy=record.rows[0].proxy)
    before = record.rows[0].proxy
    take(record, changed(record, R1={"unit_value": Decimal(120)}))
    assert before.value == 100 and other.rows[0].proxy is before
    made = record.rows[0].proxy
    assert made.value == 120 and made.name == f"{before.name} (2)" and WORDS in made.source


def test_settings_that_the_file_does_not_give_stay(record):
    now = changed(record)
    other = replace(now, assumptions=model.Assumptions(discounting.flat(Decimal("0.035"))), title="")
    silent = ("Forecast or evaluative", "Discounting", "Inputs discounted", "Rate table")
    assert steps(record, other, silent) == ()
    assert len(steps(record, other)) == 4


def test_rates_of_ones_own_are_refused_with_their_sheet(record):
    own = discounting.Rates("Ours", ((5, Decimal("0.05")), (None, Decimal("0.03"))))
    now = changed(record)
    with pytest.raises(Unreadable, match="neither one of our tables nor one rate"):
        steps(record, replace(now, assumptions=replace(now.assumptions, rates=own)))


def test_the_trail_says_that_it_was_and_how_much(record):
    take(record, changed(record, R1={"quantity": Decimal(12)}))
    entry = record.evaluation.id, "took in a value map from a spreadsheet"
    kept = select(TrailLine).where(TrailLine.evaluation_id == entry[0], TrailLine.act == entry[1])
    (line,) = db.session.scalars(kept)
    assert line.detail.endswith("one change")


def test_every_figure_of_a_new_row_is_typed(record):
    now = changed(record)
    take(record, replace(now, rows=(*now.rows, replace(now.rows[0], id="R7"))))
    assert {each.name for each in record.rows[-1].typed} == set(FIGURES)
    assert record.rows[-1].outcome is None


def test_a_group_that_comes_back_brings_nothing_along_that_is_not_in_the_file(record):
    group = valuing.stakeholder(record, "Neighbours", included=False, reason="few")
    typed = {"quantity": 9, **valuing.NOTHING_OFF}
    left = valuing.row(record, stakeholder_id=group.id, description="Worried less", typed=typed)
    for pounds, name in ((500, "tea"), (70, "time")):
        valuing.given(record, pounds, stakeholder_id=group.id, description=name)
    now = changed(record)
    added = replace(now.rows[0], id="R9", stakeholder="Neighbours", outcome="Looked out less")
    inputs = (*now.inputs, model.Input("Neighbours", "time", Decimal(70)))
    wanted = replace(now, rows=(*now.rows, added), inputs=inputs)
    told = take(record, wanted)
    assert [(each.where, each.what, each.then) for each in told] == [
        ("Stakeholders", "Neighbours", "counted"),
        ("Inputs", "tea", "taken out"),
        ("R9", "New outcome", "Looked out less"),
    ]
    found = built(record).value_map
    assert ([row.id for row in found.rows], found.inputs) == (["R1", "R2", "R9"], inputs)
    assert (left.included, left.reason, left.figure("quantity").value) == (False, "few", 9)
    assert steps(record, wanted) == ()


def test_an_outcome_that_lasts_longer_has_the_file_as_the_source_of_it(record):
    longer = {"duration_years": 3, "drop_off": Decimal("0.1")}
    take(record, changed(record, R1=longer))
    assert [row.duration_source for row in record.rows] == [WORDS, ""]


def test_a_note_is_kept_and_stays_where_a_file_has_no_column_for_notes(record):
    noted = changed(record, R1={"note": "Ask the club", "indicator": "calls"})
    told = take(record, noted)
    assert [(each.where, each.what, each.now, each.then) for each in told] == [
        ("R1", "Indicator", "", "calls"), ("R1", "Note", "", "Ask the club"),
    ]  # fmt: skip
    assert record.rows[0].note == "Ask the club" and steps(record, noted) == ()
    silent = Read(changed(record, R1={"note": "", "indicator": ""}), places=Places(headings={"id": "ID"}))
    assert value_import.plan(record, silent, figures(record), SOURCE) == ()
    (change,) = take(record, changed(record, R1={"note": ""}))
    assert (change.what, change.then) == ("Note", "")


def test_how_many_people_a_typed_number_stands_on_is_put_right_by_itself(record):
    (change,) = take(record, changed(record, R1={"n": 30}))
    assert (change.where, change.what, change.now, change.then) == ("R1", "Sample size", "", "30")
    assert record.rows[0].figure("quantity").n == 30
    assert steps(record, changed(record, R1={"n": None})) == ()


def test_the_same_file_again_changes_nothing_more(record):
    dearer = changed(record, R1={"unit_value": Decimal(120)})
    take(record, dearer)
    assert record.rows[0].proxy.name.endswith("(2)") and steps(record, dearer) == ()
