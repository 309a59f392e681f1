import pytest

from survey.reports import shapes
from survey.reports.shapes import Misshapen

GOOD = [
    (shapes.words(3), ["", "abc", "a\nb"]),
    (shapes.whole(1, 5), [1, 5]),
    (shapes.figure, [0, -1.5, 10**9]),
    (shapes.one_of("a", 1), ["a", 1]),
    (shapes.maybe(shapes.whole(1, 5)), [None, 3]),
    (shapes.listed(shapes.whole(1, 5), 2), [[], [1, 2]]),
    (shapes.mapped(shapes.whole(1, 5), 1), [{}, {"a": 2}]),
    (shapes.record({"a": shapes.day}, {"b": shapes.day}), [{"a": "2026-04-01"}]),
    (shapes.moment, ["2026-04-01T10:00:00"]),
]
BAD = [
    (shapes.words(3, 1), [None, "", "abcd", "\x00", "\ud800", 3]),
    (shapes.whole(1, 5), [0, 6, True, 1.0, "1", None]),
    (shapes.figure, [True, "1", None, float("nan"), float("inf"), 10**40, []]),
    (shapes.one_of("a", 1), ["b", True, 1.0, None, []]),
    (shapes.maybe(shapes.whole(1, 5)), [0]),
    (shapes.listed(shapes.whole(1, 5), 2, 1), [[], [1, 2, 3], [9], "12", {}]),
    (shapes.mapped(shapes.whole(1, 5), 1), [[], {"a": 9}, {"a": 1, "b": 2}, {"\x00": 1}]),
    (shapes.record({"a": shapes.day}, {"b": shapes.day}), [{}, [], {"a": "x"}, {"a": "2026-04-01", "c": 1}]),
    (shapes.day, ["1826-04-01", "2026-02-30", 5, "2" * 50]),
    (shapes.moment, ["2026-04-01T10:00:00+00:00", "soon"]),
]


@pytest.mark.parametrize("check, values", GOOD)
def test_what_fits_passes(check, values):
    for value in values:
        check(value, "here")


@pytest.mark.parametrize("check, values", BAD)
def test_what_does_not_fit_is_refused_with_its_place(check, values):
    for value in values:
        with pytest.raises(Misshapen, match="^here"):
            check(value, "here")


def test_the_place_leads_into_what_is_nested():
    check = shapes.record({"rows": shapes.listed(shapes.mapped(shapes.whole(1, 5)))})
    with pytest.raises(Misshapen, match="^the file, rows, 2, n: a whole number from 1 to 5"):
        check({"rows": [{"n": 1}, {"n": 6}]}, "the file")


def test_what_is_not_known_is_not_said_back():
    with pytest.raises(Misshapen, match="something that is not known here"):
        shapes.record({})({"<script>": 1}, "the file")
