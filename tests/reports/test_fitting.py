from survey.reports.fitting import LINE, NARROWEST, WIDEST, height, page_breaks, scale, widths
from survey.reports.grids import Grid, Sheet


def test_columns_hold_their_longest_word_and_do_not_grow_without_end():
    grid = Grid(
        ("Outcome", "An extraordinarily long heading (people)", "n"),
        (("x" * 200, 1, 2),),
        formats=("", "0", "0"),
    )
    words, long, short = widths(Sheet("S", "S", (grid,)))
    assert words == WIDEST and short == NARROWEST
    assert len("extraordinarily") < long < 20


def test_widths_that_are_asked_for_are_kept():
    assert widths(Sheet("S", "S", (Grid((), (("a", "b"),)),), widths=(50,))) == (50, NARROWEST)


def test_a_row_is_as_high_as_its_longest_cell():
    assert height(("short", 3, None), (20, 20, 20)) == LINE
    assert height(("short", "word " * 20), (20, 20)) > 4 * LINE
    assert height(("one\ntwo",), (20,)) == 2 * LINE


def test_what_is_wide_is_printed_smaller():
    assert scale((20, 11)) == scale((11,)) > scale((44,) * 5) > scale((44,) * 8)


def test_a_table_is_not_cut_that_fits_on_a_page():
    assert page_breaks(90, [(4, 200), (16, 200), (28, 100)], 100) == []
    assert page_breaks(90, [(4, 300), (16, 200), (28, 100)], 100) == [16]
    assert page_breaks(90, [(4, 200), (16, 900), (28, 100)], 100)[0] == 16
