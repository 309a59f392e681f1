import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from survey.analysis.change import change, moves_from_pairs
from survey.questionnaires import loading
from survey.reports.figures import figures

CONTROL = loading.library()["resident-outcomes"].question("control")
SCORES = st.none() | st.integers(1, 5)


def counted(pairs):
    frame = pd.DataFrame(pairs, columns=["area_id", "before", "now"]).assign(outcome="control")
    grouped = (
        frame.groupby(["outcome", "area_id", "before", "now"], dropna=False).size().reset_index(name="n")
    )
    return grouped.astype({"before": "Int64", "now": "Int64"})


@given(st.lists(st.tuples(st.integers(1, 2), SCORES, SCORES), min_size=1, max_size=30))
def test_the_figures_are_those_of_the_raw_pairs(pairs):
    found = figures(counted(pairs), [CONTROL], [1, 2])
    everyone = [pair[1:] for pair in pairs]
    assert found.everyone["control"] == change(*moves_from_pairs(everyone, 1, 5), 1, 5, "higher")
    north = [pair[1:] for pair in pairs if pair[0] == 1]
    assert (
        found.areas[1]["control"].before_counts
        == change(*moves_from_pairs(north, 1, 5), 1, 5, "higher").before_counts
    )
    assert (
        found.areas[1]["control"].n_pairs + found.areas[2]["control"].n_pairs
        == found.everyone["control"].n_pairs
    )


def test_an_outcome_that_nobody_answered_has_no_figures():
    found = figures(
        counted([(1, 2, 3)]), [CONTROL, loading.library()["resident-outcomes"].question("hope")], [1]
    )
    assert found.everyone["hope"].n_pairs == 0 and found.everyone["hope"].mean_before is None
