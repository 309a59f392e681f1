"""What is typed into the value maps of the worked example says that it is made up, wherever it is shown."""

from decimal import Decimal

import pytest

from survey.commands import made_up_value
from survey.commands.made_up_value import MADE_UP
from survey.records.value_map import VOLUNTEERS
from survey.records.value_row import COLUMNS
from survey.value import proxies
from survey.value.model import FORECAST

AREAS = ("derby", "thurrock")
MAPS = {name: made_up_value.value_map(name) for name in (*AREAS, "hillside")}
every_map = pytest.mark.parametrize("made", MAPS.values(), ids=MAPS)
both_areas = pytest.mark.parametrize("name", AREAS)


def sources(made):
    """Where everything comes from that was typed, and not taken from answers."""
    yield from (each["source"] for each in (*made["inputs"], *made["incidents"]))
    yield from (each["judged_by"] for each in made["incidents"])
    yield from (row["duration_source"] for row in made["rows"])
    yield from (figure["source"] for row in made["rows"] for figure in row.get("typed", ()))
    yield from (each["note"] for each in made["scenarios"])
    yield from (made["settings"]["scope"], made["settings"]["involved_how"])


@every_map
def test_every_source_says_that_it_is_made_up(made):
    assert [words for words in sources(made) if "made up" not in words.lower()] == []


@every_map
def test_rows_and_inputs_are_of_stakeholders_that_are_in(made):
    groups = {group["name"]: group.get("included", True) for group in made["stakeholders"]}
    assert len(groups) == len(made["stakeholders"])
    assert all(groups[each["stakeholder"]] for each in (*made["inputs"], *made["rows"]))
    assert not all(groups.values())


@every_map
def test_every_stakeholder_says_why_it_is_in_or_out(made):
    assert all(group["reason"] for group in made["stakeholders"])
    counted = [group for group in made["stakeholders"] if group.get("included", True)]
    assert all(group["involved"] <= group["size"] for group in counted)


@every_map
def test_somebody_came_out_worse_and_something_is_unintended_and_left_out(made):
    counted = [row for row in made["rows"] if row.get("included", True)]
    assert any(row.get("of_worse") for row in counted)
    assert any(row.get("unintended") for row in counted)
    assert all(row["reason"] for row in made["rows"] if row not in counted)
    assert len(counted) < len(made["rows"])


@both_areas
def test_both_areas_tell_three_kinds_of_value_in_about_ten_rows(name):
    made = MAPS[name]
    assert {row["kind_of_value"] for row in made["rows"]} == COLUMNS.keys()
    assert 8 <= len(made["rows"]) <= 12
    assert 2 <= len(made["scenarios"]) <= 3


@both_areas
def test_volunteers_are_listed_and_not_counted_and_the_scope_says_so(name):
    made = MAPS[name]
    assert any(given["kind"] == VOLUNTEERS for given in made["inputs"])
    assert made["settings"]["volunteers_counted"] is False
    assert "volunteers is listed and not counted" in made["settings"]["scope"]


@both_areas
def test_incidents_cost_somewhere_between_a_low_and_a_high(name):
    incidents = MAPS[name]["incidents"]
    assert sum(each["count"] for each in incidents) == 53
    for each in incidents:
        assert each["low"] < each["unit_cost"] < each["high"]
        assert 0 < each["likelihood"] < 1


def test_the_forecast_has_nothing_published_beside_it():
    settings = MAPS["hillside"]["settings"]
    assert settings["kind"] == FORECAST
    assert not settings.keys() & {"published_value", "published_inputs"}


def test_every_proxy_is_used_and_says_that_it_is_made_up():
    used = {row["proxy"] for made in MAPS.values() for row in made["rows"]}
    assert used - proxies.library().keys() == made_up_value.proxies().keys()
    for each in made_up_value.proxies().values():
        assert each["source"].startswith(MADE_UP) and MADE_UP.lower() in each["licence"].lower()
        assert each.get("low", 0) < each["value"] < each.get("high", Decimal("inf"))


def test_amounts_are_exact():
    assert MAPS["derby"]["inputs"][0]["values"][0] == Decimal(380_000)
    assert isinstance(MAPS["hillside"]["scenarios"][0]["people"], Decimal)
    assert isinstance(MAPS["hillside"]["stakeholders"][0]["size"], int)
