from dataclasses import replace

import pytest

from survey.analysis.wording import NOTHING
from survey.reports.report_annex import Annex, Source
from survey.reports.report_blocks import NUMBER, TEXT, Grid, Quotes, sentence

COLUMNS = (("Outcome", TEXT), ("Change", NUMBER), ("Why", TEXT))
FIVE = Annex().mark("5", Source("Hope", "5", "counted", ("Results",)))


def test_a_number_is_printed_with_its_source_or_not_at_all():
    assert Grid("t", COLUMNS, (("Hope", FIVE, "because"), ("Control", NOTHING, "nobody said")))
    with pytest.raises(TypeError, match="Hope, Change"):
        Grid("t", COLUMNS, (("Hope", "5", "because"),))


def test_a_row_may_have_one_source_for_all_of_it():
    assert Grid("t", COLUMNS, ((FIVE, "5", "because"),))


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="argument 2"):
        Grid("t", COLUMNS, (("Hope", FIVE),))


def test_a_table_of_more_headings_than_cells_is_a_list():
    row = ("Hope", FIVE, "because")
    short = Grid("t", COLUMNS, (row,) * 2)
    assert short.is_short and not replace(short, rows=(row,) * 3).is_short
    assert Grid("t", COLUMNS[:2], (row[:2],) * 40).is_short


def test_words_that_nobody_let_out_are_not_quoted():
    with pytest.raises(TypeError, match="let out"):
        Quotes("Hope", ("I have hope",))


def test_a_sentence_holds_figures_and_all_else_as_text():
    made = sentence("{money}, by {givers}.", money=FIVE, givers="<i>the council</i>")
    assert "<span" in made and "&lt;i&gt;the council" in made
