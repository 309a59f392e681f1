import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.reports.moves import moves_bar
from survey.reports.palette import NOW, PAPER, YLORBR
from tests.reports.svg_reading import SVG, parsed, title

people = st.integers(0, 1000)


def parts(svg: str) -> dict[str, float]:
    frame, *rest = parsed(svg).iter(f"{SVG}rect")
    return {box.get("fill"): float(box.get("width")) for box in rest}


@given(people, people, people.filter(bool))
def test_parts_are_in_proportion(improved, same, worse):
    widths, everybody = parts(moves_bar(improved, same, worse)), improved + same + worse
    shares = {PAPER: worse, YLORBR[2]: same, NOW: improved}
    assert widths == pytest.approx({key: 96 * n / everybody for key, n in shares.items() if n}, abs=0.006)


def test_worse_is_hatched_on_the_left_and_improved_filled_on_the_right():
    assert list(parts(moves_bar(2, 1, 3))) == [PAPER, YLORBR[2], NOW]
    assert "<path" in moves_bar(2, 1, 3) and "<path" not in moves_bar(2, 1, 0)


def test_it_says_its_numbers():
    assert title(moves_bar(12, 5, 3)) == "12 improved, 5 same, 3 worse"
    assert title(moves_bar(1, 0, 0, title="One person improved")) == "One person improved"


def test_nobody_gives_an_empty_frame():
    assert parts(moves_bar(0, 0, 0)) == {}
