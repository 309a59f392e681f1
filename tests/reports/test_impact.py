"""From answers in the records to the figures of a view, as worked out by hand in impact_worlds."""

import pytest

from survey.records.base import db
from survey.records.impact import ImpactFigure
from tests import making
from tests.reports.impact_worlds import about, resident, world
from tests.reports.worlds import found


def enter(evaluation, outcome="control", name="deadweight", per_cent=80, **more):
    usual = {"basis": "records", "reason": "from the log", "per_cent": per_cent}
    db.session.add(
        ImpactFigure(evaluation_id=evaluation.id, outcome=outcome, filter=name, **{**usual, **more})
    )
    db.session.commit()


def row(table, key):
    return next(each for each in table.rows if each.key == key)


def cells(findings, key="control"):
    table = findings.impact.change if key == "control" else findings.impact.counted
    return row(table, key).cells


def test_the_change_less_its_filters(app):
    assert cells(found(world())) == {
        "n_pairs": 6, "gross": pytest.approx(100), "deadweight": 60.0, "attribution_to_others": 62.5,
        "displacement": 0.0, "net": pytest.approx(15), "drop_off": 25.0, "grade": "B",
    }  # fmt: skip


def test_what_partners_count_is_added_up_with_its_sign(app):
    visits = cells(found(world()), "fewer_gp_visits")
    assert (visits["n_amounts"], visits["gross"], visits["deadweight"]) == (2, 80.0, None)


def test_outcomes_of_which_nothing_was_measured_or_said_are_named_apart(app):
    impact = found(world()).impact
    assert [row.key for row in impact.change.rows] == ["control"]
    assert [row.key for row in impact.counted.rows] == ["fewer_gp_visits"]
    unheard = dict(impact.unheard)
    assert unheard["crisis_avoided"] == "Crises avoided" and "hope" in unheard and "control" not in unheard


def test_the_first_sentence_and_the_sentence_of_each_outcome(app):
    impact = found(world()).impact
    assert impact.headline == "Feeling in control: 15 per cent of the change is due to the programme"
    said = {each.id: each.sentence for each in impact.outcomes}
    assert said["control"].startswith("Feeling in control rose by 100 per cent of its starting level.")
    assert said["fewer_gp_visits"].startswith(
        "GP visits that were not needed: partners counted a change for the better of 80 GP visits. Not known"
    )
    assert [each.id for each in impact.outcomes if each.is_spoken_of] == ["control", "fewer_gp_visits"]


def test_where_the_voices_disagree(app):
    told = {each.id: each.disagreements for each in found(world()).impact.outcomes}
    assert told["control"] == (
        "Deadweight: residents say 25 per cent and partners 60 per cent (medians). "
        "Partners claim less for the programme.",
    )


def test_who_was_asked_is_counted_and_not_named(app):
    residents, partners = found(world()).impact.asked
    assert residents.startswith("Residents: five people were asked at Follow-up; three answered.")
    assert partners == (
        "Partners: five organisations were asked; four answered "
        "(NHS two of two; Adult social care two of three)."
    )


def test_an_area_has_its_residents_and_the_partners_who_work_there_or_everywhere(app):
    evaluation = world()
    south = found(evaluation, area=evaluation.areas[1])
    assert cells(south)["deadweight"] == 70.0 and cells(south)["displacement"] is None
    assert "Residents: nobody was asked" in south.impact.asked[0]
    enter(evaluation, name="displacement", per_cent=10)
    assert cells(found(evaluation, area=evaluation.areas[1]))["displacement"] == 10.0


def test_what_is_entered_counts_before_what_was_said_the_newest_first(app):
    evaluation = world()
    enter(evaluation, per_cent=90)
    enter(evaluation, per_cent=80)
    shown = row(found(evaluation).impact.change, "control")
    assert shown.cells["deadweight"] == 80.0 and shown.marks == {"deadweight": "entered"}
    assert shown.cells["net"] == pytest.approx(100 * 0.2 * 0.375) and shown.cells["grade"] == "C"


def test_an_outcome_that_only_partners_speak_of_is_there_without_a_change(app):
    evaluation = world()
    making.partner_answer(
        making.partner(evaluation, "nhs", "Made-up surgery 3"), **about("low_mood", anyway="25")
    )
    mood = row(found(evaluation).impact.change, "low_mood").cells
    assert (mood["n_pairs"], mood["gross"], mood["deadweight"], mood["net"]) == (0, None, 25.0, None)


def test_where_nobody_said_anything_it_is_silent_and_takes_no_part_in_a_file(app):
    evaluation = making.evaluation()
    making.pairs(evaluation, "control", [(2, 4)])
    findings = found(evaluation)
    assert findings.impact.is_silent and findings.impact.tables == ()
    assert findings.impact.headline.startswith("Nobody has said yet")
    assert row(findings.impact.change, "control").cells["net"] is None


def test_tables_of_outcomes_that_nobody_speaks_of_are_left_out_of_files(app):
    names = [table.name for table in found(world()).impact.tables]
    assert names == ["impact", "impact_counted", "filters_control", "filters_fewer_gp_visits"]


def test_the_table_of_change_gains_columns_by_choice(app):
    evaluation = world()
    plain, gained = found(evaluation).change, found(evaluation, with_impact=True).change
    assert "net" not in [column.key for column in plain.columns]
    assert row(gained, "control").cells["net"] == pytest.approx(15)


def test_those_who_answer_later_are_counted(app):
    """The control of all the above: one more answer moves the figure."""
    evaluation = world()
    for _ in range(3):
        resident(evaluation, "100", "0")
    # 25, 25, 50, 100, 100, 100: the middle two are 50 and 100.
    assert cells(found(evaluation))["deadweight"] == 75.0
