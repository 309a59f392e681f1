from survey.analysis.bands import BANDS
from survey.analysis.counted import OTHER_KINDS, Told
from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, DISPLACEMENT, FILTERS
from survey.analysis.said import Entered
from survey.reports.release_voices import covers_deadweight, filters_table, kinds_table
from tests.reports.release_impact_worlds import HOPE, VISITS

LOW, HALF, HIGH = BANDS
NOBODY = dict.fromkeys(FILTERS, {})
NOT_ONE = dict.fromkeys(FILTERS)


def row(table, key):
    [found] = [each for each in table.rows if each.key == key]
    return found


def test_partners_of_all_kinds_are_told_together_each_as_often_as_it_counts():
    kinds = {**NOBODY, DEADWEIGHT: {"nhs": Told(3, LOW), OTHER_KINDS: Told(5, HIGH)}}
    found = row(filters_table(HOPE, NOT_ONE, kinds, {}), DEADWEIGHT)
    assert (found.cells["partners"], found.cells["partners_n"], found.bases["partners"]) == (HIGH, 8, (8,))


def test_residents_stand_on_themselves_where_they_are_asked():
    table = filters_table(HOPE, {**NOT_ONE, DEADWEIGHT: Told(12, HALF)}, NOBODY, {})
    assert row(table, DEADWEIGHT).bases["residents"] == (12,)
    assert row(table, ATTRIBUTION).bases["residents"] == (0,), "asked, and nobody to be told: hidden"
    assert row(table, DISPLACEMENT).bases["residents"] == (), "never asked: there is nothing to hide"


def test_an_entry_stands_on_nobody_under_its_basis():
    entered = {ATTRIBUTION: Entered(60, "analyst", "Judged.", covers_deadweight=True)}
    table = filters_table(VISITS, NOT_ONE, NOBODY, entered)
    found = row(table, ATTRIBUTION)
    assert (found.cells["analyst"], found.bases["analyst"], found.bases["records"]) == (60, (), ())
    assert covers_deadweight(entered) and not covers_deadweight({})
    assert any("takes it out already" in note for note in table.notes)


def test_kinds_have_a_row_each_and_one_for_those_told_together():
    kinds = {**NOBODY, DEADWEIGHT: {"nhs": Told(3, LOW)}}
    table = kinds_table(HOPE, kinds)
    assert [each.key for each in table.rows] == [*HOPE.kinds, OTHER_KINDS]
    assert (row(table, "nhs").cells[DEADWEIGHT], row(table, "nhs").bases[f"{DEADWEIGHT}_n"]) == (LOW, (3,))
    assert row(table, "police").bases[DEADWEIGHT] == (0,)
