import pytest

from survey.reports.palette import BEFORE, INK, NOW, PAPER, WHOLE, WHOLE_EDGE, contrast, ink_on, scale_colours


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("one, other, least", [
    (NOW, PAPER, 3), (NOW, WHOLE, 3), (BEFORE, PAPER, 3), (BEFORE, WHOLE, 3), (WHOLE_EDGE, PAPER, 3),
    (NOW, PAPER, 3), (INK, PAPER, 7),
])  # fmt: skip
def test_what_must_be_seen_stands_out(one, other, least):
    assert contrast(one, other) >= least


@pytest.mark.parametrize("points", range(1, 12))
def test_a_scale_darkens_towards_its_good_end_and_its_counts_can_be_read(points):
    colours = scale_colours(points)
    on_paper = [contrast(colour, PAPER) for colour in colours]
    assert len(colours) == points
    assert on_paper == sorted(on_paper) and len(set(colours)) == points
    assert all(contrast(ink_on(colour), colour) >= 4.5 for colour in colours)
