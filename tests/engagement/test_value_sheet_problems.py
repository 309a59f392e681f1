from survey.engagement.value_sheet_problems import Problem, Unreadable, refuse


def test_a_place_is_said_as_far_as_it_is_known():
    assert Problem("Blank.", "Map", 4, "Quantity").place == "sheet Map, row 4, column Quantity"
    assert Problem("Blank.", "Map").place == "sheet Map"
    assert Problem("Blank.").place == ""


def test_all_problems_are_in_the_message():
    both = Unreadable([Problem("Blank.", "Map", 4, "Quantity"), Problem("Too large.")])
    assert str(both) == "sheet Map, row 4, column Quantity: Blank.; Too large."
    assert refuse("Empty.").problems == (Problem("Empty."),)
