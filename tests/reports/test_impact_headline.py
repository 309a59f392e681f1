from dataclasses import replace

from survey.analysis.impact import FILTERS, figures
from survey.analysis.said import Said
from survey.reports.impact_headline import headline
from survey.reports.impact_tables import Measured


def outcome(name="hope", gross=10.0, **filters):
    said = {each: {"partners": Said((float(per_cent),))} for each, per_cent in filters.items()}
    return Measured(name, name, 5, gross, figures(said, {}))


def known(name, deadweight, gross=10.0):
    return outcome(name, gross, deadweight=deadweight, attribution_to_others=50, displacement=0)


def test_nobody_has_said_anything():
    first, more = headline([outcome()])
    assert first == "Nobody has said yet how much of the change is due to the programme"
    assert "when they answer" in more


def test_what_is_missing_is_counted_by_how_many_wait_for_it():
    first, more = headline([outcome(deadweight=25), outcome(deadweight=25, displacement=0)])
    assert first == "How much of the change is due to the programme cannot be said yet"
    assert more == (
        "Not known yet: of what is left, what came from others than the coordinator (for two); "
        "what was pushed aside and lost elsewhere (for one)."
    )


def test_smallest_and_largest_part_stand_side_by_side():
    first, more = headline([known("hope", 20), known("home", 60), known("health", 40), outcome(gross=None)])
    assert first == (
        "Outcome by outcome, the part due to the programme is between 20 per cent (Home) "
        "and 40 per cent (Hope)"
    )
    assert more == (
        "There is no figure for all of it together. "
        "This is known for three of four outcomes. Not known yet: whether and how far it changed (for one)."
    )


def test_what_residents_score_and_what_partners_count_are_told_apart():
    visits = replace(known("visits", 50), unit="visits")
    first, more = headline([known("hope", 20), outcome(gross=None), visits, visits])
    assert more.startswith(
        "There is no figure for all of it together. This is known for one of two outcomes that "
        "residents score, and for two of two that partners count."
    )


def test_one_outcome_is_named_and_alike_ones_share_a_figure():
    assert headline([known("hope", 20)]) == ("Hope: 40 per cent of the change is due to the programme", "")
    assert headline([known("hope", 20), known("home", 20)]) == (
        "Outcome by outcome, the part due to the programme is 40 per cent",
        "There is no figure for all of it together. This is known for every outcome.",
    )


def test_a_change_of_nought_has_no_part_in_it():
    assert headline([known("hope", 20, gross=0.0)])[0].endswith("cannot be said yet")


def test_drop_off_is_never_waited_for():
    assert "gone after a year" not in headline([outcome(**{each: 0 for each in FILTERS[:2]})])[1]
