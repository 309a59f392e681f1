import pytest

from survey.analysis.impact import figures
from survey.analysis.said import Entered, Said
from survey.reports import impact_words as words
from survey.reports.impact_tables import Measured
from survey.reports.impact_words import Part, parts

FROM_BEFORE, POSSIBLE = "pct_relative_ratio_of_means", "pct_of_possible_means"
KNOWN = {
    name: {"residents": Said((per_cent,))}
    for name, per_cent in (("deadweight", 50.0), ("attribution_to_others", 20.0), ("displacement", 0.0))
}


def measured(gross, said=KNOWN, entered=None, **more):
    usual = {"id": "hope", "name": "hope", "n": 12, "gross": gross, "figures": figures(said, entered or {})}
    return Measured(**{**usual, **more})


@pytest.mark.parametrize("gross, better, headline, begins", [
    (50.0, "higher", FROM_BEFORE, "Hope rose by 50 per cent of its starting level."),
    (-50.0, "higher", FROM_BEFORE, "Hope got worse: it fell by 50 per cent of its starting level."),
    (-50.0, "lower", FROM_BEFORE, "Hope fell by 50 per cent of its starting level."),
    (50.0, "lower", FROM_BEFORE, "Hope got worse: it rose by 50 per cent of its starting level."),
    (50.0, "lower", POSSIBLE, "Hope improved by 50 per cent of the distance to the best answer."),
    (-50.0, "lower", POSSIBLE, "Hope got worse by 50 per cent of the distance to the best answer."),
])  # fmt: skip
def test_a_sentence_says_which_way_and_how_much_of_it_is_due(gross, better, headline, begins):
    said = words.sentence(measured(gross, better=better), headline)
    assert said.startswith(begins)
    assert "Due to the programme: 20 per cent of" in said and said.endswith(
        "which is 40 per cent of the change."
    )


@pytest.mark.parametrize("gross, end", [(80.0, "better"), (-80.0, "worse")])
def test_what_partners_count_is_told_in_their_unit(gross, end):
    said = words.sentence(measured(gross, unit="GP visits"), FROM_BEFORE)
    assert said == (
        f"Hope: partners counted a change for the {end} of 80 GP visits. "
        "Due to the programme: 32 GP visits, which is 40 per cent of the change."
    )


def test_what_is_not_known_is_named_and_never_read_as_nought():
    said = words.sentence(
        measured(50.0, {"deadweight": {"residents": Said((50.0,), unknown=1)}}), FROM_BEFORE
    )
    assert said == (
        "Hope rose by 50 per cent of its starting level. Not known yet: attribution to others (of what is "
        "left, what came from others than the coordinator) and displacement (what was pushed aside and lost "
        "elsewhere)."
    )


def test_without_a_change_there_is_nothing_to_be_due():
    assert "no change has been measured" in words.sentence(measured(None), FROM_BEFORE)
    assert "no partner has said how much" in words.sentence(measured(None, unit="hours"), FROM_BEFORE)
    assert "did not change on average. So there is nothing" in words.sentence(measured(0.0), FROM_BEFORE)


def test_what_an_evaluator_entered_is_said_to_be():
    entered = {"deadweight": Entered(50, "records", "police log")}
    said = words.sentence(measured(50.0, entered=entered), FROM_BEFORE)
    assert said.endswith("Entered by an evaluator: deadweight.")
    assert "Entered" not in words.sentence(measured(50.0), FROM_BEFORE)


def test_voices_that_disagree_are_told_with_both_medians_and_who_claims_less():
    far = {"deadweight": {"residents": Said((75.0,)), "partners": Said((50.0,))}}
    near = {"deadweight": {"residents": Said((74.0,)), "partners": Said((50.0,))}}
    assert words.disagreements(measured(1.0, far)) == (
        "Deadweight: residents say 75 per cent and partners 50 per cent (medians). "
        "Residents claim less for the programme.",
    )
    assert words.disagreements(measured(1.0, near)) == ()


def test_every_filter_grade_and_basis_has_words():
    for table in (words.SHORT_NAMES, words.MEANINGS, words.FILTER_NAMES):
        assert list(table) == list(words.FILTERS)
    assert set(words.GRADE_MEANINGS) == set(words.GRADES)
    assert words.grade_words("both voices") == "A"


@pytest.mark.parametrize("gross, said", [
    (
        45.0,
        "The sum: 45.0 per cent; less 50.0 per cent (deadweight) leaves 22.5; less 20.0 per cent "
        "(attribution to others) leaves 18.0; less 0.0 per cent (displacement) leaves 18.0.",
    ),
    (None, ""),
    (0.0, ""),
])  # fmt: skip
def test_the_sum_behind_what_is_due_is_written_out_where_there_is_one(gross, said):
    assert words.reckoning(measured(gross)) == said


def test_there_is_no_sum_where_a_figure_is_not_known():
    assert words.reckoning(measured(45.0, {})) == ""


def test_an_end_that_many_outcomes_share_names_none_of_them():
    alike = [Part(name, 20.0, 20.0) for name in ("hope", "home", "health")]
    first, no_sum = parts([*alike, Part("money", 44.4, 44.4), Part("isolation", 44.0, 44.0)])
    assert first == (
        "Outcome by outcome, the part due to the programme is between 20 per cent and 44 per cent "
        "(Money and Isolation)"
    )
    assert no_sum == "There is no figure for all of it together."
