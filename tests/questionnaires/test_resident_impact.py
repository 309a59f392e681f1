"""What residents are asked about impact: two questions in a row, in words that a nine-year-old can read."""

import pytest

from survey.questionnaires.impact_ids import PER_CENTS
from survey.questionnaires.loading import library
from survey.questionnaires.resident_impact import impact_page

HOPE = library()["resident-outcomes"].question("hope")
PAGE = impact_page(HOPE, "matters_most")
ANYWAY, OTHERS = PAGE.questions


def test_the_page_is_named_after_the_outcome_and_waits_for_it_to_be_chosen():
    assert (PAGE.id, PAGE.title) == ("hope_impact", "Hope for the future")
    for question in PAGE.questions:
        assert question.show_if.question == "matters_most"
        assert question.show_if.values == ("hope",)


def test_what_would_have_come_anyway_is_asked_first_and_others_of_the_rest():
    assert (ANYWAY.id, OTHERS.id) == ("hope_anyway", "hope_others")
    assert "anyway" in ANYWAY.text
    assert "would not have changed anyway" in OTHERS.text
    assert "you yourself" in OTHERS.hint


@pytest.mark.parametrize("question", PAGE.questions, ids=lambda question: question.id)
def test_five_points_in_words_stand_for_per_cents_and_not_knowing_is_an_answer(question):
    assert tuple(choice.value for choice in question.choices) == PER_CENTS
    assert question.also == ("dont_know", "prefer_not_to_say")
    assert not any(sign.isdigit() for choice in question.choices for sign in choice.text)


def test_the_words_are_short_and_quiet():
    texts = [PAGE.text, *(question.text for question in PAGE.questions), OTHERS.hint]
    texts += [choice.text for question in PAGE.questions for choice in question.choices]
    for text in texts:
        assert "!" not in text
        for sentence in text.split(". "):
            assert len(sentence.split()) <= 16
        assert all(len(word.strip(".,:?")) <= 11 for word in text.split())


def test_nobody_is_asked_to_explain_a_change_that_did_not_come():
    assert "If nothing has changed, leave both questions out." in PAGE.text
