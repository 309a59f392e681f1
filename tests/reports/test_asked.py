from survey.engagement import outcomes
from survey.reports import asked
from tests import making


def test_outcomes_of_both_levels_stand_once_with_the_longer_list_first(app):
    evaluation = making.evaluation()
    names = [outcome.id for outcome in asked.outcomes(evaluation)]
    assert names[:8] == [row.question_id for row in outcomes.chosen(evaluation)][:8]
    assert len(names) == len(set(names)) == 10
    assert [outcome.id for outcome in asked.outcomes(evaluation, "one")] == [
        "control",
        "know_where_to_turn",
        "stress",
    ]


def test_each_evaluation_has_its_own_questionnaires(app):
    one, two = making.evaluation(), making.evaluation(opened=False)
    assert len(asked.questionnaires(one)) == 2
    assert asked.questionnaires(two) == ()


def test_followups_leave_out_the_before(app):
    assert [wave.number for wave in asked.followups(making.evaluation())] == [1]
    assert [wave.name for wave in asked.followups(making.evaluation(before="then_and_now"))] == [
        "Then and now"
    ]


def test_what_tellers_are_asked_is_theirs_alone_and_names_the_outcomes(app):
    evaluation, other = making.evaluation(), making.evaluation(name="Another one")
    making.story(evaluation, sent=False)
    assert asked.of_stories(evaluation).id == "story" and asked.of_stories(other) is None
    assert "story" not in asked.of_partners(evaluation)
    names = {outcome.id: outcome.short_name for outcome in asked.outcomes(evaluation)}
    assert asked.story_outcomes(evaluation) == names
    assert asked.story_outcomes(other) == names, "what stories would be about"
