"""How much of what changed is due to the programme, and what that rests on."""

from collections.abc import Iterator

from flask import request, url_for

from survey.access import trail
from survey.access.permissions import may
from survey.analysis.impact import FILTERS, GRADES
from survey.analysis.wording import capitalised
from survey.records.evaluation import Evaluation
from survey.reports import findings
from survey.reports.impact import Impact
from survey.reports.impact_source import CHANGE
from survey.reports.impact_words import GRADE_MEANINGS
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.results import ADDRESS, choices, filters_of
from survey.web.evaluator.showing import show

evaluator.add_app_template_filter(capitalised)

# The columns of the tables of impact, and the step that each figure comes from.
CAME_FROM = {"n_pairs": CHANGE, "n_amounts": CHANGE, "gross": CHANGE, **{each: each for each in FILTERS}}


@evaluator.get("/evaluations/<int:evaluation_id>/impact")
@may("see impact")
def impact(evaluation: Evaluation):
    if not evaluation.is_open:
        return show("no_results", evaluation)
    filters = filters_of(evaluation)
    found = findings.gather(evaluation, filters)
    trail.note("saw impact", evaluation, detail=found.filters)
    return show(
        "impact",
        evaluation,
        findings=found,
        impact=found.impact,
        filters=filters,
        choices=choices(evaluation, filters),
        links=dict(_links(evaluation, found.impact)),
        grades=[(letter, GRADE_MEANINGS[grade]) for grade, letter in GRADES.items()],
        where_from=where_from,
        address_filters=address_filters(),
    )


def address_filters() -> dict[str, str]:
    """What the page is narrowed to, for links that keep it so."""
    return {name: request.args[name] for name in ADDRESS if request.args.get(name)}


def where_from(evaluation: Evaluation, outcome: str, step: str) -> str:
    """The address of the page that says where a figure comes from, narrowed as this one is."""
    parts = {"outcome": outcome.replace("_", "-"), "step": step.replace("_", "-")}
    return url_for("evaluator.impact_source", evaluation_id=evaluation.id, **parts, **address_filters())


def _links(evaluation: Evaluation, found: Impact) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Where each figure comes from, by table, row and column; what follows from others leads to those."""
    tables = [found.change, *([found.counted] if found.counted else [])]
    for table in tables:
        for row in table.rows:
            for key, step in CAME_FROM.items():
                yield (table.name, row.key, key), where_from(evaluation, row.key, step)
            for key in ("net", "grade"):
                yield (table.name, row.key, key), f"#{row.key.replace('_', '-')}"
    for outcome in found.outcomes:
        for row in outcome.filters.rows:
            there = where_from(evaluation, outcome.id, row.key)
            for column in outcome.filters.columns:
                yield (outcome.filters.name, row.key, column.key), there
