import pytest

from survey.analysis.impact import figure, figures
from survey.analysis.said import Entered, Said
from survey.reports.impact_reasons import reasons

FIVE = Said((50.0,) * 5)


def test_the_rule_names_the_voice_and_what_the_other_one_said():
    rule, grade, residents, partners = reasons(figure("deadweight", FIVE, Said((25.0,) * 6, unknown=1)))
    assert rule == (
        "The median of what residents said. The median of what partners said is 25 per cent; "
        "the larger of the two claims less, so it counts."
    )
    assert grade == "Evidence A: five or more answers from residents and as many from partners."
    assert residents == (
        "Residents: five gave a figure, from 50 to 50 per cent, the middle half from 50 to 50."
    )
    assert partners.startswith("Partners: six gave a figure") and partners.endswith("; one did not know.")


@pytest.mark.parametrize("residents, partners, entered, rule", [
    (FIVE, Said(), None, "The median of what residents said."),
    (FIVE, FIVE, None, "The median of what residents said. Partners say the same."),
    (Said(), FIVE, None, "The median of what partners said."),
    (FIVE, FIVE, Entered(9, "analyst", "why"), "Entered by an evaluator, analyst’s own: it counts before"),
    (Said(unknown=2), Said(), None, "Nobody has said. It is never read as nought: what is due"),
])  # fmt: skip
def test_each_way_in_which_a_figure_is_made(residents, partners, entered, rule):
    assert reasons(figure("deadweight", residents, partners, entered))[0].startswith(rule)


def test_drop_off_keeps_nothing_waiting():
    assert "later years only" in reasons(figure("drop_off", Said(), Said()))[0]


def test_a_figure_that_is_counted_elsewhere_says_where():
    blended = {"attribution_to_others": Entered(70, "records", "one question", covers_deadweight=True)}
    assert "attribution to others takes it out already" in reasons(figures({}, blended)["deadweight"])[0]


def test_who_was_never_asked_is_said_and_who_cannot_be_is_not():
    assert reasons(figure("deadweight", Said(), FIVE))[2] == "Residents: nobody was asked."
    assert not [
        each for each in reasons(figure("displacement", Said(), FIVE)) if each.startswith("Residents")
    ]
