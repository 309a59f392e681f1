"""An outcome of a map: added and changed."""

import pytest

from survey.records.base import db
from tests.reading import text
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def maps(signed_in, evaluator):
    return world(evaluator)


def test_one_is_added_and_changed(signed_in, maps):
    value_map, _ = maps
    given = {"description": "I know\nmy neighbours", "outcome": "hope", "duration_years": "3", "starts": "2"}
    given["duration_source"] = "What neighbours said"
    signed_in.fill(at(value_map, "/rows/new"), **given, of_worse="y", kind_of_value="fiscal_avoided")
    [row] = value_map.rows
    assert (row.code, row.outcome, row.duration_years, row.starts) == ("R1", "hope", 3, 2)
    assert (row.of_worse, row.unintended, row.included, row.proxy_id) == (True, False, True, None)
    signed_in.fill(at(value_map, f"/rows/{row.id}"), outcome="", included=[], reason="Too little")
    db.session.expire_all()
    assert (row.outcome, row.included, row.reason, row.of_worse) == (None, False, "Too little", True)


def test_a_note_for_the_team_is_kept_beside_it(signed_in, maps):
    value_map, _ = maps
    signed_in.fill(at(value_map, "/rows/new"), description="Hope", outcome="hope", note="Ask\nthe club")
    [row] = value_map.rows
    assert row.note == "Ask\nthe club"
    assert "the club</textarea>" in signed_in.get(at(value_map, f"/rows/{row.id}")).text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"description": ""}, "Write what changes for them."),
        ({"duration_years": "0"}, "Write a whole number of years from 1 to 30."),
        ({"duration_years": "60"}, "Write a whole number of years from 1 to 30."),
        ({"duration_years": "1.5"}, "Write a whole number of years from 1 to 30."),
        ({"starts": "3"}, "Choose when it starts."),
        ({"kind_of_value": "savings"}, "Choose what kind of value it is."),
        ({"included": []}, "Write why it is left out"),
    ],
)
def test_what_makes_no_sense_is_said_and_stays_typed(signed_in, maps, given, said):
    value_map, _ = maps
    page = signed_in.fill(
        at(value_map, "/rows/new"), **{"description": "Hope", "indicator": "Typed", **given}
    )
    assert page.status_code == 422 and said in text(page) and "Typed" in page.text
    assert value_map.rows == []
