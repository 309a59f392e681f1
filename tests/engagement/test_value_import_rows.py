from dataclasses import replace
from datetime import date
from decimal import Decimal

from survey.engagement.value_import_rows import known_again, of_rows
from survey.engagement.value_import_words import Source
from survey.engagement.value_sheet import Read
from survey.value import model
from tests import making, valuing
from tests.value import maps

SOURCE = Source("map.xlsx", date(2027, 5, 3))
GIVEN = model.Row("R1", "Residents", "Made friends", Decimal(10), Decimal(100), 1, proxy="proxy 0")
NOW = {("R1", name): getattr(GIVEN, name) for name in ("quantity", "unit_value", *model.FILTERS)}


def told(record, *rows):
    return [(step.change.where, step.change.what) for step in of_rows(record, rows, NOW, SOURCE)]


def test_each_difference_of_a_row_is_a_step_of_its_own(app):
    record = valuing.value_map(making.evaluation(making.user()))
    valuing.row(record, typed={"quantity": 10, **valuing.NOTHING_OFF})
    assert told(record, GIVEN) == []
    other = replace(
        GIVEN, stakeholder="Neighbours", outcome="Slept", deadweight=Decimal("0.1"), duration_years=2
    )
    assert told(record, other) == [
        ("R1", "Stakeholders"), ("R1", "Outcome description"), ("R1", "Duration (years)"),
        ("R1", "Deadweight %"),
    ]  # fmt: skip
    assert told(record, replace(GIVEN, id="R5")) == [("R5", "New outcome"), ("R1", "Outcome")]


def test_drop_off_that_was_not_needed_is_typed_where_an_outcome_lasts_longer(app):
    record = valuing.value_map(making.evaluation(making.user()))
    valuing.row(record, typed={"quantity": 10})
    longer = told(record, replace(GIVEN, duration_years=3))
    assert ("R1", "Drop off %") in longer


def test_a_row_that_was_left_out_counts_again_where_the_file_has_it(app):
    record = valuing.value_map(making.evaluation(making.user()))
    valuing.row(record, included=False, reason="small", typed={"quantity": 10, **valuing.NOTHING_OFF})
    assert ("R1", "Counts") in told(record, GIVEN)
    assert told(record) == []


def test_a_row_without_an_id_is_the_one_that_is_called_the_same_or_a_new_one(app):
    record = valuing.value_map(making.evaluation(making.user()))
    for words in ("Slept better", "Made friends"):
        valuing.row(record, description=words, typed={"quantity": 10, **valuing.NOTHING_OFF})
    rows = (GIVEN, replace(GIVEN, id="R2", outcome="Ate better"), replace(GIVEN, id="R7"))
    read = Read(maps.of(*rows), unnamed=frozenset({"R1", "R2"}))
    assert [(row.id, row.outcome) for row in known_again(record, read)] == [
        ("R2", "Made friends"), ("R3", "Ate better"), ("R7", "Made friends"),
    ]  # fmt: skip
