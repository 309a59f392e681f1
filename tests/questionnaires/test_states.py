from survey.questionnaires.states import ANSWERED, OFFERED, SKIPPED, STATES


def test_all_but_answered_and_skipped_can_be_offered():
    assert set(OFFERED) == set(STATES) - {ANSWERED, SKIPPED}
    assert all(OFFERED.values())
