import pytest

from survey.analysis import names


def found(text):
    return [(text[each.start : each.end], each.bracket) for each in names.find(text)]


@pytest.mark.parametrize(
    ("text", "what", "bracket"),
    [
        ("Then Mary came.", "Mary", names.NAME),
        ("then mary jenkins came", "mary jenkins", names.NAME),
        ("THEN MARY CAME HOME", "MARY", names.NAME),
        ("I go to Mary’s house", "Mary", names.NAME),
        ("I met Amy-Lee Smith-Jones.", "Amy-Lee Smith-Jones", names.NAME),
        ("I met Siobhán O'Brien.", "Siobhán O'Brien", names.NAME),
        ("I saw J. Smith there", "J. Smith", names.NAME),
        ("my coordinator, Tunde, rang", "Tunde", names.NAME),
        ("a man called kezia", "kezia", names.NAME),
        ("Her name is Kezia.", "Kezia", names.NAME),
        ("Auntie Jean and I", "Jean", names.NAME),
        ("Mrs May and I", "May", names.NAME),
        ("my friend Hope and I", "Hope", names.NAME),
        ("Then Grace helped.", "Grace", names.NAME),
        ("Will said no.", "Will", names.NAME),
        ("I moved to Harrowby.", "Harrowby", names.PLACE),
        ("I live in Bury St Edmunds now.", "Bury St Edmunds", names.PLACE),
        ("in Little Wenlow", "Little Wenlow", names.PLACE),
        ("I was in Preston then.", "Preston", names.PLACE),
        ("at St. Mary's Church", "St. Mary's Church", names.PLACE),
        ("at the Red Lion", "Red Lion", names.PLACE),
        ("with the Harrowby Carers Trust", "Harrowby Carers Trust", names.ORGANISATION),
    ],
)
def test_names_and_places(text, what, bracket):
    assert (what, bracket) in found(text)


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
