from survey.engagement.value_sheet_places import Places
from survey.engagement.value_sheet_problems import Problem

PLACES = Places("Value map", {"R1": 9, "R2": 10}, {"n": "Sample"})


def test_a_cell_is_named_by_sheet_row_and_heading():
    assert PLACES.at("R2", "n", "Why") == Problem("Why", "Value map", 10, "Sample")
    assert PLACES.at("R7", "note", "Why") == Problem("Why", "Value map", 0, "note")


def test_a_column_is_in_a_file_or_is_not():
    assert PLACES.has("n") and not PLACES.has("note")
    assert Places().has("note")


def test_lines_may_change_names_with_one_another():
    assert PLACES.renamed({"R1": "R2", "R2": "R1"}).lines == {"R2": 9, "R1": 10}
