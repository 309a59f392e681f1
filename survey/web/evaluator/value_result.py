"""What a value map comes to: the ratio with its range, who gains, when, and what it hangs on."""

from collections.abc import Iterator

from flask import abort, url_for

from survey.access import trail
from survey.access.permissions import may
from survey.analysis.money import ratio
from survey.engagement import jobs, value_maps
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.records.value_row import FIGURES
from survey.reports import value, value_pictures, value_words
from survey.reports.value import ValueFound
from survey.reports.value_tables import ROWS
from survey.web import form_base
from survey.web.evaluator.job import to_job
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show
from survey.web.evaluator.value_map import where
from survey.web.evaluator.value_pages import ADDRESS

RESULT = f"{ADDRESS}/result"


@evaluator.get(RESULT)
@may("see value map")
def value_result(evaluation: Evaluation, value_map_id: int):
    made = value_maps.get(evaluation, value_map_id) or abort(404)
    trail.note("saw what a value map comes to", evaluation, detail=value_maps.which(made))
    return _page(evaluation, made, form_base.Form(formdata=None))


@evaluator.post(RESULT)
@may("ask for report")
def ask_for_report(evaluation: Evaluation, value_map_id: int):
    made = value_maps.get(evaluation, value_map_id) or abort(404)
    form = form_base.Form()
    if not form.validate_on_submit():
        return _page(evaluation, made, form)
    return to_job(jobs.ask(evaluation, value_maps.REPORT, {"value_map": made.id}))


def _page(evaluation: Evaluation, made: ValueMap, form: form_base.Form):
    found = value.gather(evaluation, made)
    return show(
        "value_result",
        evaluation,
        form,
        value_map=made,
        found=found,
        results=found.results,
        kind_words=value_words.KIND_WORDS[made.kind],
        caveat=value_words.CAVEAT,
        money=value_words.money,
        ratio=ratio,
        **_said(found),
        links=dict(_links(evaluation, made, found)),
        gap_links=[(gap, where(made, gap)) for gap in found.gaps],
    )


def _said(found: ValueFound) -> dict:
    """What stands on the page once there is a ratio."""
    if found.results is None:
        return {}
    return {
        "put_in": sum(each.worth for each in found.built.inputs),
        "pictures": value_pictures.pictures(found),
        "ratio_range": value_words.between(found.results.simulated),
        "range_words": value_words.range_words(found.results.simulated),
        "payback": value_words.payback(found.results.worth),
    }


def _links(evaluation: Evaluation, made: ValueMap, found: ValueFound) -> Iterator[tuple[tuple, str]]:
    """Where each figure of a row comes from, by table, row and column."""
    here = {"evaluation_id": evaluation.id, "value_map_id": made.id}
    for row in found.built.rows:
        for name in FIGURES:
            there = url_for(
                "evaluator.value_figure", **here, row_id=row.record.id, figure=name.replace("_", "-")
            )
            yield (ROWS, row.code, name), there
            if name == "quantity":
                yield (ROWS, row.code, "n"), there
        there = url_for("evaluator.value_row", **here, row_id=row.record.id)
        yield (ROWS, row.code, "duration_years"), there
        if row.record.proxy:
            there = url_for("evaluator.proxy", evaluation_id=evaluation.id, proxy_id=row.record.proxy.id)
            yield (ROWS, row.code, "unit_value"), there
