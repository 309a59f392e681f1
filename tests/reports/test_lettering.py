import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.reports.lettering import FONTS, label, svg, way_of, width, wrap
from tests.reports.svg_reading import parsed, title


@settings(max_examples=50)
@given(st.text(max_size=60), st.integers(8, 20), st.integers(60, 300))
def test_wrapped_lines_fit_and_lose_no_letter(text, size, room):
    lines = wrap(text, size, room)
    assert all(width(line, size) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_where_they_fit():
    assert wrap("Someone to rely on", 15, 125) == ["Someone to", "rely on"]


@given(st.text(max_size=40))
def test_any_text_can_be_written(text):
    parsed(f"<g>{label(0, 0, text, 12)}</g>")
    parsed(svg((10, 10), text, "", "kind", id_prefix="one", description=text))


def test_markup_is_shown_not_obeyed():
    assert parsed(label(0, 0, "<script>&", 12)).text == "<script>&"


def test_a_picture_says_its_title_by_unique_names():
    picture = svg((10, 20), "Hope grew", "", "flower", id_prefix="derby", description="More words")
    frame = parsed(picture)
    assert title(picture) == "Hope grew"
    assert frame.get("role") == "img" and frame.get("font-family") == FONTS
    assert frame.get("aria-labelledby") == "derby-title" and 'id="derby-title"' in picture
    assert frame.get("aria-describedby") == "derby-description" and 'id="derby-description"' in picture


def test_a_small_picture_without_a_prefix_has_no_ids():
    assert "id=" not in svg((10, 20), "Hope grew", "", "moves")


@pytest.mark.parametrize("text, way", [
    ("Hello", "ltr"), ("كنت وحيدا", "rtl"), ("12. שלום", "rtl"), ("[name] كنت", "ltr"),
    ("", "ltr"), ("🌻 12", "ltr"), ("😀 سلام", "rtl"), ("é", "ltr"),
])  # fmt: skip
def test_the_first_letter_says_which_way_a_text_runs(text, way):
    assert way_of(text) == way
