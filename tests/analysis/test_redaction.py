import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.analysis import redaction
from survey.analysis.redaction import BRACKETS, apply, everywhere, merged, suggest

# Latin, Hebrew, Arabic, emoji with joiners and colours, flags, lone accents, signs of direction.
SIGNS = st.sampled_from("ab Zé\u0301\u0300שלוםمحمد\u200d👩👧👍🏽🇬🇧\ufe0f\u202e\u2066\r\n[]")
TEXTS = st.text(SIGNS, max_size=40) | st.text(max_size=40)
SPANS = st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50), st.sampled_from(BRACKETS)), max_size=6)


def suggested(text):
    return [(text[each.start : each.end], each.kind, each.bracket) for each in suggest(text)]


def test_what_is_suggested_is_said_with_its_kind_and_bracket():
    told = "Mary, 12 Elm Road, LS9 8AB, rang 0113 496 0123 on 3rd March 2021. Her number is 943 476 5919."
    assert suggested(told) == [
        ("Mary", "name", "name"),
        ("12 Elm Road", "street", "place"),
        ("LS9 8AB", "postcode", "place"),
        ("0113 496 0123", "telephone", "number"),
        ("3rd March 2021", "date", "date"),
        ("943 476 5919", "NHS number", "number"),
    ]


def test_what_only_a_capital_letter_speaks_for_says_perhaps():
    assert suggested("Then we met Xanthe in Harrowby.") == [
        ("Xanthe", "perhaps name", "name"),
        ("Harrowby", "perhaps place", "place"),
    ]
    assert not suggest("Then we met Xanthe.")[0].is_sure
    assert suggest("Then we met Mary.")[0].is_sure


def test_what_lies_over_one_another_is_suggested_once():
    spans = [(each.start, each.end) for each in suggest("mary.smith@example.org, Mary Street, 9434765919")]
    assert spans == [(0, 22), (24, 35), (37, 47)]


def test_words_in_brackets_take_the_place_of_spans():
    assert apply("Mary lives in Leeds.", [(14, 19, "place"), (0, 4, "name")]) == "[name] lives in [place]."
    assert apply("Mary Smith", [(0, 4, "name"), (2, 10, "place")]) == "[name]"
    assert apply("Mary", []) == "Mary"
    assert apply("Mary", [(2, 2, "name"), (9, 12, "name"), (3, 1, "name")]) == "Mary"


@given(TEXTS)
def test_suggestions_lie_in_the_text_one_after_the_other(text):
    ends = [0]
    for each in suggest(text):
        assert ends[-1] <= each.start < each.end <= len(text)
        assert each.bracket in BRACKETS
        ends.append(each.end)


@given(TEXTS, SPANS)
def test_no_sign_of_a_span_is_left_and_everything_else_is_kept(text, spans):
    chosen = {place for start, end, _ in spans for place in range(max(start, 0), min(end, len(text)))}
    whole = merged(text, spans)
    gone = {place for start, end, _ in whole for place in range(start, end)}
    assert chosen <= gone
    # What goes beside the chosen is only what belongs to one sign with it.
    assert all(_belongs(text, place, chosen) for place in gone - chosen)
    # Written once more, sign by sign.
    brackets = {start: bracket for start, _, bracket in whole}
    expected = "".join(
        (f"[{brackets[place]}]" if place in brackets else "") + ("" if place in gone else text[place])
        for place in range(len(text))
    )
    assert apply(text, spans) == expected


def _belongs(text, place, chosen):
    """Whether only marks, joiners and the like are between this sign and a chosen one."""
    near = [other for other in chosen if abs(other - place) <= len(text)]
    return any(not re.search(r"[ ab\]\[]", text[min(place, other) + 1 : max(place, other)]) for other in near)


def test_control_a_cut_through_a_sign_would_be_seen():
    """Without whole signs an accent of a name stays behind."""
    text = "Zoe\u0301 came"
    assert apply(text, [(0, 3, "name")]) == "[name] came"
    assert text[3] in text[:0] + "[name]" + text[3:]


@pytest.mark.parametrize(
    ("text", "words", "spans"),
    [
        ("Ann met ANN and Anne.", "ann", [(0, 3), (8, 11)]),
        ("Ann's cat", "Ann", [(0, 3)]),
        ("The Red  Lion", "red lion", [(4, 13)]),
        ("O’Brien", "o'brien", [(0, 7)]),
        ("Cafe\u0301 Rose", "café", [(0, 5)]),
        ("我住在利兹", "利兹", [(3, 5)]),
        ("a (b) a", "(b)", [(2, 5)]),
        ("nothing", "else", []),
        ("nothing", "  ", []),
    ],
)
def test_words_are_found_wherever_they_stand(text, words, spans):
    assert everywhere(text, words) == spans


@given(TEXTS, TEXTS)
def test_any_words_can_be_looked_for(text, words):
    assert all(0 <= start < end <= len(text) for start, end in everywhere(text, words))


@pytest.mark.parametrize("piece", ["a", "A", "Mary ", "1 ", "www.", "a.b", "07700 900123 ", "\u0301", "🇬🇧"])
def test_a_long_text_does_not_take_for_ever(piece):
    """The longest that can be told: were a pattern read again from each letter, this would not end."""
    text = (piece * 20_000)[:20_000]
    assert len(suggest(text)) <= len(text)


def test_the_brackets_are_the_ones_of_the_house():
    assert redaction.BRACKETS == ("name", "place", "date", "number", "organisation", "other")
