import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.questionnaires.answers import Answer
from survey.questionnaires.loading import read
from survey.questionnaires.routing import first_unanswered, next_page, position, previous_page, visible_pages
from tests.questionnaires.documents import example, questionnaires, quickly

EXAMPLE = read(example(), "f")


def chosen(question, *values):
    return {question: Answer(question, "answered", choices=values)}


def ids(questionnaire, answers):
    return [page.id for page in visible_pages(questionnaire, answers)]


def test_a_page_whose_only_question_has_an_unmet_condition_is_not_shown():
    assert ids(EXAMPLE, {}) == ["start", "more"]
    assert ids(EXAMPLE, chosen("help_wanted", "yes") | chosen("topics", "home")) == ["start", "more", "last"]


def test_a_page_shows_only_the_questions_whose_condition_is_met():
    def asked(answers):
        return [question.id for question in visible_pages(EXAMPLE, answers)[1].questions]

    assert asked({}) == ["hope_then", "visits"]
    assert asked(chosen("help_wanted", "no")) == ["hope_then", "visits"]
    assert asked(chosen("help_wanted", "yes")) == ["hope_then", "topics", "visits"]
    assert asked({"help_wanted": Answer("help_wanted", "dont_know")}) == ["hope_then", "topics", "visits"]
    assert asked({"help_wanted": Answer("help_wanted", "skipped")}) == ["hope_then", "visits"]


def test_an_answer_to_a_question_no_longer_shown_opens_nothing():
    stale = chosen("help_wanted", "no") | chosen("topics", "home")
    assert ids(EXAMPLE, stale) == ["start", "more"]


def test_a_condition_on_a_scale_looks_at_its_score():
    document = example()
    document["pages"][2]["questions"][0]["show_if"] = {"question": "hope", "is": [1]}
    questionnaire = read(document, "f")
    assert "last" in ids(questionnaire, {"hope": Answer("hope", "answered", number=1)})
    assert "last" not in ids(questionnaire, {"hope": Answer("hope", "answered", number=2)})


def test_the_way_through():
    answers = chosen("help_wanted", "no")
    assert next_page(EXAMPLE, "start", answers) == "more"
    assert next_page(EXAMPLE, "more", answers) is None
    assert previous_page(EXAMPLE, "more", answers) == "start"
    assert previous_page(EXAMPLE, "start", answers) is None
    assert position(EXAMPLE, "more", answers) == (2, 2)


def test_a_page_that_has_just_been_hidden_still_knows_its_neighbours():
    assert previous_page(EXAMPLE, "last", {}) == "more"
    assert next_page(EXAMPLE, "last", {}) is None


def test_an_unknown_page_is_an_error():
    for question in (next_page, previous_page, position):
        with pytest.raises(KeyError):
            question(EXAMPLE, "forged", {})


def test_a_person_comes_back_to_the_first_page_not_passed():
    answers = {}
    assert first_unanswered(EXAMPLE, answers) == "start"
    answers |= chosen("help_wanted", "no")
    assert first_unanswered(EXAMPLE, answers) == "start"
    answers |= {"hope": Answer("hope", "skipped")}
    assert first_unanswered(EXAMPLE, answers) == "more"
    answers |= {name: Answer(name, "skipped") for name in ("hope_then", "visits")}
    assert first_unanswered(EXAMPLE, answers) is None


@st.composite
def answered(draw):
    questionnaire = draw(questionnaires())
    answers = {}
    for question in questionnaire.questions:
        said = [Answer(question.id, state) for state in ("skipped", *question.also)]
        if question.kind == "scale":
            said += [Answer(question.id, "answered", number=each.value) for each in question.choices]
        elif question.choices:
            said += [Answer(question.id, "answered", choices=(each.value,)) for each in question.choices]
        if draw(st.booleans()):
            answers[question.id] = draw(st.sampled_from(said))
    return questionnaire, answers


@quickly
@given(answered())
def test_forward_visits_every_visible_page_once_and_back_returns(case):
    questionnaire, answers = case
    visible, walked = ids(questionnaire, answers), []
    page = visible[0]
    while page is not None:
        walked.append(page)
        assert position(questionnaire, page, answers) == (len(walked), len(visible))
        onward = next_page(questionnaire, page, answers)
        if onward is not None:
            assert previous_page(questionnaire, onward, answers) == page
        page = onward
    assert walked == visible


@quickly
@given(answered())
def test_coming_back_is_to_a_page_with_something_left_to_answer(case):
    questionnaire, answers = case
    page = first_unanswered(questionnaire, answers)
    visible = {shown.id: shown for shown in visible_pages(questionnaire, answers)}
    if page is None:
        assert all(each.id in answers for shown in visible.values() for each in shown.questions)
    else:
        assert any(each.id not in answers for each in visible[page].questions)


@quickly
@given(questionnaires())
def test_every_page_can_be_reached_by_someone(questionnaire):
    """Some answers open each page: those that meet, one by one, the conditions that lead to it."""
    for page in questionnaire.pages:
        answers = {}
        _open(questionnaire, page.questions[0], answers)
        assert page.id in ids(questionnaire, answers)


def _open(questionnaire, question, answers):
    if question.show_if is None:
        return
    asked, wanted = questionnaire.question(question.show_if.question), question.show_if.values[0]
    if wanted in asked.also:
        answers[asked.id] = Answer(asked.id, wanted)
    elif asked.kind == "scale":
        answers[asked.id] = Answer(asked.id, "answered", number=int(wanted))
    else:
        answers[asked.id] = Answer(asked.id, "answered", choices=(wanted,))
    _open(questionnaire, asked, answers)
