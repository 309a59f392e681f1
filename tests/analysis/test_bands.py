import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.analysis.bands import BANDS, band_of, band_of_median, more_cautious, net_span, span_of
from survey.analysis.impact import OF_NET, figure, net_change
from survey.analysis.said import Said
from survey.analysis.tables import HIDDEN

LOW, HALF, HIGH = BANDS
PER_CENT = st.one_of(st.integers(0, 100), st.floats(0, 100))


@pytest.mark.parametrize(
    ("per_cent", "band"),
    [(0, LOW), (25, LOW), (33, LOW), (34, HALF), (50, HALF), (66, HALF), (67, HIGH), (75, HIGH), (100, HIGH)],
)
def test_bands_are_thirds(per_cent, band):
    assert band_of(per_cent) == band


@given(PER_CENT)
def test_a_figure_lies_in_the_span_of_its_band(per_cent):
    low, high = span_of(band_of(per_cent))
    assert low <= per_cent <= high and high - low == pytest.approx(100 / 3)


@pytest.mark.parametrize("per_cent", [None, -1, 101, float("nan"), "50"])
def test_what_is_no_per_cent_has_no_band(per_cent):
    with pytest.raises(ValueError, match="is not a number"):
        band_of(per_cent)


@pytest.mark.parametrize(
    ("values", "band"),
    [([0], LOW), ([0, 50, 100], HALF), ([0, 25, 50, 100], HALF), ([25, 75], HIGH), ([100, 0, 0, 0], LOW)],
)
def test_the_median_is_the_larger_middle_one(values, band):
    assert band_of_median(values) == band


def test_nobody_has_no_median():
    with pytest.raises(ValueError, match="nobody"):
        band_of_median([])


@given(st.lists(PER_CENT, min_size=1, max_size=12), st.data())
def test_answers_may_be_anything_within_their_bands(values, data):
    def another(value):
        low, high = span_of(band_of(value))
        return data.draw(st.floats(low, high).filter(lambda other: band_of(other) == band_of(value)))

    assert band_of_median([another(value) for value in values]) == band_of_median(values)


def test_the_more_cautious_of_what_is_shown():
    assert more_cautious(LOW, HIGH, HALF) == HIGH
    assert more_cautious(HIDDEN, LOW, None) == LOW
    assert more_cautious(HIDDEN, None) is None


def test_a_span_is_a_band_or_a_number_or_nothing():
    assert span_of(20) == (20, 20)
    assert span_of(HALF) == pytest.approx((100 / 3, 200 / 3))
    assert span_of(HIDDEN) is None and span_of(None) is None
    with pytest.raises(ValueError, match="is not a number"):
        span_of("a lot")


def test_the_net_change_lies_between_the_edges():
    assert net_span(27, LOW, LOW, LOW) == pytest.approx((8, 27))
    assert net_span(27, HALF, LOW, 0) == pytest.approx((6, 18))
    assert net_span(-27, HALF, LOW, 0) == pytest.approx((-18, -6)), "the smaller number first"
    assert net_span(40, 25, 0, 50) == pytest.approx((15, 15)), "entered figures are known"
    assert net_span(40, HIGH, LOW, LOW)[0] == 0


@pytest.mark.parametrize("nothing", [HIDDEN, None])
@pytest.mark.parametrize("place", range(4))
def test_where_anything_is_hidden_or_unknown_there_is_no_span(place, nothing):
    cells = [40, LOW, LOW, LOW]
    assert net_span(*cells)
    cells[place] = nothing
    assert net_span(*cells) is None


@given(st.floats(-1000, 1000), st.tuples(PER_CENT, PER_CENT, PER_CENT))
def test_the_exact_net_lies_in_the_span(gross, per_cents):
    found = dict(zip(OF_NET, per_cents, strict=True))
    exact = net_change(gross, {each: figure(each, Said((value,)), Said()) for each, value in found.items()})
    low, high = net_span(gross, **{each: band_of(value) for each, value in found.items()})
    assert low - 1e-9 <= exact <= high + 1e-9
    assert min(0, gross) - 1e-9 <= low <= high <= max(0, gross) + 1e-9


def test_nothing_of_a_fall_is_nought_and_not_minus_nought():
    _far, near = net_span(-27, LOW, LOW, "more than two thirds")
    assert str(near) == "0.0"
