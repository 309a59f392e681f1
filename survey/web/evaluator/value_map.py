"""A value map: its six stages, the eight principles as a live checklist, and taking it away."""

from flask import url_for

from survey.access.permissions import may
from survey.engagement import value_maps as kept
from survey.engagement.value_maps import KINDS
from survey.questionnaires.characteristics import LEVELS
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.reports.value_building import INPUTS, PROXY, ROW, ROWS, SETTINGS, Gap, build
from survey.reports.value_principles import (
    NEGATIVE,
    SCOPE,
    STAKEHOLDER,
    STAKEHOLDERS,
    TELLING,
    principles,
)
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done
from survey.web.evaluator.standing import counted
from survey.web.evaluator.value_pages import ADDRESS, address, found, page
from survey.web.evaluator.value_part import PARTS
from survey.web.evaluator.value_stages import stages

PAGES = {
    SCOPE: "value_scope",
    STAKEHOLDERS: "value_stakeholders",
    INPUTS: "value_inputs",
    NEGATIVE: "value_negative",
    ROWS: "value_rows",
    SETTINGS: "value_settings",
    TELLING: "value_use",
}


@evaluator.get(ADDRESS)
@may("see value map")
def value_map(evaluation: Evaluation, value_map_id: int):
    record = found(evaluation, value_map_id)
    built = build(evaluation, record)
    return page(
        "value_map",
        record,
        stages=stages(record, built),
        principles=principles(record, built.gaps),
        gaps=built.gaps,
        where=where,
        kind=KINDS[record.kind],
        level=LEVELS.get(record.level, "all levels"),
        counted=counted,
    )


@evaluator.route(f"{ADDRESS}/remove", methods=["GET", "POST"])
@may("edit value map")
def remove_value_map(evaluation: Evaluation, value_map_id: int):
    record = found(evaluation, value_map_id)
    form = form_base.Form()
    if form.validate_on_submit():
        kept.remove(record)
        return done("The value map is removed.", "value_maps", evaluation_id=evaluation.id)
    goes = _goes_too(record)
    return page("remove_value_map", record, form, part_name=record.name, called="value map", goes=goes)


def where(record: ValueMap, missing: Gap) -> str:
    """The address of the page on which something that is missing is said."""
    if missing.place == STAKEHOLDER:
        return address(record, "map_stakeholder", map_stakeholder_id=missing.part_id)
    if missing.place == PROXY:
        return url_for("evaluator.proxy", evaluation_id=record.evaluation_id, proxy_id=missing.part_id)
    if missing.figure:
        figure = missing.figure.replace("_", "-")
        return address(record, "value_figure", row_id=missing.part_id, figure=figure)
    if missing.place == ROW:
        return address(record, "value_row", row_id=missing.part_id)
    return address(record, PAGES[missing.place])


def _goes_too(record: ValueMap) -> list[str]:
    parts = {kind.called: getattr(record, kind.word) for kind in PARTS.values()}
    return [counted(len(each), thing) for thing, each in parts.items() if each]
