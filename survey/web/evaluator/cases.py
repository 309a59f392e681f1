"""Case records: the usual response, and what happened instead."""

from survey.access.permissions import may
from survey.analysis.wording import capitalised, number
from survey.engagement import cases as kept
from survey.records.evaluation import Evaluation
from survey.records.impact import CaseRecord
from survey.web.evaluator.case_form import outcome_names
from survey.web.evaluator.colleagues import called
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show
from survey.web.evaluator.standing import counted


@evaluator.get("/evaluations/<int:evaluation_id>/cases")
@may("see cases")
def cases(evaluation: Evaluation):
    records = kept.of(evaluation)
    return show(
        "cases",
        evaluation,
        records=records,
        sentence=_so_far(records),
        outcomes=outcome_names(evaluation),
        told_by=told_by,
    )


def _so_far(records: list[CaseRecord]) -> str:
    """How many there are, and how many of them partners told."""
    if not records:
        return "No case has been recorded yet."
    told = sum(record.stakeholder_id is not None for record in records)
    of_them = f"{number(told) if told else 'none'} of them told by partners"
    by = "told by a partner" if told == len(records) == 1 else of_them
    return f"{capitalised(counted(len(records), 'case'))} recorded, {by}."


def told_by(record: CaseRecord) -> str:
    """The organisation, or the colleague who wrote it down."""
    if record.stakeholder:
        return record.stakeholder.organisation
    return called(record.user) if record.user else "The team"
