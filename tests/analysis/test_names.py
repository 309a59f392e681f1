import pytest

from survey.analysis import names


def found(text):
    return [(text[each.start : each.end], each.bracket) for each in names.find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then Mary came.", "Mary"),
        ("then mary jenkins came", "mary jenkins"),
        ("THEN MARY CAME HOME", "MARY"),
        ("I go to Mary’s house", "Mary"),
        ("I met Amy-Lee Smith-Jones.", "Amy-Lee Smith-Jones"),
        ("I met Siobhán O'Brien.", "Siobhán O'Brien"),
        ("I saw J. Smith there", "J. Smith"),
        ("my coordinator, Tunde, rang", "Tunde"),
        ("a man called kezia", "kezia"),
        ("Her name is Kezia.", "Kezia"),
        ("Auntie Jean and I", "Jean"),
        ("Mrs May and I", "May"),
        ("my friend Hope and I", "Hope"),
        ("Then Grace helped.", "Grace"),
        ("Will said no.", "Will"),
    ],
)
def test_names(text, name):
    assert (name, names.NAME) in found(text)


@pytest.mark.parametrize(
    ("text", "place", "bracket"),
    [
        ("I moved to Harrowby.", "Harrowby", names.PLACE),
        ("I live in Bury St Edmunds now.", "Bury St Edmunds", names.PLACE),
        ("in Little Wenlow", "Little Wenlow", names.PLACE),
        ("I was in Preston then.", "Preston", names.PLACE),
        ("at St. Mary's Church", "St. Mary's Church", names.PLACE),
        ("at the Red Lion", "Red Lion", names.PLACE),
        ("with the Harrowby Carers Trust", "Harrowby Carers Trust", names.ORGANISATION),
    ],
)
def test_places(text, place, bracket):
    assert (place, bracket) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "I hope it will rain in May.",
        "Will it rain? May and June were wet.",
        "In April I felt better, and by August well.",
        "The NHS sent me to my GP on Monday.",
        "My English is good, and Christmas was quiet.",
        "I’m fine. I am fine.",
        "",
        "😀 123",
    ],
)
def test_words_that_are_no_names(text):
    assert found(text) == []


def test_a_name_that_is_known_once_is_known_everywhere():
    assert found("I met Kezia. Kezia, dear") == [("Kezia", "name"), ("Kezia", "name")]


def test_what_only_a_capital_letter_speaks_for_is_less_sure():
    assert [each.sure for each in names.find("Then Mary met Kezia.")] == [True, False]
