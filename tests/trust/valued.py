"""What the walks of stories need beside stories: an example of all else that stands in an address."""

from collections.abc import Callable

from survey.commands.work import MAKERS, take_one
from survey.engagement import value_maps
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.job import DONE, Job
from survey.records.value_map import MapInput, MapStakeholder, ValueMap
from survey.records.value_row import Incident, Proxy, Scenario, TypedFigure, ValueRow
from tests import background
from tests.opened import opened
from tests.trust.addresses_value import value_values

# The columns that people write into, where words are printed as they stand.
SCOPE = ("scope", "activities", "involved_how", "negative_found", "verified_how", "returned_how")
WRITTEN = {
    ValueMap: ("name", *SCOPE, "responded_how"),
    MapStakeholder: ("name", "reason"),
    MapInput: ("description", "source"),
    Proxy: ("name", "unit", "source", "licence"),
    ValueRow: ("description", "indicator", "duration_source", "reason", "note"),
    TypedFigure: ("source",),
    Incident: ("what", "judged_by", "source"),
    Scenario: ("name", "note"),
}
LONGEST = 120


def lists(evaluation: Evaluation, words: Callable[[int], str] | None = None) -> dict[str, list]:
    """By name, one value each: of a value map, of a file of others, and of the map's full report.

    `words`, of at most so many signs, stand in everything that people write into the map.
    """
    found = value_values(evaluation) | {"opened_id": opened(evaluation).id}
    if words:
        _write(words)
    found["job_id"] = _full_report(evaluation, found["value_map_id"])
    return {name: [value] for name, value in found.items()}


def _write(words: Callable[[int], str]) -> None:
    for kind, columns in WRITTEN.items():
        for each in db.session.query(kind):
            for column in columns:
                setattr(each, column, words(LONGEST))
    db.session.commit()


def _full_report(evaluation: Evaluation, value_map_id: int) -> int:
    """As a worker makes it, from what is in the records now."""
    asked = background.asked(evaluation, value_maps.REPORT, value_map=value_map_id).id
    db.session.commit()
    assert take_one("a walk", MAKERS)
    made = db.session.get(Job, asked, populate_existing=True)
    assert made.state == DONE, made.failure
    return asked
