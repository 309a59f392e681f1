"""A small evaluation with known answers, and people beside it whom no figure may count."""

from survey.records.evaluation import THEN_AND_NOW, WAVES
from survey.reports import asked
from survey.reports.findings import Filters, gather
from tests import making

NORTH = [(2, 4), (2, 3), (3, 5), (1, 4)]
SOUTH = [(4, 4), (3, 2), (2, None), (None, 5)]


def world(before=WAVES):
    evaluation = making.evaluation(before=before)
    making.pairs(evaluation, "control", NORTH)
    making.pairs(evaluation, "control", SOUTH, area=1)
    other = making.evaluation(before=before, name="Another one")
    making.pairs(other, "control", [(1, 5)] * 3)
    return evaluation


def filters(evaluation, **narrowed):
    kind = "asked" if evaluation.before == WAVES else "recalled"
    return Filters(**{"wave": asked.followups(evaluation)[0], "before_kind": kind, **narrowed})


def found(evaluation, **narrowed):
    return gather(evaluation, filters(evaluation, **narrowed))


__all__ = ["NORTH", "SOUTH", "THEN_AND_NOW", "filters", "found", "world"]
