"""Where the figures of impact_worlds come from."""

import pytest

from survey.reports import impact_source
from survey.reports.impact_source import STEPS, trace
from tests import making
from tests.reports.impact_worlds import world
from tests.reports.worlds import filters


@pytest.fixture
def evaluation(app):
    return world()


def of(evaluation, outcome, step, **narrowed):
    return trace(evaluation, filters(evaluation, **narrowed), outcome, step)


def names(source):
    return [table.name for table in source.tables]


def test_a_filter_with_its_wordings_and_its_tables(evaluation):
    source = of(evaluation, "control", "deadweight")
    assert source.headline == "Deadweight: 60 per cent" and source.name == "Feeling in control"
    assert source.meaning == "What would have happened anyway."
    assert source.why[0].startswith(
        "The median of what partners said. The median of what residents said is 25"
    )
    assert [each.of for each in source.wordings] == [
        "Residents",
        "Partners: Adult social care, Coordinators",
        "Partners: Adult social care, Coordinators",
    ]
    assert names(source) == ["said", "organisations"]


def test_attribution_shows_whose_doing_it_was_and_drop_off_how_long_it_lasts(evaluation):
    assert names(of(evaluation, "control", "attribution_to_others")) == [
        "said",
        "contributors",
        "organisations",
    ]
    assert names(of(evaluation, "control", "drop_off")) == ["said", "lasts", "organisations"]


def test_the_change_of_a_residents_outcome_shows_both_means_and_the_answers(evaluation):
    source = of(evaluation, "control", "change")
    assert source.headline.startswith(
        "Feeling in control rose by 100 per cent of its starting level, from 2.0 to 4.0"
    )
    assert names(source) == ["change", "answers_control", "seen"]
    assert source.tables[0].rows[0].cells["n_pairs"] == 6
    assert source.wordings[0].text.startswith("How much do you feel in control")


def test_the_change_that_partners_count_shows_each_amount(evaluation):
    source = of(evaluation, "fewer_gp_visits", "change")
    assert source.headline == (
        "GP visits that were not needed: partners counted a change for the better of 80 GP visits."
    )
    assert names(source) == ["benefits", "organisations", "seen"]
    assert {each.of for each in source.wordings} == {"Partners: NHS"}
    silent = of(evaluation, "crisis_avoided", "change")
    assert silent.headline == "Crises avoided: no partner has said how much it was."


def test_it_is_narrowed_as_the_page_is(evaluation):
    south = of(evaluation, "control", "deadweight", area=evaluation.areas[1])
    assert south.headline == "Deadweight: 70 per cent"


def test_what_nobody_was_asked_comes_from_nowhere(evaluation):
    assert of(evaluation, "sleep", "deadweight") is None and of(evaluation, "control", "worth") is None
    quiet = making.evaluation(name="Partners not asked")
    assert of(quiet, "fewer_gp_visits", "change") is None
    assert impact_source.named(quiet, "control").id == "control"


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("outcome", ["low_mood", "crisis_avoided"])
def test_every_step_has_a_page_also_where_nobody_said_anything(evaluation, outcome, step):
    source = of(evaluation, outcome, step)
    assert source.title and source.headline and source.wordings


def test_where_nobody_was_even_asked_that_is_said(evaluation):
    source = of(evaluation, "hope", "displacement")
    assert (
        source.wordings == () and source.tables == () and source.why[1:] == ("Partners: nobody was asked.",)
    )
