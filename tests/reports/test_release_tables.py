from survey.analysis.tables import HIDDEN
from survey.reports.releasing import draft
from tests import making
from tests.reports.worlds import filters, world

T = 10


def test_an_evaluation_of_one_area_has_no_parts(app):
    evaluation = making.evaluation(areas=[making.AreaDetails("North", {})])
    making.pairs(evaluation, "hope", [(2, 4), (3, 3)] * 6)
    made = draft(evaluation, filters(evaluation), T).tables
    captions = [pair.safe.caption for pair in made.parts]
    assert [each.split(": ")[1] for each in captions] == ["Level 1", "Level 2"]
    assert list(made.flowers) == ["North"]


def test_a_share_of_few_people_is_hidden(app, monkeypatch):
    evaluation = world()
    monkeypatch.setattr("survey.reports.release_tables.supported", lambda *_: 9)
    made = draft(evaluation, filters(evaluation), T).tables
    [wave] = [row for row in made.participation.safe.rows if row.key == "1"]
    assert wave.cells["of_supported"] is HIDDEN, "a share of fewer people than the threshold"


def test_the_exact_tables_are_those_of_the_team(app):
    evaluation = world()
    made = draft(evaluation, filters(evaluation), T).tables
    [control] = [row for row in made.change.exact.rows if row.key == "control"]
    assert control.cells["n_pairs"] == 6
    assert made.change.count_hidden == made.change.size


def test_tables_are_hidden_by_the_threshold_given(app):
    evaluation = world()
    making.pairs(evaluation, "hope", [(2, 4), (3, 3)] * 3)
    moves_of = draft(evaluation, filters(evaluation), 5).tables
    [hope] = [row for row in moves_of.change.safe.rows if row.key == "hope"]
    assert hope.cells["n_pairs"] == 5
