import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.reports.flower import Petal, Words, flower
from survey.reports.lettering import width
from survey.reports.palette import NOW
from tests.reports.papers import OUTCOMES, own_petals
from tests.reports.svg_reading import area, parsed, paths, texts, title, words

shares = st.none() | st.floats(0, 1)
petals = st.lists(st.builds(Petal, st.text(min_size=1, max_size=40), shares, shares), min_size=1, max_size=16)


def drawn(*petals: Petal, **more) -> str:
    return flower([*petals, Petal("a", None, None), Petal("b", None, None)], "Hope grew", **more)


def test_areas_are_in_proportion_to_the_values():
    picture = drawn(Petal("Hope", 0.25, 0.5), Petal("Control", 1, 0.75))
    quarter, whole = (area(path) for path in paths(picture, "before")[:2])
    half, three_quarters = (area(path) for path in paths(picture, "now")[:2])
    assert [half / quarter, whole / quarter, three_quarters / quarter] == pytest.approx([2, 4, 3], rel=0.001)


@settings(max_examples=40)
@given(petals)
def test_everything_written_lies_inside_the_picture(petals):
    picture = flower(petals, "What changed")
    _, _, wide, tall = (float(number) for number in parsed(picture).get("viewBox").split())
    assert wide == 300
    for text in texts(picture):
        x, long = float(text.get("x")), width(text.text or "", float(text.get("font-size")))
        start = x - long * {"end": 1, "middle": 0.5}.get(text.get("text-anchor"), 0)
        assert start >= -0.1 and start + long <= wide + 0.1
        assert 10 <= float(text.get("y")) <= tall - 4


@settings(max_examples=40)
@given(petals)
def test_lines_of_the_key_never_overlap(petals):
    lines = [text for text in texts(flower(petals, "t")) if text.get("text-anchor") is None]
    # The first three are the legend's.
    key = sorted((text.get("x"), float(text.get("y"))) for text in lines[3:])
    pairs = zip(key, key[1:], strict=False)
    assert all(lower - upper >= 18 for (left, upper), (other, lower) in pairs if left == other)


def test_before_is_a_line_and_now_a_fill():
    picture = drawn(Petal("Hope", 0.25, 0.5))
    fills = [(path.get("class"), path.get("fill")) for path in parsed(picture).iter() if path.get("class")]
    assert set(fills) == {("flower", None), ("before", "none"), ("now", NOW)}


@pytest.mark.parametrize("before, now, note", [
    (None, 0.5, "no answer for before"), (0.5, None, "no answer for now"), (None, None, "no answer"),
])  # fmt: skip
def test_what_was_not_answered_is_not_drawn_and_is_said(before, now, note):
    picture = flower([Petal("Hope", before, now), Petal("b", 0.5, 0.5), Petal("c", 0.5, 0.5)], "t")
    # One more of each kind stands in the legend.
    assert len(paths(picture, "before")) == 3 + (before is not None)
    assert len(paths(picture, "now")) == 3 + (now is not None)
    assert f"Hope ({note})" in " ".join(words(picture))


def test_nothing_is_told_from_no_answer():
    nothing, silent = drawn(Petal("Hope", 0, 0)), drawn(Petal("Hope", None, None))
    assert nothing.count("<circle") == silent.count("<circle") + 2
    assert silent.count("stroke-dasharray") == nothing.count("stroke-dasharray") + 1


def test_the_petals_and_the_key_carry_the_same_numbers():
    numbers = [word for word in words(flower(own_petals(), "t")) if word.isdigit()]
    assert sorted(numbers) == sorted([str(place) for place in range(1, 9)] * 2)


def test_without_a_key_no_name_is_written():
    picture = flower([Petal(name, 0.2, 0.4) for name in OUTCOMES], "t", key=False)
    assert "Control" not in words(picture) and "13" in words(picture)


def test_the_legend_speaks_the_readers_language_and_takes_the_room_it_needs():
    long = Words(before="Przed rozpoczęciem", now="Obecnie", whole="Najlepszy możliwy wynik")
    picture = drawn(Petal("Hope", 0, 1), words=long)
    assert {"Przed rozpoczęciem", "Najlepszy możliwy wynik"} <= set(words(picture))
    assert title(picture) == "Hope grew"


@pytest.mark.parametrize("count", [0, 17])
def test_too_few_or_too_many_petals_are_refused(count):
    with pytest.raises(ValueError, match="1 to 16"):
        flower([Petal("Hope", 0, 1)] * count, "t")


def test_the_legend_names_only_what_is_drawn():
    first_wave = flower([Petal("Hope", None, 0.5)] * 3, "Now only")
    assert ">Before<" not in first_wave and ">Now<" in first_wave
    assert ">Before<" in flower([Petal("Hope", 0.2, 0.5)] * 3, "Both")
