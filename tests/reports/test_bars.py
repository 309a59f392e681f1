import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.reports.bars import Answers, diverging, spans
from tests.reports.papers import OUTCOMES
from tests.reports.svg_reading import SVG, parsed, words

five = st.lists(st.integers(0, 300), min_size=5, max_size=5)
counts = st.lists(st.integers(0, 500), min_size=2, max_size=11)


def boxes(svg: str) -> list[tuple[float, float]]:
    rects = parsed(svg).iter(f"{SVG}rect")
    return [(float(box.get("x")), float(box.get("width"))) for box in rects]


@given(counts.filter(sum))
def test_parts_are_shares_side_by_side_from_worst_to_best(counts):
    parts = spans(counts)
    assert [end - start for start, end in parts] == pytest.approx([count / sum(counts) for count in counts])
    assert all(end == pytest.approx(start) for (_, end), (start, _) in zip(parts, parts[1:], strict=False))


def test_the_middle_answer_stands_astride_the_middle_of_the_scale():
    assert spans([1, 1, 2, 0, 4])[2] == pytest.approx((-0.125, 0.125))
    assert spans([1, 1, 2, 4])[2] == pytest.approx((0, 0.25))


def test_turning_the_answers_round_turns_the_bar_round():
    forth, back = spans([3, 1, 4, 1, 5]), spans([5, 1, 4, 1, 3])
    assert [-end for _, end in reversed(back)] == pytest.approx([start for start, _ in forth])


@settings(max_examples=30)
@given(st.lists(st.tuples(st.text(max_size=40), five, five), min_size=1, max_size=16))
def test_every_bar_stays_on_the_paper(rows):
    for x, long in boxes(diverging([Answers(*row) for row in rows], "t")):
        assert x >= 0 and x + long <= 300.01


def test_counts_are_written_where_they_fit_and_nobody_is_said():
    picture = diverging([Answers("Hope", (40, 1, 20, 30, 9), (0, 0, 0, 0, 0))], "More hope")
    assert {"Hope", "40", "20", "30", "no answers"} <= set(words(picture))
    assert "1" not in words(picture) and "0" not in words(picture)


def test_both_bars_of_an_outcome_share_one_scale_whatever_the_number_of_people():
    picture = diverging([Answers("Hope", (0, 0, 0, 10, 10), (0, 0, 0, 90, 90))], "t")
    before, now = boxes(picture)[5:7], boxes(picture)[7:9]
    assert before == now


@pytest.mark.parametrize("rows", [[], [Answers("Hope", (1, 2), (1, 2, 3))]])
def test_bars_of_different_scales_are_refused(rows):
    with pytest.raises(ValueError, match="same number of points"):
        diverging(rows, "t")


def test_names_are_text_whatever_they_hold():
    name = "<b>Home & hearth</b>"
    picture = diverging([Answers(each, (1, 2, 3), (3, 2, 1)) for each in (name, *OUTCOMES[:5])], "t")
    assert {name, *OUTCOMES[:5]} <= set(words(picture))
