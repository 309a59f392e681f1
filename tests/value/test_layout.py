import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.value import layout


@pytest.mark.parametrize("heading", ["Drop-off %", "DROP OFF (%)", " drop\noff ", "Drop off, % (a year)"])
def test_small_differences_of_a_heading_do_not_count(heading):
    assert layout.plain(heading) == "drop off"


@given(st.integers(0, 16383))
def test_letters_and_places_are_each_others_opposite(place):
    assert layout.place_of(layout.letters(place)) == place


def test_columns_are_lettered_as_in_a_spreadsheet():
    assert [layout.letters(each) for each in (0, 25, 26, 701, 702, 16383)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
    with pytest.raises(ValueError):
        layout.letters(-1)
