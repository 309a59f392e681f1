import json

from survey.reports import frozen
from survey.reports.comparison_charts import chart
from survey.reports.comparison_sides import Chosen
from tests.opened import KEPT

BEFORE, SCALE = "pct_relative_ratio_of_means", "pct_of_range"


def released(part="", **ends):
    kept = json.loads(KEPT)
    kept["findings"]["statistics"]["rows"][0][2].update(ends)
    return Chosen("Ours", frozen.from_text(json.dumps(kept)), part)


def drawn(*sides, definition=BEFORE, outcome="control"):
    return chart("x", "Feeling in control", outcome, definition, [(f"S{n}", s) for n, s in enumerate(sides)])


def test_each_that_shows_a_figure_has_a_bar():
    found = drawn(released(), released())
    assert found.startswith("<svg") and "S0" in found and "S1" in found and "45 per cent" in found


def test_what_is_hidden_is_not_drawn():
    assert drawn(released(), released("change_area_1")) == ""
    assert drawn(released(), released(), outcome="hope") == ""


def test_the_interval_is_drawn_where_it_is_of_what_is_shown():
    sure = released(low=30.0, high=60.0)
    assert "30 to 60" in drawn(sure, released())
    assert "30 to 60" not in drawn(sure, released(), definition=SCALE)
