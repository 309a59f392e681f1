import pytest

from survey.analysis import graphemes


@pytest.mark.parametrize(
    ("text", "span", "whole"),
    [
        ("abc", (1, 2), (1, 2)),
        ("e\u0301a", (0, 1), (0, 2)),
        ("e\u0301a", (1, 2), (0, 2)),
        ("👩\u200d👧x", (0, 1), (0, 3)),
        ("👩\u200d👧x", (2, 3), (0, 3)),
        ("👍🏽!", (0, 1), (0, 2)),
        ("🇬🇧🇫🇷", (0, 1), (0, 2)),
        ("🇬🇧🇫🇷", (2, 3), (2, 4)),
        ("❤\ufe0f", (0, 1), (0, 2)),
        ("a\r\nb", (0, 2), (0, 3)),
        ("\na", (1, 2), (1, 2)),
        ("שָלום", (0, 1), (0, 2)),
        ("\u0301a", (0, 1), (0, 1)),
    ],
)
def test_a_span_is_of_whole_signs(text, span, whole):
    assert graphemes.whole(text, *span) == whole
