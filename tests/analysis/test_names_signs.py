import pytest

from survey.analysis import names_signs as signs
from survey.analysis.names_tokens import tokens


@pytest.mark.parametrize(
    ("text", "place", "is_name"),
    [
        ("met Mary", 1, True),
        ("met mary", 1, True),
        ("met Patel", 1, True),
        ("met patel", 1, False),
        ("in May", 1, False),
        ("met May", 1, True),
        ("called kezia", 1, True),
        ("called me", 1, False),
        ("I'm kezia", 1, False),
        ("Rose Jenkins", 0, True),
        ("Rose bushes", 0, False),
        ("Rose told", 0, True),
    ],
)
def test_more_than_a_capital_letter(text, place, is_name):
    assert signs.is_name(tokens(text), place, loud=False) == is_name


def test_a_family_name_in_capitals_counts_where_all_is_in_capitals():
    words = tokens("MR PATEL")
    assert signs.is_name(tokens("SAW PATEL"), 1, loud=True)
    assert not signs.is_name(tokens("saw PATEL"), 1, loud=False)
    assert signs.is_name(words, 1, loud=False)


@pytest.mark.parametrize(
    ("text", "place", "may_be"),
    [
        ("met Kezia", 1, True),
        ("Kezia told", 0, True),
        ("Kezia Quigg", 0, True),
        ("Nobody told", 0, False),
        ("Loneliness, then", 0, False),
        ("met kezia", 1, False),
        ("plan B", 1, False),
    ],
)
def test_only_a_capital_letter(text, place, may_be):
    assert signs.may_be_name(tokens(text), place) == may_be


def test_the_words_beside():
    words = tokens("I met her. Then Mary came")
    assert signs.before(words, 3) is None
    assert signs.before(words, 4).word == "Then"
    assert signs.following(words, 2) is None
    assert signs.following(words, 4).word == "came"
