from survey.analysis.tables import HIDDEN
from survey.reports.releasing import draft
from tests import making
from tests.reports.impact_worlds import about, resident, shares
from tests.reports.worlds import filters, world

T = 10


def some(evaluation, outcome, count, before=2, now=4, **where):
    making.pairs(evaluation, outcome, [(before, now), (before + 1, now - 1)] * (count // 2), **where)


def test_a_release_of_few_people_says_nothing(app):
    evaluation = world()
    making.pairs(evaluation, "hope", [(2, 4)] * 3)
    made = draft(evaluation, filters(evaluation), T)
    assert not made.says_something
    assert made.findings.headline == "Nothing can be shown: every figure stands on too few people."
    assert "hidden, to keep what people answered private" in made.findings.outcomes[0].sentence


def test_a_release_says_what_it_shows_and_that_something_is_hidden(app):
    evaluation = world()
    some(evaluation, "hope", 24)
    making.pairs(evaluation, "control", [(2, 4)] * 3)
    found = draft(evaluation, filters(evaluation), T, number=3).findings
    assert (found.kind, found.number, found.threshold) == ("release", 3, T)
    assert found.headline == (
        "Hope for the future rose by 40 per cent of its starting level, from 2.5 to 3.5 out of 5 "
        "(about 25 people). Nine more outcomes are hidden."
    )
    assert (found.responses, found.data_until) == (None, None)
    [hidden] = [each for each in found.caveats if each.startswith("Hidden answers")]
    assert hidden == (
        "Hidden answers: it cannot be said of any outcome whether many started at the best answer, are now "
        "at the best answer, started at the worst answer or are now at the worst answer."
    )


def test_the_small_area_is_hidden_with_another(app):
    evaluation = world()
    some(evaluation, "hope", 26, area=0)
    some(evaluation, "hope", 4, area=1)
    made = draft(evaluation, filters(evaluation), T)
    assert [part.caption.split(": ")[1] for part in made.findings.parts][:2] == ["North", "South"]
    for part in made.findings.parts[:2]:
        [hope] = [row for row in part.rows if row.key == "hope"]
        assert hope.cells["n_pairs"] is HIDDEN
    [hope] = [row for row in made.findings.change.rows if row.key == "hope"]
    assert hope.cells["n_pairs"] == 30


def test_the_team_sees_what_is_small_and_what_is_hidden_with_it(app):
    evaluation = world()
    some(evaluation, "hope", 26, area=0)
    some(evaluation, "hope", 4, area=1)
    made = draft(evaluation, filters(evaluation), T)
    north, south = made.tables.parts[:2]
    assert {each.is_small for each in south.hidden(T) if each.column == "With both"} == {True}
    assert False in {each.is_small for each in north.hidden(T) if each.column == "With both"}
    assert all(len(pair.hidden(T)) <= pair.size for pair in made.tables.all)


def test_levels_stand_apart_where_both_answered(app):
    evaluation = world()
    some(evaluation, "control", 22, level="one")
    some(evaluation, "control", 24, level="two")
    found = draft(evaluation, filters(evaluation), T).findings
    captions = [part.caption.split(": ")[1] for part in found.parts]
    assert captions == ["North", "South", "Level 1", "Level 2"]


def test_every_table_of_a_release_is_one(app):
    evaluation = world()
    some(evaluation, "hope", 24)
    assert {table.kind for table in draft(evaluation, filters(evaluation), T).findings.tables} == {"release"}


def teams(evaluation, *anyway, named="Made-up team"):
    """Partners of one kind who say how much of the change in control would have happened anyway."""
    for number, per_cent in enumerate(anyway):
        team = making.partner(evaluation, "adult_social_care", f"{named} {number}")
        said = about("control", anyway=per_cent, shares=shares(60, 40), displaced="0")
        making.partner_answer(team, **said)


def of_control(evaluation):
    made = draft(evaluation, filters(evaluation), T)
    [control] = made.findings.impact.outcomes
    [deadweight] = [row.cells for row in control.filters.rows if row.key == "deadweight"]
    return made, deadweight


def test_impact_is_counted_once_and_waits_for_six_more(app):
    evaluation = world()
    teams(evaluation, "25", "25", "25", "25")
    made, before = of_control(evaluation)
    assert (before["partners"], before["partners_n"], len(made.counted)) == ("up to a third", 4, 4 + 7)
    making.release(evaluation)
    teams(evaluation, *["100"] * 5, named="Later team")
    made, now = of_control(evaluation)
    assert now == before, "five more change nothing"
    assert len(made.counted) == 5
    teams(evaluation, "100", named="Last team")
    assert of_control(evaluation)[1] == {**before, "partners": "more than two thirds", "partners_n": 10}


def test_a_release_counts_residents_of_its_own_wave_from_the_threshold(app):
    evaluation = making.evaluation()
    for _ in range(9):
        resident(evaluation, "50", "25")
    assert draft(evaluation, filters(evaluation), T).findings.impact is None
    resident(evaluation, "50", "25")
    made, deadweight = of_control(evaluation)
    assert (deadweight["residents"], deadweight["residents_n"]) == ("about half", 10)
    assert made.of_all.all > sum(pair.size for pair in made.tables.all)


def test_where_nothing_of_impact_is_shown_nobody_is_counted(app):
    evaluation = world()
    teams(evaluation, "25", "25")
    made = draft(evaluation, filters(evaluation), T)
    assert (made.findings.impact, made.counted) == (None, ())
    assert "Feeling in control" in made.due.silent
