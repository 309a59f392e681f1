"""How a map was checked, how its results went back, and what was done: in words, with the day."""

from datetime import date, timedelta

import pytest

from tests.reading import text
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def maps(signed_in, evaluator):
    return world(evaluator)


def write(signed_in, value_map, **typed):
    if "returned_on" in typed:
        day = typed["returned_on"]
        typed["returned_on"] = [str(day.day), str(day.month), str(day.year)]
    return signed_in.fill(at(value_map, "/use"), **typed)


def test_what_is_written_is_kept_and_shown_again(signed_in, maps):
    value_map, others = maps
    words = {"verified_how": "<b>Finance</b> worked it out again.", "responded_how": "Lunch moved to noon."}
    day = date(2026, 3, 27)
    page = write(signed_in, value_map, **words, returned_how="Read out at lunch.", returned_on=day)
    assert "What you wrote is saved." in text(page) and "3 of 3 said" in text(page)
    assert "&lt;b&gt;Finance&lt;/b&gt;" in signed_in.get(at(value_map, "/use")).text
    assert (value_map.verified_how, value_map.returned_on) == (words["verified_how"], day)
    assert (value_map.returned_how, value_map.responded_how) == ("Read out at lunch.", words["responded_how"])
    assert [each.verified_how for each in others] == ["", ""]


def test_a_day_that_has_not_been_or_says_nothing_is_refused(signed_in, maps):
    value_map, _ = maps
    tomorrow = date.today() + timedelta(days=1)
    page = write(signed_in, value_map, returned_how="By post.", returned_on=tomorrow)
    assert page.status_code == 422 and "This day is still to come." in text(page)
    page = write(signed_in, value_map, returned_on=date(2026, 3, 27))
    assert page.status_code == 422 and "Write how the results went back" in text(page)
    page = write(signed_in, value_map, verified_how="x" * 2001)
    assert page.status_code == 422 and "the most is 2,000 characters" in text(page)
    assert (value_map.returned_on, value_map.returned_how) == (None, "")


def test_a_map_of_a_stranger_is_not_there(signed_in, maps):
    assert signed_in.get(at(maps[1][1], "/use")).status_code == 404
