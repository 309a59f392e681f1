"""The trail of an evaluation: who made, saw or took what, and when."""

from flask import abort, request

from survey.access import trail as lines
from survey.access.permissions import LARGEST_ID, may
from survey.records.evaluation import Evaluation
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show

AT_ONCE = 100
DIGITS = 12


@evaluator.get("/evaluations/<int:evaluation_id>/trail")
@may("see trail")
def trail(evaluation: Evaluation):
    before = request.args.get("before", "")
    if before and not (before.isdecimal() and len(before) < DIGITS and int(before) <= LARGEST_ID):
        abort(404)
    listed = lines.of(evaluation, int(before) if before else None, AT_ONCE + 1)
    older = listed[AT_ONCE - 1].id if len(listed) > AT_ONCE else None
    return show("trail", evaluation, lines=listed[:AT_ONCE], older=older)
