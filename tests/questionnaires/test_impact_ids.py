import pytest

from survey.questionnaires import impact_ids
from survey.questionnaires.impact_ids import ENDINGS, QUESTION_ENDINGS, outcome_of
from survey.questionnaires.loading import library
from survey.questionnaires.reading import LONGEST_ID

OTHERS = ["hope", "hope_then", "hope_impact", "isolated_from_others", "case_person", "_seen", "helped"]


@pytest.mark.parametrize("ending", QUESTION_ENDINGS)
def test_a_question_about_impact_says_which_outcome_and_what(ending):
    assert outcome_of(f"peace_of_mind{ending}") == ("peace_of_mind", ending)


@pytest.mark.parametrize("question_id", OTHERS)
def test_other_questions_are_not_about_impact(question_id):
    assert outcome_of(question_id) is None


def test_an_exact_figure_is_not_taken_for_the_worded_one():
    assert outcome_of("hope_anyway_exact") == ("hope", "_anyway_exact")


def test_no_ending_is_the_end_of_another():
    assert len(set(ENDINGS)) == len(ENDINGS)
    assert not [(one, other) for one in ENDINGS for other in ENDINGS if one != other and other.endswith(one)]


def test_no_question_about_an_outcome_of_the_library_is_another_question_of_it():
    ids = {question.id for each in library().values() for question in each.questions}
    assert not ids & {f"{each}{ending}" for each in ids for ending in ENDINGS}


def test_the_longest_outcome_and_ending_fit_the_records():
    assert 40 + max(map(len, ENDINGS)) <= LONGEST_ID


def test_the_programme_is_the_first_to_share_out_to():
    assert impact_ids.CONTRIBUTORS[0] == impact_ids.PROGRAMME
    assert len(set(impact_ids.CONTRIBUTORS)) == 6
