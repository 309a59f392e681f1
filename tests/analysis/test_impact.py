import pytest

from survey.analysis.impact import (
    ATTRIBUTION,
    DEADWEIGHT,
    DISPLACEMENT,
    DROP_OFF,
    FILTERS,
    GRADES,
    NOBODY,
    agreement,
    figure,
    figures,
    missing,
    net_change,
)
from survey.analysis.said import Entered, Said

COUNTED = Entered(10, "records", "Counted in the case files.")
JUDGED = Entered(90, "analyst", "The residents asked were few.")


def saying(value, n=1):
    return Said((value,) * n)


SILENT = Said(unknown=2, skipped=1)

PRECEDENCE = [
    # residents, partners, entry: figure used, basis, grade
    (SILENT, SILENT, None, None, None, None),
    (saying(25), SILENT, None, 25, "residents", "one voice"),
    (SILENT, saying(25), None, 25, "partners", "one voice"),
    (saying(25), saying(50), None, 50, "partners", "one voice"),
    (saying(75), saying(50), None, 75, "residents", "one voice"),
    (saying(50), saying(50), None, 50, "residents", "one voice"),
    (saying(0), SILENT, None, 0, "residents", "one voice"),
    (SILENT, SILENT, COUNTED, 10, "records", "records"),
    (SILENT, SILENT, JUDGED, 90, "analyst", "analyst"),
    (saying(75, 5), saying(50, 5), COUNTED, 10, "records", "records"),
    (saying(75, 5), saying(50, 5), JUDGED, 90, "analyst", "analyst"),
]
GRADED = [
    (5, 5, "both voices"),
    (4, 5, "one voice"),
    (5, 4, "one voice"),
    (100, 0, "one voice"),
    (0, 5, "one voice"),
    (0, 0, None),
]


@pytest.mark.parametrize("filter_", FILTERS)
@pytest.mark.parametrize(("residents", "partners", "entry", "used", "basis", "grade"), PRECEDENCE)
def test_which_figure_is_used(filter_, residents, partners, entry, used, basis, grade):
    found = figure(filter_, residents, partners, entry)
    assert (found.used, found.basis, found.grade) == (used, basis, grade)
    assert (found.residents, found.partners, found.entered) == (residents, partners, entry)


@pytest.mark.parametrize(("residents", "partners", "grade"), GRADED)
def test_grades_go_by_how_many_said_it(residents, partners, grade):
    found = figure(DEADWEIGHT, saying(25, residents), saying(50, partners))
    assert found.grade == grade and (grade is None or grade in GRADES)


def test_those_who_do_not_know_count_towards_no_grade():
    assert figure(DEADWEIGHT, saying(25, 5), Said((50,) * 4, unknown=9)).grade == "one voice"


def test_grades_from_best_to_least():
    assert list(GRADES.values()) == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("residents", "partners", "found"),
    [
        ((0,), (24,), "agree"),
        ((0,), (25,), "disagree"),
        ((75,), (50,), "disagree"),
        ((50, 75), (50,), "agree"),
        ((), (50,), None),
        ((50,), (), None),
        ((), (), None),
    ],
)
def test_voices_disagree_from_a_point_apart(residents, partners, found):
    assert agreement(Said(residents), Said(partners)) == found
    assert figure(DROP_OFF, Said(residents), Said(partners), JUDGED).agreement == found


def told(deadweight=(), attribution=(), displacement=(), entered=None):
    said = {
        DEADWEIGHT: {"residents": Said(deadweight)},
        ATTRIBUTION: {"residents": Said(attribution)},
        DISPLACEMENT: {"partners": Said(displacement)},
    }
    return figures(said, entered or {})


def test_the_net_change_is_what_three_filters_leave():
    assert net_change(40, told((25,), (50,), (0,))) == 15
    assert net_change(-40, told((25,), (50,), (20,))) == -12
    assert net_change(0, told((25,), (50,), (0,))) == 0


@pytest.mark.parametrize(
    ("said", "waiting"),
    [
        (((), (50,), (0,)), (DEADWEIGHT,)),
        (((25,), (), (0,)), (ATTRIBUTION,)),
        (((25,), (50,), ()), (DISPLACEMENT,)),
        (((), (), ()), (DEADWEIGHT, ATTRIBUTION, DISPLACEMENT)),
    ],
)
def test_without_one_of_the_three_there_is_no_net_change(said, waiting):
    found = told(*said)
    assert net_change(40, found) is None and missing(found) == waiting


def test_a_filter_that_is_not_there_at_all_is_missing():
    found = told((25,), (50,), (0,))
    del found[DISPLACEMENT]
    assert net_change(40, found) is None and missing(found) == (DISPLACEMENT,)


def test_drop_off_takes_no_part_in_the_net_change():
    found = told((25,), (50,), (0,), {DROP_OFF: JUDGED})
    assert found[DROP_OFF].used == 90
    assert net_change(40, found) == 15


def test_an_unknown_gross_has_no_net():
    assert net_change(None, told((25,), (50,), (0,))) is None


@pytest.mark.parametrize("gross", [float("nan"), float("inf")])
def test_a_gross_is_a_number(gross):
    with pytest.raises(ValueError, match="not an amount"):
        net_change(gross, told((25,), (50,), (0,)))


BLENDED = Entered(40, "records", "One question was asked about both.", covers_deadweight=True)


def test_deadweight_that_a_blended_answer_covers_is_not_deducted_again():
    found = told((50,), (), (0,), {ATTRIBUTION: BLENDED})
    assert net_change(100, found) == 60
    assert missing(found) == ()
    left_out = found[DEADWEIGHT]
    assert (left_out.used, left_out.basis, left_out.grade) == (None, None, None)
    assert left_out.counted_in == ATTRIBUTION and left_out.residents == Said((50,)), (
        "what was said stays seen"
    )


def test_a_blended_answer_leaves_out_deadweight_that_was_entered_too():
    found = told((), (), (0,), {ATTRIBUTION: BLENDED, DEADWEIGHT: COUNTED})
    assert net_change(100, found) == 60 and found[DEADWEIGHT].entered == COUNTED


def test_control_the_same_entry_without_the_mark_deducts_both():
    plain = Entered(BLENDED.per_cent, BLENDED.basis, BLENDED.reason)
    assert net_change(100, told((50,), (), (0,), {ATTRIBUTION: plain})) == 30


@pytest.mark.parametrize("filter_", [DEADWEIGHT, DISPLACEMENT, DROP_OFF])
def test_a_blended_answer_fills_no_other_filter(filter_):
    with pytest.raises(ValueError, match="only attribution_to_others can cover deadweight"):
        figures({}, {ATTRIBUTION: BLENDED, filter_: BLENDED})


def test_there_are_figures_for_every_filter():
    found = figures({}, {})
    assert tuple(found) == FILTERS
    assert {each.used for each in found.values()} == {None}


@pytest.mark.parametrize(
    ("said", "entered"),
    [({"attribution": {}}, {}), ({}, {"leakage": JUDGED}), ({DEADWEIGHT: {"friends": NOBODY}}, {})],
)
def test_an_unknown_filter_or_voice_is_refused(said, entered):
    with pytest.raises(ValueError, match="no such filter or voice: (attribution|leakage|friends)"):
        figures(said, entered)
    with pytest.raises(ValueError, match="no such filter"):
        figure("leakage", NOBODY, NOBODY)
