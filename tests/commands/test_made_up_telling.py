import pytest

from survey.analysis import redaction
from survey.commands import made_up_telling as telling
from survey.commands.made_up_stories import BRACKETS
from survey.questionnaires.story_ids import DIRECTIONS

EVERY = [
    *(text for texts in telling.BEFORE.values() for text in texts),
    *telling.HAPPENED,
    *(text for texts in telling.BETTER.values() for text in texts),
    *(text for texts in telling.OTHERWISE.values() for text in texts),
    *telling.TELL_PEOPLE,
]


@pytest.mark.parametrize("text", EVERY)
def test_every_sentence_can_be_filled(text):
    assert set(BRACKETS.findall(text)) <= telling.FILLED.keys()
    assert text[0].isupper() or text[0] == "{"
    assert text[-1] in ".?"


def test_no_two_sentences_are_the_same():
    assert len(set(EVERY)) == len(EVERY) > 50


def test_every_outcome_has_how_it_was_and_how_it_is():
    assert telling.BEFORE.keys() - {"something_else"} == telling.BETTER.keys()
    assert telling.OTHERWISE.keys() == {*DIRECTIONS, "not_said"} - {"better"}


def test_what_is_filled_in_is_taken_out_by_a_word_that_there_is():
    for bracket, words in telling.FILLED.values():
        assert bracket in redaction.BRACKETS
        assert len(set(words)) == len(words)
