import pytest

from survey.analysis import redaction_patterns as patterns


def found(text):
    return {(text[start:end], kind) for start, end, kind in patterns.find(text)}


@pytest.mark.parametrize(
    ("text", "what", "kind"),
    [
        ("nhs 943 476 5919 ok", "943 476 5919", patterns.NHS),
        ("9434765919", "9434765919", patterns.NHS),
        ("AB 12 34 56 C", "AB 12 34 56 C", patterns.INSURANCE),
        ("ab123456c", "ab123456c", patterns.INSURANCE),
        ("at LS9 8AB.", "LS9 8AB", patterns.POSTCODE),
        ("at ls98ab.", "ls98ab", patterns.POSTCODE),
        ("I live in LS9 now", "LS9", patterns.POSTCODE),
        ("ring 0113 496 0123", "0113 496 0123", patterns.TELEPHONE),
        ("ring me (0113 496 0123)", "0113 496 0123", patterns.TELEPHONE),
        ("ring (0113) 496 0123", "(0113) 496 0123", patterns.TELEPHONE),
        ("ring +44 20 7946 0123", "+44 20 7946 0123", patterns.TELEPHONE),
        ("write to a.b@example.org.", "a.b@example.org", patterns.E_MAIL),
        ("see https://example.org/a?b=c.", "https://example.org/a?b=c", patterns.WEB),
        ("see example.co.uk/me, and", "example.co.uk/me", patterns.WEB),
        ("I am @made_up there", "@made_up", patterns.WEB),
        ("on 3rd March 2021", "3rd March 2021", patterns.DATE),
        ("on Monday 3 march", "Monday 3 march", patterns.DATE),
        ("on March 3rd", "March 3rd", patterns.DATE),
        ("in March 2021", "March 2021", patterns.DATE),
        ("on 03/04/21", "03/04/21", patterns.DATE),
        ("on 2021-03-04", "2021-03-04", patterns.DATE),
        ("at 12 Elm Road now", "12 Elm Road", patterns.STREET),
        ("at 12a elm road now", "12a elm road", patterns.STREET),
        ("from Elm Road now", "Elm Road", patterns.STREET),
        ("in elm road now", "elm road", patterns.STREET),
        ("flat 4b", "flat 4b", patterns.STREET),
        ("case 12345678", "12345678", patterns.LONG_NUMBER),
    ],
)
def test_found(text, what, kind):
    assert (what, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "In 2019, and last year, and in May.",
        "It cost £1,000,000 and £145.50.",
        "I walked 5000 steps at 4.30.",
        "My place is on the road, on my way.",
        "I may march on.",
        "One in 10 of us.",
    ],
)
def test_not_found(text):
    assert found(text) == set()


def test_an_nhs_number_needs_its_check_digit():
    assert not {kind for _, kind in found("943 476 5918")} & {patterns.NHS}


def test_every_kind_has_its_word_in_brackets():
    kinds = {
        kind for _, kind in found("943 476 5919 AB123456C LS9 8AB a@b.org www.a.org 3 May, flat 3, 1234567")
    }
    assert kinds <= patterns.BRACKETS.keys()
