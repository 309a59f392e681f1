import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.questionnaires import answers, typed
from survey.questionnaires.answers import Answer, NotUnderstood, chosen, shown, understand
from survey.questionnaires.loading import read
from survey.questionnaires.model import CHOSEN, Page, Question
from survey.questionnaires.states import STATES
from tests.questionnaires.documents import example, questions, quickly

QUESTIONS = {question.id: question for question in read(example(), "f").questions}
BORN = Question("born", "date", "Born", "When?", also=("prefer_not_to_say",))

UNDERSTOOD = [
    ("hope", ["2"], {"number": 2}),
    ("hope", [" 2 ", "", "2"], {"number": 2}),
    ("help_wanted", ["no"], {"choices": ("no",)}),
    ("topics", ["money", "home"], {"choices": ("home", "money")}),
    ("visits", ["007"], {"number": 7}),
    ("visits", ["+50"], {"number": 50}),
    ("story", [" two\r\nlines "], {"words": "two\nlines"}),
    ("story", ["a\x00b\x1b"], {"words": "ab"}),
    ("story", ["<b>=1+1</b>"], {"words": "<b>=1+1</b>"}),
    ("story", ["x" * 20], {"words": "x" * 20}),
]


@pytest.mark.parametrize(("question", "raw", "meant"), UNDERSTOOD)
def test_what_is_offered_is_understood(question, raw, meant):
    assert understand(QUESTIONS[question], raw) == Answer(question, "answered", **meant)


REFUSED = [
    ("hope", ["4"], answers.NOT_OFFERED, {}),
    ("hope", ["2.5"], answers.NOT_OFFERED, {}),
    ("hope", ["02"], answers.NOT_OFFERED, {}),
    ("hope", ["n/a"], answers.NOT_OFFERED, {}),
    ("hope", ["skipped"], answers.NOT_OFFERED, {}),
    ("hope", ["dont_know"], answers.NOT_OFFERED, {}),
    ("hope", ["1", "2"], answers.ONE_ONLY, {}),
    ("hope", ["1", "prefer_not_to_say"], answers.ONE_OR_THE_OTHER, {}),
    ("help_wanted", ["yes", "no"], answers.ONE_ONLY, {}),
    ("topics", ["home", "beer"], answers.NOT_OFFERED, {}),
    ("topics", ["home", "money", "health"], answers.TOO_MANY, {"chosen": 3, "most": 2}),
    ("visits", ["2.5"], typed.NOT_WHOLE, {}),
    ("visits", ["two"], typed.FIGURES_ONLY, {}),
    ("visits", ["1", "2"], typed.NOT_WHOLE, {}),
    ("visits", ["٣"], typed.NOT_WHOLE, {}),
    ("visits", ["-1"], typed.OUT_OF_RANGE, {"least": 0, "most": 50}),
    ("visits", ["51"], typed.OUT_OF_RANGE, {"least": 0, "most": 50}),
    ("visits", ["9" * 5000], typed.OUT_OF_RANGE, {"least": 0, "most": 50}),
    ("story", ["x" * 23], typed.TOO_LONG, {"over": 3}),
    ("story", ["one", "two"], answers.ONE_ONLY, {}),
]


@pytest.mark.parametrize(("question", "raw", "message", "params"), REFUSED)
def test_what_is_not_offered_is_refused_in_plain_words(question, raw, message, params):
    with pytest.raises(NotUnderstood) as caught:
        understand(QUESTIONS[question], raw)
    assert (caught.value.message, caught.value.params) == (message, params)
    assert str(caught.value) == message % params


@pytest.mark.parametrize("raw", [[], [""], ["", " ", "\r\n"], ["\x00"]])
@pytest.mark.parametrize("question", [*QUESTIONS.values(), BORN], ids=lambda question: question.id)
def test_nothing_said_is_skipped(question, raw):
    assert understand(question, raw) == Answer(question.id, "skipped")


@pytest.mark.parametrize("typed", ["\u200b", " \u200b\u2060 ", "\ufeff", "\u00ad\u200d", "\u202e"])
def test_what_nobody_can_see_says_nothing(typed):
    words = Question("name", "words", "Name", "Which name?", longest=80)
    assert understand(words, [typed]) == Answer("name", "skipped")
    seen = f"Robin{typed}".strip()
    assert understand(words, [seen]).words == seen


def test_a_number_without_bounds_is_a_count_that_a_database_can_hold():
    free = replace(QUESTIONS["visits"], least_number=None, most_number=None)
    assert understand(free, ["999999999"]).number == 999_999_999
    for raw, said in (("-1", "0 or more"), ("1000000000", "from 0 to 999999999")):
        with pytest.raises(NotUnderstood, match=said):
            understand(free, [raw])


def test_prefer_not_to_say_stands_alone_among_many_choices():
    topics = replace(QUESTIONS["topics"], also=("dont_know", "prefer_not_to_say"))
    assert understand(topics, ["prefer_not_to_say"]) == Answer("topics", "prefer_not_to_say")
    for raw in (["home", "prefer_not_to_say"], ["dont_know", "prefer_not_to_say"]):
        with pytest.raises(NotUnderstood, match="not both"):
            understand(topics, raw)


@pytest.mark.parametrize("raw", [["2024-02-29"], ["29", "2", "2024"], ["29/02/2024"], ["29.2.2024"]])
def test_a_date_may_come_in_parts_or_as_one_text(raw):
    assert understand(BORN, raw).words == "2024-02-29"


@pytest.mark.parametrize(
    "raw", [["2023-02-29"], ["31", "4", "2024"], ["2", "2024"], ["0000-01-01"], ["soon"], ["1", "1", "24"]]
)
def test_a_date_that_does_not_exist_is_refused(raw):
    with pytest.raises(NotUnderstood, match="Write a real date"):
        understand(BORN, raw)


@quickly
@given(st.dates())
def test_every_date_is_understood_and_shown(day):
    answer = understand(BORN, [str(day.day), str(day.month), f"{day.year:04}"])
    assert date.fromisoformat(answer.words) == day
    assert re.fullmatch(rf"{day.day} [A-Z][a-z]+ {day.year}", shown(BORN, answer))


@quickly
@given(questions(), st.data())
def test_nothing_but_what_is_offered_is_ever_understood(question, data):
    likely = [str(choice.value) for choice in question.choices] + list(STATES) + ["5", "2024-01-01", ""]
    raw = data.draw(st.lists(st.sampled_from(likely) | st.text(max_size=40), max_size=4))
    try:
        answer = understand(question, raw)
    except NotUnderstood as refused:
        assert refused.message % refused.params
        return
    assert answer.state in {"answered", "skipped", *question.also}
    if answer.state != "answered":
        assert (answer.number, answer.choices, answer.words) == (None, (), "")
        return
    offered = {choice.value for choice in question.choices}
    if question.kind == "scale":
        assert answer.number in offered
    assert set(answer.choices) <= offered
    assert len(answer.choices) <= (question.most or len(offered))
    assert len(answer.words) <= question.longest
    assert shown(question, answer)


@quickly
@given(questions(), st.data())
def test_every_choice_and_state_that_is_offered_is_understood_and_shown(question, data):
    chosen = question.choices if question.kind in CHOSEN else ()
    offered = {str(choice.value): choice.text for choice in chosen}
    for value, text in offered.items():
        assert shown(question, understand(question, [value])) == text
    for state in question.also:
        assert understand(question, [state]) == Answer(question.id, state)


def test_a_state_is_shown_in_the_words_of_its_question():
    question = replace(BORN, also=("does_not_apply",), does_not_apply="This does not concern us")
    assert shown(question, Answer("born", "does_not_apply")) == "This does not concern us"
    assert shown(BORN, Answer("born", "does_not_apply")) == "This does not apply to me"


FIRST, LAST = (Question(name, "date", name, "When?") for name in ("first", "last"))
SPAN = Page("span", "Span", (FIRST, replace(LAST, not_before="first"), QUESTIONS["story"]))


def on(name, day):
    return {name: Answer(name, "answered", words=day)}


def test_an_end_before_its_beginning_is_refused_where_the_end_was_typed():
    wrong = answers.out_of_order(SPAN, on("first", "2025-05-03") | on("last", "2025-05-02"))
    assert {name: str(error) for name, error in wrong.items()} == {
        "last": "This is before 3 May 2025, the day on which it began. Write that day or a later one."
    }


@pytest.mark.parametrize(
    "given_days",
    [
        on("first", "2025-05-03") | on("last", "2025-05-03"),
        on("first", "2025-05-03") | on("last", "2025-06-01"),
        on("last", "2025-05-03"),
        on("story", "All well"),
        on("first", "2025-05-03") | {"last": Answer("last", "skipped")},
        {},
    ],
)
def test_a_span_with_an_open_end_or_in_order_is_right(given_days):
    assert answers.out_of_order(SPAN, given_days) == {}


def test_what_was_chosen_is_known_and_nothing_else_is_taken_for_it():
    given = {"helped": Answer("helped", "answered", choices=("yes",)), "visits": Answer("visits", "skipped")}
    assert chosen(given, "helped") == "yes"
    assert chosen(given, "visits") is None and chosen(given, "never_asked") is None


def test_answers_are_shown_in_words():
    said = {"hope": ["1"], "topics": ["home", "health"], "visits": ["3"], "story": ["All well"]}
    texts = [shown(QUESTIONS[name], understand(QUESTIONS[name], raw)) for name, raw in said.items()]
    assert texts == ["1 hopes", "home; health", "3", "All well"]
    assert shown(QUESTIONS["hope"], Answer("hope", "skipped")) == "No answer"
    assert shown(QUESTIONS["hope"], Answer("hope", "prefer_not_to_say")) == "Prefer not to say"


def test_answers_are_shown_through_the_translation_but_own_words_are_not():
    def loud(text):
        return text.upper()

    assert (
        shown(QUESTIONS["topics"], Answer("topics", "answered", choices=("home", "money")), loud)
        == "HOME; MONEY"
    )
    assert shown(QUESTIONS["hope"], Answer("hope", "skipped"), loud) == "NO ANSWER"
    assert shown(BORN, Answer("born", "answered", words="2024-05-01"), loud) == "1 MAY 2024"
    assert shown(QUESTIONS["story"], Answer("story", "answered", words="Mine"), loud) == "Mine"
