from dataclasses import replace

import pytest

from survey.analysis.comparison_value import ValueSide, alike, labels, refusals

SETTINGS = {
    "Kind": "A forecast",
    "Quantity rule": "counted",
    "Discounting": "3.5 per cent; the first year is not",
    "Inputs discounted": "no",
    "Price year": "2026",
    "Volunteers’ time": "not counted",
    "Whose answers": "North, Level 2",
}
OURS = ValueSide("Ours", "asked at the time", SETTINGS, frozenset({"a club: £5", "a visit: £40"}))
THEIRS = replace(OURS, name="Theirs")


def changed(**settings):
    return replace(
        THEIRS, settings=SETTINGS | {name.replace("_", " "): said for name, said in settings.items()}
    )


def test_ratios_that_are_worked_out_alike_stand_side_by_side_without_a_label():
    assert refusals([OURS, THEIRS]) == () and labels([OURS, THEIRS]) == ()


@pytest.mark.parametrize("setting", ["Kind", "Quantity_rule", "Discounting", "Inputs_discounted"])
def test_another_way_of_working_out_is_refused_with_who_does_what(setting):
    [words] = refusals([OURS, changed(**{setting: "otherwise"})])
    assert words.startswith(setting.replace("_", " ")) and "Theirs: otherwise." in words
    assert "cannot stand side by side" in words


def test_a_forecast_is_never_laid_beside_what_has_happened():
    [words] = refusals([OURS, changed(Kind="An evaluation of what has happened")])
    assert words.startswith("Kind. Ours: A forecast; Theirs: An evaluation of what has happened.")


def test_those_that_are_worked_out_alike_still_stand_together():
    forecast, third = changed(Kind="A plan"), replace(OURS, name="Third")
    assert alike([OURS, forecast, third]) == ((0, 2), (1,))
    assert alike([OURS, replace(THEIRS, before="recalled")]) == ((0,), (1,))
    # What only moves a ratio parts nobody.
    assert alike([OURS, changed(Price_year="2020")]) == ((0, 1),)


def test_another_kind_of_before_is_refused():
    [words] = refusals([OURS, replace(THEIRS, before="recalled")])
    assert words.startswith("Ours: before asked at the time; Theirs: before recalled.")


@pytest.mark.parametrize("setting", ["Rate_and_years", "Price_year", "Volunteers’_time", "Whose_answers"])
def test_what_only_moves_a_ratio_is_labelled(setting):
    sides = [OURS, changed(**{setting: "otherwise"})]
    [label] = labels(sides)
    assert refusals(sides) == () and label.about == setting.replace("_", " ")
    assert label.words.endswith("Theirs: otherwise.")


def test_other_proxies_are_counted():
    [label] = labels([OURS, replace(THEIRS, proxies=frozenset({"a club: £6", "a visit: £40"}))])
    assert (label.about, label.words) == (
        "Proxies",
        "One is the same in all; Ours: one of its own; Theirs: one of its own.",
    )


@pytest.mark.parametrize(
    "own, words",
    [
        ({"a fare: £2"}, "None is the same in all; Ours: two of its own; Theirs: one of its own."),
        (
            {"a club: £5", "a visit: £40", "a fare: £2"},
            "Two are the same in all; Ours: none of its own; Theirs: one of its own.",
        ),
    ],
)
def test_how_many_proxies_are_shared_reads_as_a_sentence(own, words):
    [label] = labels([OURS, replace(THEIRS, proxies=frozenset(own))])
    assert label.words == words
