"""What the library asks, and how it is worded."""

import pytest

from survey.questionnaires.composing import compose
from survey.questionnaires.loading import library

THURROCK = [
    "control",
    "someone_to_rely_on",
    "low_mood",
    "independence",
    "isolation",
    "hope",
    "confidence",
    "crime_worry",
]
OTHERS = ["belonging", "home", "money", "health", "leaning"]
OURS = ["resident-outcomes", "level-one-short"]
EVERY = [question for questionnaire in library().values() for question in questionnaire.questions]


def outcome(question_id, questionnaire="resident-outcomes"):
    return library()[questionnaire].question(question_id)


def test_the_library_is_the_four_questionnaires_promised():
    assert set(library()) == {*OURS, "personal-wellbeing", "loneliness"}


def test_resident_outcomes_are_thurrocks_eight_and_then_the_others():
    assert [question.id for question in library()["resident-outcomes"].outcomes] == THURROCK + OTHERS


def test_worse_things_are_scored_in_their_own_direction():
    lower = {
        question.id for question in library()["resident-outcomes"].outcomes if question.better == "lower"
    }
    assert lower == {"low_mood", "isolation", "crime_worry", "leaning"}
    assert outcome("isolation").choices[0].value == 5
    assert outcome("isolation").choices[0].text == "Completely cut off"


def test_our_own_scales_run_from_one_to_five():
    for name in OURS:
        for question in library()[name].questions:
            assert (question.lowest, question.highest, len(question.choices)) == (1, 5, 5)


def test_what_may_not_apply_says_so():
    not_for_all = {question.id for question in EVERY if "does_not_apply" in question.also}
    assert not_for_all == {"home", "money", "leaning"}


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.id)
def test_every_question_is_an_outcome_that_may_be_left_unsaid(question):
    assert question.is_outcome
    assert "prefer_not_to_say" in question.also


def test_level_one_asks_three_things_and_the_first_is_the_same_as_level_two():
    questions = library()["level-one-short"].questions
    assert [question.id for question in questions] == ["control", "know_where_to_turn", "stress"]
    assert questions[0] == outcome("control")
    assert [question.better for question in questions] == ["higher", "higher", "lower"]


def test_personal_wellbeing_is_word_for_word_and_from_nought_to_ten():
    questions = library()["personal-wellbeing"].questions
    assert [question.text for question in questions] == [
        "Overall, how satisfied are you with your life nowadays?",
        "Overall, to what extent do you feel that the things you do in your life are worthwhile?",
        "Overall, how happy did you feel yesterday?",
        "On a scale where 0 is “not at all anxious” and 10 is “completely anxious”, overall, "
        "how anxious did you feel yesterday?",
    ]
    assert [question.better for question in questions] == ["higher", "higher", "higher", "lower"]
    assert {(question.lowest, question.highest) for question in questions} == {(0, 10)}


def test_loneliness_is_word_for_word_with_most_lonely_scored_highest():
    questions = library()["loneliness"].questions
    assert [question.text for question in questions] == [
        "How often do you feel that you lack companionship?",
        "How often do you feel left out?",
        "How often do you feel isolated from others?",
        "How often do you feel lonely?",
    ]
    scores = {choice.text: choice.value for choice in questions[3].choices}
    assert scores == {
        "Often or always": 5,
        "Some of the time": 4,
        "Occasionally": 3,
        "Hardly ever": 2,
        "Never": 1,
    }
    for question in questions[:3]:
        assert [choice.text for choice in question.choices] == [
            "Often",
            "Some of the time",
            "Hardly ever or never",
        ]


@pytest.mark.parametrize("name", ["personal-wellbeing", "loneliness"])
def test_what_others_wrote_is_cited_with_its_licence(name):
    assert "Office for National Statistics" in library()[name].source
    assert "https://" in library()[name].source
    assert "Open Government Licence v3.0" in library()[name].licence


def test_one_id_means_one_question_in_the_whole_library():
    by_id = {}
    for question in EVERY:
        assert by_id.setdefault(question.id, question) == question


@pytest.mark.parametrize("name", OURS)
def test_our_own_words_are_short_and_quiet(name):
    for question in library()[name].questions:
        assert question.text_then
        for text in (question.text, question.text_then, question.hint):
            assert "!" not in text
            assert "please note" not in text.lower()
            assert all(len(word.strip(".,:?“”")) <= 11 for word in text.split())
        assert len(question.text.split()) <= 16
        assert question.text.endswith("?")


def test_the_whole_library_can_be_asked_in_either_way():
    for questionnaire in library().values():
        for before in ("waves", "then_and_now"):
            assert compose("T", questionnaire.outcomes, before, "two").outcomes
