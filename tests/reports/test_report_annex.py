from dataclasses import replace
from decimal import Decimal

import pytest

from survey.reports.report_annex import Annex, Figure, Source, exact

HOPE = Source("Hope", "53.25", "the change divided by the start", ("Results", "Hope"), "48 people")


def test_figures_are_numbered_as_they_are_printed_and_keep_their_number():
    annex = Annex()
    first = annex.mark("53", HOPE)
    other = annex.mark("40", replace(HOPE, what="Control", exact="40"))
    again = annex.mark("about 53", HOPE)
    assert "[1]" in first and "[2]" in other and "[1]" in again
    assert [(line.number, line.source.what, line.path) for line in annex.lines] == [
        (1, "Hope", "Results > Hope"),
        (2, "Control", "Results > Hope"),
    ]


def test_a_line_leads_back_to_the_first_place_only():
    annex = Annex()
    assert 'id="figure-1"' in annex.mark("53", HOPE)
    assert 'id="figure-1"' not in annex.mark("53", HOPE)


def test_each_rule_stands_once():
    annex = Annex()
    for what, rule in (("a", "one"), ("b", "two"), ("c", "one")):
        annex.mark("5", replace(HOPE, what=what, rule=rule))
    assert annex.rules == ("one", "two")
    assert [line.rule for line in annex.lines] == [1, 2, 1]


@pytest.mark.parametrize("missing", ["what", "exact", "rule", "path"])
def test_no_figure_is_printed_without_its_source(missing):
    with pytest.raises(ValueError, match="with its source"):
        Annex().mark("53", replace(HOPE, **{missing: ""}))


def test_what_is_marked_is_text_whatever_it_holds():
    marked = Annex().mark("<b>53</b>", HOPE)
    assert isinstance(marked, Figure) and "&lt;b&gt;" in marked


@pytest.mark.parametrize("value, words", [
    (None, "not known"), (5, "5"), (2.5, "2.5"), (Decimal("250000"), "250000"), (Decimal("-0.50"), "-0.5"),
    (Decimal(1) / 3, "0.333333333333333…"), (Decimal("1234567.25"), "1234567.25"),
])  # fmt: skip
def test_figures_are_unrounded_or_say_that_more_digits_follow(value, words):
    assert exact(value) == words
