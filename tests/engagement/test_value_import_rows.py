from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from survey.engagement.value_import_rows import known_again, of_rows
from survey.engagement.value_import_words import Source
from survey.engagement.value_sheet import Read
from survey.value import model
from tests import making, valuing
from tests.engagement.importing import WORDS, built, changed, steps, take, world
from tests.reports import value_worlds
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


def test_the_source_of_a_typed_number_is_put_right_by_itself(app):
    record = world()
    other = changed(record, R1={"source": "the rota"})
    (change,) = take(record, other)
    assert (change.what, change.now, change.then) == ("Source of indicator", "the log of calls", "the rota")
    typed = record.rows[0].figure("quantity")
    assert (typed.value, typed.source) == (10, f"the rota ({WORDS})")
    assert steps(record, other) == ()


@pytest.mark.parametrize("source, expected", [("", WORDS), ("the rota", f"the rota ({WORDS})")])
def test_a_number_that_replaces_answers_does_not_say_that_they_were_counted(app, source, expected):
    made = value_worlds.world()
    counted = built(made).value_map.rows[0].source
    assert counted.startswith("Of six people with both scores")
    take(made, changed(made, R1={"quantity": Decimal(12), "source": source or counted}))
    assert made.rows[0].figure("quantity").source == expected


def test_the_source_of_a_proxy_is_put_right_by_itself(app):
    record = world()
    other = changed(record, R1={"proxy_source": "a newer list (a person, in 2027 prices)"})
    (change,) = take(record, other)
    assert (change.what, change.then) == ("Source of proxy", "a newer list")
    assert record.rows[0].proxy.source == f"a newer list ({WORDS})"
    assert record.rows[1].proxy.source == change.now == "the club’s own list"
    assert steps(record, other) == ()


def test_another_proxy_comes_with_its_source_and_both_are_said(app):
    record = world()
    other = changed(record, R1={"unit_value": Decimal(120), "proxy_source": "a newer list"})
    assert [each.what for each in take(record, other)] == ["Proxy", "Source of proxy"]
    made = record.rows[0].proxy
    assert (made.value, made.source) == (120, f"a newer list ({WORDS})")
    assert steps(record, other) == ()
