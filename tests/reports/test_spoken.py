"""What was said, in the batches in which releases counted it."""

from survey.analysis.counted import told
from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, DISPLACEMENT
from survey.reports import asked, spoken
from tests import making
from tests.reports.impact_worlds import about, resident, shares, world
from tests.reports.worlds import filters


def heard(evaluation):
    return spoken.hear(evaluation, asked.followups(evaluation)[0])


def test_answers_are_per_cents_under_their_kind_and_dont_knows_are_none(app):
    said = heard(world())
    assert sorted(said.residents["control", DEADWEIGHT][0]) == [("residents", each) for each in (25, 25, 50)]
    assert said.partners["control", DEADWEIGHT] == [[("adult_social_care", 50), ("adult_social_care", 70)]]
    assert said.partners["control", ATTRIBUTION] == [[("adult_social_care", 60), ("adult_social_care", 40)]]
    assert said.partners["control", DISPLACEMENT] == [[("adult_social_care", 0)]]
    assert ("fewer_gp_visits", DEADWEIGHT) not in said.partners, "both surgeries do not know"


def test_what_a_release_counted_stays_together_and_what_came_since_waits(app):
    evaluation = making.evaluation()
    for _ in range(10):
        resident(evaluation, "25", "50")
    teams = [making.partner(evaluation, "adult_social_care", f"Made-up team {n}") for n in range(3)]
    said = about("control", anyway="50", shares=shares(40, 60))
    making.partner_answer(teams[0], **said)
    making.release(evaluation)
    making.partner_answer(teams[1], **said)
    resident(evaluation, "75", "50")
    making.release(evaluation)
    making.partner_answer(teams[2], **said)
    now = heard(evaluation)
    assert [len(batch) for batch in now.residents["control", DEADWEIGHT]] == [10, 1, 0]
    assert [len(batch) for batch in now.partners["control", ATTRIBUTION]] == [1, 1, 1]


def test_a_release_that_says_nothing_of_impact_counts_nobody(app):
    evaluation = world()
    assert making.release(evaluation)
    assert [len(batch) for batch in heard(evaluation).residents["control", DEADWEIGHT]] == [3]


def test_outcomes_say_whom_they_are_asked_of(app):
    found = {each.id: each for each in spoken.outcomes(world())}
    assert found["control"].of_residents and not found["control"].counted
    assert found["control"].kinds == ("adult_social_care", "coordinators")
    assert found["fewer_gp_visits"].counted and found["fewer_gp_visits"].kinds == ("nhs",)
    assert not found["fewer_gp_visits"].of_residents


def test_before_partners_are_asked_there_are_residents_outcomes_alone(app):
    evaluation = making.evaluation()
    assert {each.kinds for each in spoken.outcomes(evaluation)} == {()}
    assert filters(evaluation) and heard(evaluation).partners == {}


def test_an_organisation_that_answers_for_several_areas_is_counted_once(app):
    evaluation = making.evaluation()
    lines = [("Made-up trust", None), ("Made-up  trust", 0), ("made-up Trust", 1), ("Made-up team", 0)]
    for name, area in lines:
        line = making.partner(evaluation, "adult_social_care", name, area)
        making.partner_answer(line, **about("control", anyway="75", shares=shares(40, 60)))
    said = heard(evaluation).partners
    assert [len(batch) for batch in said["control", DEADWEIGHT]] == [2], "two organisations have answered"
    assert told(said["control", DEADWEIGHT]) == {}
