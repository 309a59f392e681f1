from datetime import date

import pytest
from flask import Flask, render_template_string
from werkzeug.datastructures import MultiDict
from wtforms import Form

from survey.web.evaluator.fields import (
    CountField,
    DayField,
    one_of,
    passage,
    tidy,
    tidy_lines,
    words,
    words_if_any,
)
from tests.web.looking import make_app


class Sample(Form):
    name = words("Name", "Write a name.", 10)
    start = DayField("Start", "Write a day.")
    people = CountField("People", "Write a whole number.")
    way = one_of("Way", "Choose a way.", [("a", "By road"), ("b", "By rail")])
    end = DayField("End")
    note = words_if_any("Note", 5)
    story = passage("Story", "Write a story.", 12)


def checked(**given):
    form = Sample(MultiDict([(name, each) for name, values in given.items() for each in values]))
    form.validate()
    return form


def test_what_cannot_be_seen_is_left_out_and_spaces_are_single():
    assert tidy(" A\x00 b\u202e\u200b \n\t c ") == "A b c"
    assert tidy(None) == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Write a name."), (" \u200b ", "Write a name."), ("x" * 11, "the most is 10 characters")],
)
def test_words_have_to_be_there_and_fit(typed, said):
    assert said in checked(name=[typed]).name.errors[0]


def test_words_that_fit_are_taken():
    assert checked(name=[" ten signs "]).name.errors == []


def test_a_longer_text_keeps_its_lines():
    assert tidy_lines("  A \x00 b \r\n\r\n \u200b \n\nc\u202e\n") == "A b\n\nc"
    assert tidy_lines(None) == ""


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Write a story."), (" \n ", "Write a story."), ("x" * 13, "12 characters")]
)
def test_a_longer_text_has_to_be_there_and_fit(typed, said):
    assert said in checked(story=[typed]).story.errors[0]


def test_a_longer_text_is_counted_as_it_is_kept():
    form = checked(story=["six\r\n\r\n\r\n  lines "])
    assert (form.story.data, form.story.errors) == ("six\n\nlines", [])


def test_a_note_may_be_left_blank_and_has_to_fit():
    assert checked().note.errors == []
    assert "the most is 5 characters" in checked(note=["x" * 6]).note.errors[0]


@pytest.mark.parametrize("parts", [[], ["", " ", ""]])
def test_a_day_of_which_nothing_is_missing_may_be_left_blank(parts):
    form = checked(end=parts)
    assert (form.end.data, form.end.errors) == (None, [])
    assert "exists" in checked(end=["1"]).end.errors[0]


@pytest.mark.parametrize("parts", [["1", "4", "2026"], ["01", "04", "2026"], [" 1 ", "4", "2026", "9"]])
def test_a_day_is_read(parts):
    form = checked(start=parts)
    assert (form.start.data, form.start.errors) == (date(2026, 4, 1), [])


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([], "Write a day."),
        (["", " ", ""], "Write a day."),
        (["1"], "Write a date that exists"),
        (["31", "2", "2026"], "Write a date that exists"),
        (["1", "April", "2026"], "Write a date that exists"),
        (["1", "4", "9" * 30], "Write a date that exists"),
        (["1", "4", "9" * 5000], "Write a date that exists"),
        (["1", "4", "26"], "Write the year in full"),
    ],
)
def test_a_day_that_cannot_be_read_is_said_and_kept(parts, said):
    form = checked(start=parts)
    assert said in form.start.errors[0]
    assert form.start.data is None
    assert form.start.raw_data == [*parts, "", "", ""][:3]


@pytest.mark.parametrize("parts", [[], ["x"], ["1", "2", "3", "4"]])
def test_however_many_parts_were_sent_the_page_can_be_shown(parts):
    app: Flask = make_app()
    with app.test_request_context():
        assert "start-year" in render_template_string(
            "{{ form.start(params={}) }}", form=checked(start=parts)
        )


@pytest.mark.parametrize(
    ("typed", "count"), [("", None), (" ", None), ("0", 0), ("1,200", 1200), (" 40 ", 40)]
)
def test_a_count_is_read(typed, count):
    form = checked(people=[typed])
    assert (form.people.data, list(form.people.errors)) == (count, [])


@pytest.mark.parametrize("typed", ["-1", "2.5", "many", "1000000", "9" * 5000, "²", "٤"])
def test_a_count_that_makes_no_sense_is_said_and_kept(typed):
    form = checked(people=[typed])
    assert form.people.errors == ["Write a whole number."]
    assert form.people._value() == typed


@pytest.mark.parametrize("typed", [[], [""], ["c"], ["None"]])
def test_any_other_choice_is_as_good_as_none(typed):
    assert checked(way=typed).way.errors == ["Choose a way."]


def test_a_choice_that_is_offered_is_taken():
    assert checked(way=["b"]).way.errors == []
