"""Stage 5 of a value map: costly things that were avoided, each with who judged it."""

from decimal import Decimal

from survey.access.permissions import may
from survey.analysis.money import pounds
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.records.value_row import Incident
from survey.value import incidents
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.standing import counted
from survey.web.evaluator.value_pages import (
    ADDRESS,
    Line,
    address,
    figure_words,
    found,
    page,
    typed_pounds,
)

COUNTED = ("what", "count", "judged_by", "likelihood", "unit_cost", "low", "high")


@evaluator.get(f"{ADDRESS}/incidents")
@may("see value map")
def value_incidents(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    return page(
        "value_incidents",
        value_map,
        lines=[_line(value_map, each) for each in value_map.incidents],
        remarks=[(each.what, remark) for each in value_map.incidents for remark in remarks(each)],
        counted=counted,
    )


def remarks(record: Incident) -> list[str]:
    """What deserves a second look."""
    return [remark.message for remark in incidents.remarks(_pure(record))]


def _pure(record: Incident) -> incidents.Incident:
    given = {name: getattr(record, name) for name in COUNTED} | {"count": Decimal(record.count)}
    if record.low == record.high:
        # Three times the same sum is one sum: nobody has said how sure it is.
        given |= {"low": None, "high": None}
    return incidents.Incident(**given)


def _line(value_map: ValueMap, each: Incident) -> Line:
    there = address(value_map, "value_incident", incident_id=each.id)
    one = _between(typed_pounds, each.unit_cost, each.low, each.high)
    pure = _pure(each)
    together = _between(pounds, pure.total, pure.total_low, pure.total_high)
    likely = figure_words("likelihood", each.likelihood)
    return Line(each.what, there, (f"{each.count:,}", likely, one, together, each.judged_by))


def _between(shown, usual: Decimal, low: Decimal, high: Decimal) -> str:
    return shown(usual) if low == high else f"{shown(usual)} ({shown(low)} to {shown(high)})"
