from survey.questionnaires.answers import ANSWERED, SKIPPED, Answer
from survey.questionnaires.model import Choice, Page, Question
from survey.web.respondent.told import told

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
ONE = Question("one", "choice", "One", "Is it one?", choices=YES_NO)
TWO = Question("two", "choice", "Two", "Is it two?", choices=YES_NO)


def test_a_page_of_one_question_is_headed_by_it(app):
    with app.test_request_context():
        [row] = told([Page("p", "A title", (ONE,))], {"one": Answer("one", ANSWERED, choices=("yes",))})
    assert (row.page_id, row.heading, row.answers) == ("p", "Is it one?", [("", "Yes")])


def test_questions_of_one_page_stand_under_its_title_each_with_its_words(app):
    answers = {"one": Answer("one", SKIPPED), "two": Answer("two", ANSWERED, choices=("no",))}
    with app.test_request_context():
        [row] = told([Page("p", "A title", (ONE, TWO))], answers)
    assert row.heading == "A title"
    assert row.answers == [("Is it one?", "No answer"), ("Is it two?", "No")]
