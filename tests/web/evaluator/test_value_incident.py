"""An incident that was avoided is kept with who judged it; what cannot be is refused in words."""

from decimal import Decimal

import pytest
from lxml import html

from tests.reading import text
from tests.web.evaluator.value_client import at, world

FIRE = {
    "what": "A <b>fire</b> at home",
    "count": "53",
    "judged_by": "the fire service",
    "likelihood": "12.5",
    "unit_cost": "£1,000.50",
    "low": "700",
    "high": "1200",
    "source": "a table of unit costs",
}
COST = "Write what one costs in pounds, such as 1,000.50."


@pytest.fixture
def maps(signed_in, evaluator):
    return world(evaluator)


def add(signed_in, value_map, **typed):
    return signed_in.fill(at(value_map, "/incidents/new"), **FIRE | typed)


def text_typed(page):
    """All that stands in the fields of a form."""
    tree = html.fromstring(page.text)
    return " ".join([*tree.xpath("//input/@value"), *tree.xpath("//textarea//text()")])


def test_an_incident_is_added_changed_and_kept_to_the_last_digit(signed_in, maps):
    value_map, others = maps
    page = add(signed_in, value_map)
    assert "The incident is added." in text(page) and "A &lt;b&gt;fire&lt;/b&gt; at home" in page.text
    [kept] = value_map.incidents
    assert (kept.count, kept.judged_by, kept.source) == (53, FIRE["judged_by"], FIRE["source"])
    assert (kept.likelihood, kept.unit_cost) == (Decimal("0.125"), Decimal("1000.50"))
    there = at(value_map, f"/incidents/{kept.id}")
    assert "The incident is saved." in text(signed_in.fill(there, count="1,000"))
    assert (kept.count, kept.likelihood, kept.high) == (1000, Decimal("0.125"), Decimal(1200))
    assert [each.incidents for each in others] == [[], []]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"what": ""}, "Write what did not happen."),
        ({"count": "0"}, "Write a whole number of incidents, 1 or more."),
        ({"count": "2.5"}, "Write a whole number of incidents, 1 or more."),
        ({"judged_by": " "}, "Write who judged it."),
        ({"likelihood": "101"}, "Write a number from 0 to 100, such as 80."),
        ({"likelihood": ""}, "Write a number from 0 to 100, such as 80."),
        ({"unit_cost": "-5"}, COST),
        ({"unit_cost": "a lot"}, COST),
        ({"low": ""}, "Write the least that one may cost in pounds"),
        ({"high": "most"}, "Write the most that one may cost in pounds"),
        ({"low": "1100"}, "The three costs go up"),
        ({"high": "1000"}, "The three costs go up"),
        ({"high": "1234567890123"}, "Write this with 12 digits at most."),
        ({"source": ""}, "Write where the costs come from."),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(signed_in, maps, typed, said):
    value_map, _ = maps
    page = add(signed_in, value_map, **typed)
    assert page.status_code == 422 and said in text(page)
    assert all(words in text_typed(page) for words in {**FIRE, **typed}.values() if words.strip())
    assert value_map.incidents == []
