"""What people type is read as it stands, or refused with what to do about it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.questionnaires import typed
from survey.questionnaires.answers import shown, understand
from survey.questionnaires.model import Choice, Question
from survey.questionnaires.understanding import Answer, NotUnderstood
from tests.questionnaires.documents import quickly

NAMES = ("The coordinator", "NHS staff", "Family and friends")
WHO = Question(
    "who",
    "share",
    "Who",
    "Whose doing?",
    choices=tuple(Choice(f"part_{n}", name) for n, name in enumerate(NAMES)),
    also=("dont_know",),
)
COUNT = Question("count", "number", "Count", "How many?", most_number=500)
YEAR = {"earliest": "2025-04-01", "latest": "2026-03-31"}


def a_date(**bounds):
    return Question("day", "date", "Day", "When?", **bounds)


def refusal(question, *raw):
    with pytest.raises(NotUnderstood) as caught:
        understand(question, raw)
    return str(caught.value)


def test_shares_that_make_a_hundred_are_kept_in_order_noughts_included():
    answer = understand(WHO, ["40", "", " 60 "])
    assert answer == Answer("who", "answered", shares=(("part_0", 40), ("part_1", 0), ("part_2", 60)))
    assert shown(WHO, answer) == "The coordinator 40, family and friends 60"


def test_shares_are_shown_translated_and_what_is_in_capitals_stays_so():
    answer = understand(WHO, ["0", "99", "1"])
    assert shown(WHO, answer) == "NHS staff 99, family and friends 1"
    assert shown(WHO, answer, lambda text: text.replace("staff", "-Personal")) == (
        "NHS -Personal 99, family and friends 1"
    )


@pytest.mark.parametrize("raw", [[], ["", "", ""], [" ", "", "\r\n"]])
def test_shares_left_empty_are_skipped(raw):
    assert understand(WHO, raw) == Answer("who", "skipped")


def test_not_knowing_who_had_a_part_is_an_answer_by_itself():
    assert understand(WHO, ["", "", "", "dont_know"]) == Answer("who", "dont_know")
    assert "not both" in refusal(WHO, "100", "", "", "dont_know")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (["40", "50", ""], "These make 90. They need to make 100, so 10 more."),
        (["70", "", "60"], "These make 130. They need to make 100, so take 30 away."),
        (["0", "0", "0"], "These make 0. They need to make 100, so 100 more."),
        (["50%", "50", ""], "The coordinator: Write 50 without the per cent sign."),
        (
            ["50%", "half", ""],
            "The coordinator, NHS staff: Write whole numbers from 0 to 100, without signs or words.",
        ),
        (["50", "half", ""], "NHS staff: Write figures only, such as 3, without words."),
        (["50", "50 per cent", ""], "NHS staff: Write figures only, such as 3, without words."),
        (["-10", "10", ""], "The coordinator: Write a whole number from 0 to 100."),
        (["", "", "101"], "Family and friends: Write a whole number from 0 to 100."),
        (["33.3", "67", ""], "The coordinator: Write a whole number, such as 3."),
        (["½", "50", ""], "The coordinator: Write a whole number, such as 3."),
        (["150%", "", ""], "The coordinator: Write a whole number from 0 to 100."),
        (["100"], "Write one number beside each name, or leave it empty."),
        (["25", "25", "25", "25"], "Write one number beside each name, or leave it empty."),
    ],
)
def test_shares_that_cannot_be_kept_are_refused_with_what_to_do(raw, told):
    assert refusal(WHO, *raw) == told


@quickly
@given(
    st.lists(
        st.sampled_from(["", "0", "50", "100", "40%", "half", "-1", "2.5", "dont_know"]) | st.text(),
        max_size=5,
    )
)
def test_whatever_is_typed_is_a_hundred_or_nothing_or_refused_in_words(raw):
    try:
        answer = understand(WHO, raw)
    except NotUnderstood as refused:
        assert str(refused)
        return
    assert answer.state in ("answered", "skipped", "dont_know")
    if answer.state == "answered":
        assert sum(part for _, part in answer.shares) == 100
        assert all(0 <= part <= 100 for _, part in answer.shares)
        assert [name for name, _ in answer.shares] == [choice.value for choice in WHO.choices]
        assert shown(WHO, answer)


@quickly
@given(st.integers(0, 100), st.integers(0, 100))
def test_every_hundred_is_understood(first, second):
    parts = sorted((first, second))
    given_parts = [parts[0], parts[1] - parts[0], 100 - parts[1]]
    answer = understand(WHO, [str(part) for part in given_parts])
    assert [part for _, part in answer.shares] == given_parts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("50%", "Write a number, such as 3, not a part of a hundred."),
        ("50 %", "Write a number, such as 3, not a part of a hundred."),
        ("half", "Write figures only, such as 3, without words."),
        ("about 20", "Write figures only, such as 3, without words."),
        ("1,200", "Write a whole number from 0 to 500."),
        ("-3", "Write a whole number from 0 to 500."),
        ("2.5", "Write a whole number, such as 3."),
        ("٣", "Write a whole number, such as 3."),
        ("9" * 5000, "Write a whole number from 0 to 500."),
        ("9" * 5000 + "%", "Write a whole number, such as 3."),
    ],
)
def test_a_number_that_cannot_be_read_is_refused_with_what_to_do(text, told):
    assert refusal(COUNT, text) == told


def test_thousands_are_written_without_commas():
    free = Question("count", "number", "Count", "How many?")
    assert refusal(free, "1,200") == "Write 1200 without commas."
    assert understand(free, ["1200"]).number == 1200


@pytest.mark.parametrize(
    ("bounds", "day", "told"),
    [
        (YEAR, "2025-03-31", "Write a date from 1 April 2025 to 31 March 2026."),
        (YEAR, "2026-04-01", "Write a date from 1 April 2025 to 31 March 2026."),
        ({"earliest": "2025-04-01"}, "2025-03-31", "Write a date that is not before 1 April 2025."),
        ({"latest": "2026-03-31"}, "2026-04-01", "Write a date that is not after 31 March 2026."),
    ],
)
def test_a_date_outside_its_bounds_is_refused_by_naming_them(bounds, day, told):
    assert refusal(a_date(**bounds), day) == told


@pytest.mark.parametrize("day", ["2025-04-01", "2026-03-31", "2025-10-10"])
def test_a_date_within_its_bounds_is_kept_the_first_and_last_among_them(day):
    assert understand(a_date(**YEAR), [day]).words == day


@quickly
@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_date_is_kept_exactly_if_it_is_within_its_bounds(day):
    try:
        kept = bool(understand(a_date(**YEAR), [day.isoformat()]).words)
    except NotUnderstood:
        kept = False
    assert kept == (date(2025, 4, 1) <= day <= date(2026, 3, 31))


def test_words_too_many_say_how_many():
    question = Question("say", "words", "Say", "Say.", longest=5)
    assert refusal(question, "seventeen") == typed.TOO_LONG % {"over": 4}
