import pytest

from survey.analysis.said import Entered
from survey.engagement import impact_figures
from survey.records import impact_frames
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making

LOG = Entered(40, "records", "the log of call-outs")


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def enter(evaluation, entered=LOG, outcome="control", name="deadweight"):
    figure = impact_figures.enter(evaluation, outcome, name, entered)
    db.session.commit()
    return figure


def test_the_newest_that_stands_is_used_and_all_stay_visible(evaluation):
    first = enter(evaluation)
    second = enter(evaluation, Entered(60, "analyst", "what I saw myself"))
    history = impact_figures.of(evaluation, "control", "deadweight")
    assert history == [second, first] and impact_figures.in_force(history) is second
    impact_figures.withdraw(evaluation, second)
    history = impact_figures.of(evaluation, "control", "deadweight")
    assert history == [second, first] and impact_figures.in_force(history) is first
    impact_figures.withdraw(evaluation, first)
    assert impact_figures.in_force(impact_figures.of(evaluation, "control", "deadweight")) is None


def test_what_is_in_force_is_what_the_figures_are_made_with(evaluation):
    enter(evaluation)
    newest = enter(evaluation, Entered(60, "analyst", "what I saw myself"))
    assert list(impact_frames.entered(evaluation).per_cent) == [40, 60]
    impact_figures.withdraw(evaluation, newest)
    assert list(impact_frames.entered(evaluation).per_cent) == [40]


def test_withdrawing_twice_keeps_the_first_time(evaluation):
    figure = enter(evaluation)
    impact_figures.withdraw(evaluation, figure)
    first = figure.withdrawn_at
    impact_figures.withdraw(evaluation, figure)
    assert first is not None and figure.withdrawn_at == first


def test_a_blended_answer_says_that_it_covers_both(evaluation):
    blended = Entered(70, "records", "how responsible was it, 30", covers_deadweight=True)
    assert enter(evaluation, blended, name="attribution_to_others").covers_deadweight
    assert not enter(evaluation).covers_deadweight


def test_figures_of_another_outcome_filter_or_evaluation_are_not_there(evaluation):
    other = making.evaluation(name="Another one")
    theirs = enter(other)
    enter(evaluation, outcome="hope")
    enter(evaluation, name="displacement")
    assert impact_figures.of(evaluation, "control", "deadweight") == []
    assert (
        impact_figures.get(evaluation, theirs.id) is None and impact_figures.get(other, theirs.id) is theirs
    )
    assert impact_figures.get(evaluation, 10**12) is None


def test_the_trail_says_what_but_never_how_much_or_why(evaluation):
    impact_figures.withdraw(evaluation, enter(evaluation))
    db.session.commit()
    lines = db.session.query(TrailLine).filter(TrailLine.act.endswith("figure of impact")).all()
    assert [(line.act, line.detail) for line in lines] == [
        ("entered a figure of impact", "control, deadweight"),
        ("withdrew a figure of impact", "control, deadweight"),
    ]
