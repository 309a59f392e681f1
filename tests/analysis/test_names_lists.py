import re

import pytest
from faker.providers.person.en_GB import Provider as British
from faker.providers.person.en_IE import Provider as Irish
from faker.providers.person.en_IN import Provider as Indian
from faker.providers.person.ga_IE import Provider as Gaelic

from survey.analysis import names_lists as lists

PARTICLES = {"mac", "mc", "giolla", "udeen"}


def parts(names):
    """The words of names that can stand alone: not "Ó" or "de"."""
    words = {word.strip("’' ") for name in names for word in re.split(" ", name)}
    return {lists.key(word) for word in words if len(word) > 2 and word[0].isupper()} - PARTICLES


@pytest.mark.parametrize("source", [British, Irish, Gaelic, Indian])
def test_the_lists_hold_those_of_faker(source):
    """Faker's own are not imported when the product starts: they cost time and memory in each process."""
    known = lists.given() | lists.family() | lists.also_words() | lists.never()
    assert parts(source.first_names) - known == set()
    assert parts(source.last_names) - known == set()


def test_a_name_that_is_a_word_stands_in_one_list():
    assert lists.given().isdisjoint(lists.also_words())
    assert lists.family().isdisjoint(lists.also_words())
    assert {"will", "hope", "grace", "may", "mark", "rose", "joy", "summer"} <= lists.also_words()


def test_common_words_are_no_names():
    assert (lists.given() | lists.family()).isdisjoint(lists.never())
    assert {"i", "monday", "nhs", "english", "christmas"} <= lists.never()


def test_words_are_looked_up_without_accents_and_capitals():
    assert lists.key("Siân") == lists.key("SIA\u0302N") == "sian"
    assert lists.key("O’Brien") == "o'brien"
    assert lists.words("a b") == {"a", "b"}
