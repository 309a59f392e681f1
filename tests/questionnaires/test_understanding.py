from datetime import date

from survey.questionnaires.understanding import Answer, NotUnderstood, day_in_words


def loud(text):
    return text.upper()


def test_an_answer_is_empty_unless_something_was_said():
    answer = Answer("hope", "skipped")
    assert (answer.number, answer.choices, answer.words, answer.shares) == (None, (), "", ())


def test_what_is_wrong_is_told_with_what_it_is_about():
    error = NotUnderstood("Take out %(over)s.", over=3)
    assert str(error) == error.told() == "Take out 3."
    named = NotUnderstood("Take out %(over)s.", "Family", over=3)
    assert str(named) == "Family: Take out 3."


def test_what_is_wrong_is_told_in_the_readers_language():
    error = NotUnderstood("From %(first)s", "Family", first=date(2025, 5, 3))
    assert error.told() == "Family: From 3 May 2025"
    welsh = {"From %(first)s": "O %(first)s", "May": "Mai", "Family": "Teulu"}
    assert error.told(welsh.get) == "Teulu: O 3 Mai 2025"


def test_a_day_is_written_as_people_write_it():
    assert day_in_words(date(2025, 12, 9)) == "9 December 2025"
    assert day_in_words(date(2025, 12, 9), loud) == "9 DECEMBER 2025"
