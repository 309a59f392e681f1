import pytest

from survey.analysis.disclosure import release
from survey.analysis.headline import headline
from survey.analysis.released import change_told
from survey.analysis.tables import HIDDEN, Column, Row, Table
from survey.analysis.wording import change_sentence, interval_sentence, share_sentence

KEY = "pct_relative_ratio_of_means"
CHANGE = {
    "n_pairs": 50,
    "mean_before": 2.5,
    "mean_after": 3.5,
    "mean_change_points": 1.0,
    KEY: 40.0,
    "pct_of_range": 25.0,
    "share_improved": 64.0,
}
SPREAD = {
    "n_before_only": 15,
    "n_after_only": HIDDEN,
    "low": 30.0,
    "high": 50.0,
    "improved": HIDDEN,
    "same": HIDDEN,
    "worse": HIDDEN,
}


def answers(*rows):
    columns = tuple(Column(f"p{place}", f"Answer {place}", "people") for place in range(5))
    made = [
        Row(
            when,
            when,
            {f"p{place}": count for place, count in enumerate(counts)},
            {f"p{place}": counts for place in range(5)},
        )
        for when, counts in zip(("before", "now"), rows, strict=True)
    ]
    return release(Table("answers", "Answers", columns, tuple(made)), 10)


SOME = answers((12, 15, 10, 10, 3), (10, 10, 10, 10, 10))


def told(change=CHANGE, spread=SPREAD, better="higher", given=SOME):
    return change_told(change, spread, given, 1, better, KEY)


def test_sentences_say_the_released_figures_and_about_how_many():
    said = told()
    assert change_sentence("Hope", "higher", said, KEY) == (
        "Hope rose by 40 per cent of its starting level, from 2.5 to 3.5 out of 5 (about 50 people)."
    )
    assert "between 30 and 50 per cent" in interval_sentence(said, KEY)
    assert share_sentence(said) == "Of about 50 people, 64 per cent moved towards the good end."
    assert headline({"Hope": said}, KEY)[0].startswith("Hope rose by 40 per cent")


def test_a_hidden_mean_leaves_nothing_to_say():
    assert told({**CHANGE, "mean_before": HIDDEN}) is None
    assert told({**CHANGE, "n_pairs": HIDDEN}) is None


def test_what_is_hidden_is_not_defined():
    said = told({**CHANGE, "share_improved": HIDDEN}, {**SPREAD, "low": HIDDEN})
    assert said.share_improved is None and said.intervals[KEY] is None
    assert interval_sentence(said, KEY) == "How far chance could move this figure is hidden."
    assert (said.improved, said.n_after_only, said.n_before_only) == (0, 0, 15)


@pytest.mark.parametrize(
    ("better", "ends"),
    [("higher", ("floor_after", "ceiling_after")), ("lower", ("ceiling_after", "floor_after"))],
)
def test_crowded_ends_are_those_of_released_answers(better, ends):
    assert told(better=better).crowded_ends == ends, "the row of before is hidden, so it tells nothing"


def test_a_change_that_rounds_to_nothing_hardly_is_one():
    small = {**CHANGE, "mean_after": 2.6, "mean_change_points": 0.0, KEY: 1.0}
    assert change_sentence("Hope", "higher", told(small), KEY) == (
        "Hope hardly changed on average: from 2.5 to 2.6 out of 5 (about 50 people)."
    )
