import pytest

from survey.engagement import value_sheet_headings as headings
from survey.engagement.value_sheet_cells import sheets
from survey.engagement.value_sheet_package import unpack
from tests.value import books

# The two lines of headings of the template of 2012, as far as they are typed.
TEMPLATE = (
    *("Stakeholders", "Description", "Value £", "Outputs", "Description", "Indicator", "Source", "Quantity"),
    *("Duration", "Outcomes start", "Financial Proxy", "Value £", "Source", "Deadweight  %"),
    *("Displacement %", "Attribution %", "Drop off %", "Impact"),
)


def found(*lines):
    content = books.common(headings=lines[-1], more=lines[:-1])
    return sheets(unpack(content))


def test_headings_say_what_they_are_by_where_they_stand():
    every = found(("", "Inputs", "", "", "The Outcomes"), TEMPLATE)
    (value_map,) = headings.maps(every)
    assert value_map.row == 2
    assert {name: value_map.places[name] for name in ("outcome", "source", "unit_value", "proxy_source")} == {
        "outcome": 4, "source": 6, "unit_value": 11, "proxy_source": 12,
    }  # fmt: skip
    assert headings.inputs(every, value_map).places == {"stakeholder": 0, "description": 1, "value": 2}
    assert not list(value_map.missing())
    assert not list(headings.twice(value_map))


def test_a_heading_may_span_both_lines():
    split = {0, 3, *range(13, 18)}
    upper = (text if place in split else "" for place, text in enumerate(TEMPLATE))
    lower = tuple("" if place in split else text for place, text in enumerate(TEMPLATE))
    every = found(("Our map",), tuple(upper), lower)
    (value_map,) = headings.maps(every)
    (whole,) = headings.maps(found(("Our map",), (), TEMPLATE))
    assert value_map.row == 3 and value_map.places == whole.places
    assert value_map.heading("deadweight") == "Deadweight %"
    assert not [*value_map.missing(), *headings.twice(value_map)]
    assert headings.inputs(every, value_map).places == {"stakeholder": 0, "description": 1, "value": 2}


def test_headings_are_found_in_any_order():
    every = found(tuple(reversed(books.HEADINGS[5:14])))
    (value_map,) = headings.maps(every)
    assert len(value_map.places) >= headings.ENOUGH


@pytest.mark.parametrize("line", [("Name", "Score"), ("Quantity", "Value", "Year", "Note")])
def test_few_headings_make_no_map(line):
    assert not headings.maps(found(line))


def test_a_heading_that_stands_twice_is_named():
    (value_map,) = headings.maps(found((*books.HEADINGS, "Quantity")))
    (problem,) = headings.twice(value_map)
    assert problem.message == "Two columns are headed “Quantity”. Keep one of them."
