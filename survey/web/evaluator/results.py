"""The results of an evaluation: table, flower, answers, how we know."""

from flask import abort, render_template, request

from survey.access import trail
from survey.access.permissions import may
from survey.analysis.wording import shown
from survey.questionnaires.characteristics import LEVELS
from survey.records import frames
from survey.records.change import BEFORE_KINDS, own_kind
from survey.records.evaluation import Area, Evaluation
from survey.reports import asked, findings
from survey.reports.findings import Filters
from survey.web.evaluator.drawings import drawings
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.story_links import links

evaluator.add_app_template_global(shown, "shown")

ADDRESS = ("area", "level", "wave", "before")
WITH_IMPACT = "yes"


@evaluator.get("/evaluations/<int:evaluation_id>/results")
@may("see results")
def results(evaluation: Evaluation):
    if not evaluation.is_open:
        return render_template("evaluator/no_results.html", evaluation=evaluation)
    filters = filters_of(evaluation)
    found = findings.gather(evaluation, filters, with_impact=filters.with_impact)
    trail.note("saw results", evaluation, detail=found.filters)
    narrowed = {name: request.args[name] for name in ADDRESS if request.args.get(name)}
    return render_template(
        "evaluator/results.html",
        evaluation=evaluation,
        made_up=evaluation.made_up,
        filters=filters,
        findings=found,
        has_results=any(row.cells["n_pairs"] for row in found.change.rows),
        choices=[*choices(evaluation, filters), _impact_choice(filters)],
        address_filters=narrowed,
        download_filters=narrowed | ({"impact": WITH_IMPACT} if filters.with_impact else {}),
        story_links=links(evaluation, found.stories.tables) if found.stories else {},
        **drawings(found),
    )


def filters_of(evaluation: Evaluation) -> Filters:
    """The filters in the address; what is not there or makes no sense is refused, not guessed."""
    waves = {str(wave.number): wave for wave in asked.followups(evaluation)}
    kinds = _kinds(evaluation)
    areas = {str(area.id): area for area in evaluation.areas}
    return Filters(
        wave=_picked("wave", waves, next(iter(waves))),
        before_kind=_picked("before", {kind: kind for kind in kinds}, kinds[0]),
        area=_picked("area", areas),
        level=_picked("level", {level: level for level in LEVELS}),
        with_impact=_picked("impact", {WITH_IMPACT: True}) is True,
    )


def choices(evaluation: Evaluation, filters: Filters) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
    """What can be picked on the page: name, label, and value, words and whether it is picked."""
    areas = [("", findings.ALL_AREAS, filters.area is None)]
    areas += [(str(area.id), area.name, area == filters.area) for area in evaluation.areas]
    levels = [("", "All levels", filters.level is None)]
    levels += [(level, words, level == filters.level) for level, words in LEVELS.items()]
    waves = [(str(w.number), w.name, w == filters.wave) for w in asked.followups(evaluation)]
    kinds = [(kind, BEFORE_KINDS[kind], kind == filters.before_kind) for kind in _kinds(evaluation)]
    offered = [("area", "Area", areas), ("level", "Level", levels), ("wave", "Wave", waves)]
    offered.append(("before", "Before", kinds))
    return [each for each in offered if len(each[2]) > 1]


def _impact_choice(filters: Filters) -> tuple[str, str, list[tuple[str, str, bool]]]:
    shown = [("", "Not shown", not filters.with_impact), (WITH_IMPACT, "Shown", filters.with_impact)]
    return "impact", "How much is due to the programme", shown


def _kinds(evaluation: Evaluation) -> list[str]:
    """The kinds of before there are, the evaluation's own way of asking first."""
    own = own_kind(evaluation)
    return [own, *(kind for kind in frames.before_kinds(evaluation) if kind != own)]


def _picked(name: str, offered: dict, usual=None) -> Area | str | bool | None:
    value = request.args.get(name, "")
    if not value:
        return offered.get(usual)
    return offered.get(value) or abort(404)
