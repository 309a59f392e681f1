"""The pages are read when something is wrong already: their words have to be short and kind."""

import re

import pytest

from survey.web.error_words import FOR_EVALUATORS, FOR_RESIDENTS

ALL = [*FOR_RESIDENTS.values(), *FOR_EVALUATORS.values()]


def test_both_looks_have_words_for_the_same_errors():
    assert set(FOR_RESIDENTS) == set(FOR_EVALUATORS) == {400, 403, 404, 405, 413, 429, 500}


@pytest.mark.parametrize("words", ALL, ids=lambda words: str(words.heading))
def test_words_are_plain_and_say_what_to_do(words):
    said = " ".join(map(str, (words.heading, *words.text)))
    assert not re.search(r"!|please note|invalid|error|\b[45]\d\d\b|forbidden", said, re.IGNORECASE)
    assert not str(words.heading).endswith(".")
    assert all(str(sentence).endswith(".") for sentence in words.text)


@pytest.mark.parametrize("words", FOR_RESIDENTS.values(), ids=lambda words: str(words.heading))
def test_residents_read_short_sentences(words):
    for sentence in re.split(r"\.\s*", " ".join(map(str, words.text)))[:-1]:
        assert len(sentence.split()) <= 20


def test_a_page_that_is_not_found_may_need_a_duty():
    said = " ".join(FOR_EVALUATORS[404].text)
    assert "Or it needs a duty that you do not have, such as safeguarding lead" in said
    assert "Under Colleagues you see who has it." in said
