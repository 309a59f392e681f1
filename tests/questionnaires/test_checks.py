"""Each rule refuses what breaks it, naming file, page, question and key."""

import pytest

from survey.questionnaires.loading import read
from survey.questionnaires.place import QuestionnaireError
from tests.questionnaires.documents import changed, example, hope

HOPE, THEN, TOPICS, VISITS = (
    "pages.0.questions.1",
    "pages.1.questions.0",
    "pages.1.questions.1",
    "pages.1.questions.2",
)


def points(*values):
    return [{"value": value, "text": f"point {value}"} for value in values]


BROKEN = [
    (f"{VISITS}.choices", points(1, 2), "more", "visits", "choices", "no meaning for the kind number"),
    (f"{VISITS}.better", "higher", "more", "visits", "better", "no meaning"),
    (f"{VISITS}.longest", 5, "more", "visits", "longest", "no meaning"),
    (f"{HOPE}.most", 1, "start", "hope", "most", "no meaning"),
    (f"{TOPICS}.recalls", "hope", "more", "topics", "recalls", "no meaning"),
    (f"{TOPICS}.text_then", "Then?", "more", "topics", "text_then", "no meaning"),
    (f"{TOPICS}.least_number", 1, "more", "topics", "least_number", "no meaning"),
    (f"{TOPICS}.most", 4, "more", "topics", "most", "is 4, but there are 3 choices"),
    (f"{VISITS}.least_number", 51, "more", "visits", "least_number", "is 51, more than most_number"),
    (f"{HOPE}.choices", points(1, 3), "start", "hope", "choices", "without gaps"),
    (f"{HOPE}.choices", points(1), "start", "hope", "choices", "without gaps"),
    (f"{HOPE}.choices", points(1, 1, 2), "start", "hope", "choices", "the value 1 more than once"),
    (f"{HOPE}.choices", points("a", "b"), "start", "hope", "choices", "whole numbers as values, not 'a'"),
    (f"{HOPE}.choices", points(3, 2, 1), "start", "hope", "choices", "good end last (better: higher)"),
    (f"{HOPE}.better", "lower", "start", "hope", "choices", "good end last (better: lower)"),
    (f"{HOPE}.choices.1.text", "3", "start", "hope", "choices", "must have words for 2, not '3'"),
    (f"{HOPE}.choices.1.text", "1 hopes", "start", "hope", "choices", "the text '1 hopes' more than once"),
    (f"{TOPICS}.choices", points(1, 2), "more", "topics", "choices", "words as values, not 1"),
    (f"{TOPICS}.choices", points("home", "home"), "more", "topics", "choices", "the value 'home' more than"),
    (f"{TOPICS}.choices", points("home", "skipped"), "more", "topics", "choices", "the name of a state"),
    (f"{HOPE}.id", "help_wanted", "start", "help_wanted", "id", "used by an earlier question"),
    (f"{VISITS}.id", "hope", "more", "hope", "id", "used by an earlier question"),
    ("pages.1.id", "start", "start", "", "id", "used by an earlier page"),
    (f"{TOPICS}.show_if.question", "story", "more", "topics", "show_if", "an earlier page, not story"),
    (
        f"{TOPICS}.show_if.question",
        "hope_then",
        "more",
        "topics",
        "show_if",
        "an earlier page, not hope_then",
    ),
    (f"{TOPICS}.show_if.is", ["maybe"], "more", "topics", "show_if", "does not offer maybe"),
    (f"{THEN}.recalls", "love", "more", "hope_then", "recalls", "not love"),
    (f"{THEN}.recalls", "help_wanted", "more", "hope_then", "recalls", "a scale that asks about now"),
    (f"{THEN}.recalls", "hope_then", "more", "hope_then", "recalls", "a scale that asks about now"),
    (f"{THEN}.choices", points(1, 2, 3), "more", "hope_then", "recalls", "the same choices"),
]


@pytest.mark.parametrize(("path", "value", "on_page", "question", "key", "problem"), BROKEN)
def test_a_broken_rule_is_refused_in_its_place(path, value, on_page, question, key, problem):
    with pytest.raises(QuestionnaireError) as caught:
        read(changed(path, value), "a.yaml")
    error = caught.value
    assert (error.name, error.page, error.question, error.key) == ("a.yaml", on_page, question, key)
    assert problem in str(error)
    assert str(error).startswith(f"a.yaml, page {on_page}")


def asked(kind, **more):
    return {"id": f"a_{kind}", "kind": kind, "short_name": "A", "text": "Which?"} | more


def read_with(*questions):
    """The example with more questions on its first page."""
    document = example()
    document["pages"][0]["questions"] += questions
    return read(document, "a.yaml")


UNTIL = {"id": "until", "not_before": "a_date"}
WRONG = [
    ((asked("share"),), "a_share", "choices", "is missing"),
    ((asked("share", choices=points("a")),), "a_share", "choices", "at least two contributors"),
    ((asked("share", choices=points(1, 2)),), "a_share", "choices", "words as values, not 1"),
    (
        (asked("share", choices=[{"value": v, "text": "Us"} for v in "ab"]),),
        "a_share",
        "choices",
        "'Us' more",
    ),
    ((asked("share", choices=points("a", "b"), most=1),), "a_share", "most", "no meaning for the kind share"),
    ((asked("number", earliest="2025-01-01"),), "a_number", "earliest", "no meaning"),
    ((asked("date", earliest="2025-01-02", latest="2025-01-01"),), "a_date", "earliest", "after latest"),
    ((asked("date", earliest="1 May"),), "a_date", "earliest", "a date in quotes"),
    ((asked("date", latest=20250101),), "a_date", "latest", "a date in quotes"),
    ((asked("date", **UNTIL),), "until", "not_before", "an earlier date of the same page, not a_date"),
    ((asked("date", **UNTIL), asked("date")), "until", "not_before", "an earlier date of the same page"),
    ((asked("number", id="a_date"), asked("date", **UNTIL)), "until", "not_before", "an earlier date"),
    ((asked("date", does_not_apply="Not ours"),), "a_date", "does_not_apply", "unless also names"),
]


@pytest.mark.parametrize(("questions", "question", "key", "problem"), WRONG)
def test_shares_and_dates_that_cannot_be_asked_are_refused_in_their_place(questions, question, key, problem):
    with pytest.raises(QuestionnaireError) as caught:
        read_with(*questions)
    assert (caught.value.page, caught.value.question, caught.value.key) == ("start", question, key)
    assert problem in str(caught.value)


def test_shares_and_dates_that_keep_the_rules_are_read():
    since = asked("date", earliest="2025-01-01", latest="2025-01-01")
    unless = {"also": ["does_not_apply"], "does_not_apply": "Not ours"}
    made = read_with(since, asked("date", **UNTIL), asked("share", choices=points("a", "b"), **unless))
    assert made.question("until").not_before == "a_date"
    assert made.question("a_share").text_of("does_not_apply") == "Not ours"


def test_nothing_can_wait_for_a_share_but_for_its_states():
    share = asked("share", choices=points("a", "b"), also=["dont_know"])
    for value, right in (("a", False), ("dont_know", True)):
        document = example()
        document["pages"][0]["questions"].append(share)
        document["pages"][1]["questions"][1]["show_if"] = {"question": "a_share", "is": [value]}
        if right:
            assert read(document, "a.yaml")
        else:
            with pytest.raises(QuestionnaireError, match="a_share does not offer a"):
                read(document, "a.yaml")


def test_the_example_that_these_start_from_keeps_every_rule():
    assert read(example(), "a.yaml").id == "an-example"


def test_a_scale_that_is_no_outcome_may_run_either_way():
    for values in ((1, 2, 3), (3, 2, 1)):
        document = example()
        document["pages"] = [{"id": "one", "title": "One", "questions": [hope("hope")]}]
        del document["pages"][0]["questions"][0]["better"]
        document["pages"][0]["questions"][0]["choices"] = points(*values)
        assert read(document, "a.yaml").questions[0].highest == 3


def test_choices_without_choices_are_refused():
    document = example()
    del document["pages"][0]["questions"][0]["choices"]
    with pytest.raises(QuestionnaireError, match="page start, question help_wanted, key choices: is missing"):
        read(document, "a.yaml")


def test_a_condition_may_name_a_state_that_is_offered():
    condition = read(changed(f"{TOPICS}.show_if.is", ["dont_know"]), "a.yaml").question("topics").show_if
    assert condition.values == ("dont_know",)
