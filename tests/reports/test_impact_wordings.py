"""The words that were frozen when the questions were opened, not those of today's library."""

import pytest

from survey.records.evaluation import THEN_AND_NOW
from survey.reports import asked
from survey.reports import impact_wordings as wordings
from tests import making
from tests.reports.impact_worlds import world


@pytest.fixture
def evaluation(app):
    return world()


def test_what_residents_were_asked_with_what_each_answer_counts_for(evaluation):
    [anyway] = wordings.of_residents(evaluation, "control_anyway")
    assert anyway.of == "Residents" and anyway.text.startswith("Would this have changed anyway")
    assert anyway.answers[:2] == ("No, none of it (0 per cent)", "Yes, a little of it (25 per cent)")
    assert anyway.answers[-2:] == ("I don’t know", "Prefer not to say")


def test_a_scale_shows_the_scores_that_are_stored(evaluation):
    [control] = wordings.of_residents(evaluation, "control")
    assert control.answers[0].endswith("(1)") and control.answers[-1].endswith("(5)") is False


def test_thinking_back_is_a_wording_of_its_own(app):
    evaluation = making.evaluation(before=THEN_AND_NOW)
    then = wordings.of_residents(evaluation, "control")
    assert [each.of for each in then] == ["Residents", "Residents, thinking back"]
    assert len({each.text for each in then}) == 2


def test_kinds_that_were_asked_alike_stand_together(evaluation):
    found = wordings.of_partners(asked.of_partners(evaluation), "control", ["_anyway", "_shares"])
    assert [each.of for each in found] == [
        "Partners: Adult social care, Coordinators",
        "Partners: Adult social care",
        "Partners: Coordinators",
    ]
    assert "Your organisation" in found[1].answers and "Your organisation" not in found[2].answers


def test_what_nobody_was_asked_has_no_wording(evaluation):
    assert wordings.of_residents(evaluation, "fewer_gp_visits_anyway") == []
    assert wordings.of_partners({}, "control", ["_anyway"]) == []


def test_a_choice_in_the_words_of_the_kind_that_chose(evaluation):
    questionnaires = asked.of_partners(evaluation)
    words = [
        wordings.text_of(questionnaires, "nhs", f"fewer_gp_visits_{ending}", value)
        for ending, value in (("seen", "worse"), ("seen", "does_not_apply"), ("benefit", "social"))
    ]
    assert words[:2] == ["No, there were more", "This does not concern us"]
    assert words[2].startswith("Something for people themselves")
    assert wordings.text_of(questionnaires, "nhs", "gone_seen", "worse") == "worse"
