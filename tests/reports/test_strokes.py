import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.reports import strokes
from survey.reports.strokes import Scale
from tests.reports.chart_reading import boxes
from tests.reports.svg_reading import parsed


def framed(body: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg">{body}</svg>'


def test_a_figure_stands_as_far_along_as_it_is():
    scale = Scale(10, 110, Decimal(-25), Decimal(75))
    assert [scale.at(Decimal(each)) for each in (-25, 0, 75)] == pytest.approx([10, 35, 110])


def test_one_figure_alone_stands_at_the_left():
    assert Scale(10, 110, Decimal(3), Decimal(3)).at(Decimal(3)) == 10


@given(st.floats(0, 300), st.floats(0, 40))
def test_strokes_stay_inside_their_box(long, tall):
    picture = strokes.hatched(7, 9, long, tall)
    ends = re.findall(r"[ML]([\d.-]+),([\d.-]+)", picture)
    assert all(7 - 0.06 <= float(x) <= 7 + long + 0.06 for x, _ in ends)
    assert all(9 - 0.06 <= float(y) <= 9 + tall + 0.06 for _, y in ends)


def test_full_empty_and_hatched_are_told_apart_without_colour():
    full, empty, hatched = (
        each(0, 0, 40, 18) for each in (strokes.filled, strokes.outlined, strokes.hatched)
    )
    assert "<path" in hatched and "<path" not in full + empty
    fills = [
        next(parsed(framed(each)).iter("{http://www.w3.org/2000/svg}rect")).get("fill")
        for each in (full, empty)
    ]
    assert fills[0] != fills[1]
    assert boxes(framed(full)) == boxes(framed(empty)) == boxes(framed(hatched))


def test_a_line_is_whole_or_dashed():
    assert "dasharray" in strokes.upright(3, 0, 9, dashed=True)
    assert "dasharray" not in strokes.upright(3, 0, 9)


def test_a_whisker_reaches_from_low_to_high():
    assert "M20.0,9.0H80.0" in strokes.whisker(20, 80, 9, 10)
