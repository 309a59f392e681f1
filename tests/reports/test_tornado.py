from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from survey.reports.tornado import Bar, tornado
from tests.reports.chart_reading import boxes, check_boxes, check_words
from tests.reports.svg_reading import title, words

names = st.text("aMn wé£", max_size=70)
ratios = st.decimals(-5, 40, places=3)
bars = st.lists(st.builds(Bar, names, names, names, ratios, ratios), max_size=8)
HOPE = Bar("Value of hope", "£1,000", "£4,500", Decimal("2.9"), Decimal("4.4"))


@settings(max_examples=30)
@given(bars, ratios)
def test_no_word_is_clipped_and_no_bar_covers_one(some, base):
    picture = tornado(some, base, title="What it hangs on")
    check_words(picture)
    check_boxes(picture)


def test_each_half_reaches_from_the_ratio_as_it_is_to_its_end():
    low, high = boxes(tornado([HOPE], Decimal("3.65"), title="t"))[2:]
    assert low[0] + low[2] == high[0] and low[2] == high[2] and low[1] == high[1]


def test_halves_on_the_same_side_stand_one_above_the_other():
    low, high = boxes(tornado([Bar("Hope", "a", "b", Decimal(4), Decimal(5))], Decimal(3), title="t"))[2:]
    assert low[1] + low[3] == high[1] and low[0] == high[0]


def test_ends_are_written_where_they_lie_with_their_ratio():
    turned = Bar("Deadweight", "10 per cent", "40 per cent", Decimal("4.02"), Decimal("3.1"))
    said = words(tornado([turned], Decimal("3.68"), title="t"))
    assert said.index("40 per cent: 3.10") < said.index("10 per cent: 4.02")


def test_a_ratio_of_one_is_drawn_only_where_it_lies_within():
    assert "dasharray" not in tornado([HOPE], Decimal("3.68"), title="t")
    assert "dasharray" in tornado(
        [Bar("Hope", "a", "b", Decimal("0.8"), Decimal(4))], Decimal("3.68"), title="t"
    )


def test_the_title_says_what_the_picture_says():
    assert title(tornado([HOPE], Decimal("3.68"), title="Ends")) == (
        "Ends. The ratio of 3.68 hangs most on Value of hope: it alone moves it from 2.90 to 4.40."
    )
