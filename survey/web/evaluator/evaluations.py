"""The evaluations that a person may work on, and the first page of each."""

from dataclasses import replace

from flask_login import current_user

from survey.access.permissions import allowed, may
from survey.engagement import evaluations as kept
from survey.engagement import safeguarding
from survey.records.evaluation import Evaluation
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show
from survey.web.evaluator.standing import standing, tasks


@evaluator.get("/evaluations")
@may("list evaluations")
def evaluations():
    return show("evaluations", evaluations=kept.granted_to(current_user))


@evaluator.get("/evaluations/<int:evaluation_id>")
@may("see evaluation")
def evaluation(evaluation: Evaluation):
    leads = allowed(current_user, "safeguard", evaluation)
    now = replace(standing(evaluation), worries=safeguarding.count_open(evaluation) if leads else None)
    return show("evaluation", evaluation, standing=now, tasks=tasks(now))
