"""A release before it is made: what it will say, what it will hide and why."""

from dataclasses import replace

from flask import current_app, request

from survey.access import trail
from survey.access.permissions import may
from survey.analysis.disclosure import why_hidden
from survey.analysis.wording import number
from survey.engagement import releases as kept
from survey.engagement.releases import NumberTaken, Since, ToKeep
from survey.records import engine
from survey.records.evaluation import Evaluation
from survey.records.release import Release
from survey.reports import briefing, frozen, long_form, release_stories, releasing, workbook
from survey.reports.findings import Filters
from survey.reports.release_stories import Last
from survey.reports.releasing import Draft
from survey.web import form_base
from survey.web.evaluator.attachment import as_csv
from survey.web.evaluator.drawings import drawings
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.releases import since_words
from survey.web.evaluator.results import choices, filters_of
from survey.web.evaluator.showing import done, once, repeated, show

# What a release is made for; it is never narrowed to an area or a level.
ADDRESS = ("wave", "before")
NOTHING = "There is nothing to release: every figure would be hidden. Wait until more people have answered."
CHANGED = "Somebody has just taken consent back. Look at the preview again; then you can make the release."
OVERTAKEN = "Another release has just been made. Look at it first; then you can make one more."


@evaluator.route("/evaluations/<int:evaluation_id>/releases/new", methods=["GET", "POST"])
@may("make release")
def new_release(evaluation: Evaluation):
    if not evaluation.is_open:
        return show("no_results", evaluation)
    form = form_base.OnceForm()
    if again := repeated(form):
        return again
    filters = replace(filters_of(evaluation), area=None, level=None)
    if form.validate_on_submit():
        return _make(evaluation, filters, form)
    return _preview(evaluation, filters, form)


def _make(evaluation: Evaluation, filters: Filters, form: form_base.OnceForm):
    threshold = current_app.config["RELEASE_THRESHOLD"]
    # Paper takes a second or two: nobody who answers meanwhile has to wait for it.
    with engine.snapshot():
        made = releasing.draft(
            evaluation, filters, threshold, kept.next_number(evaluation), _last(evaluation)
        )
        to_keep = _to_keep(evaluation, filters, made) if made.says_something else None
    if to_keep is None:
        form.form_errors.append(NOTHING)
        return _preview(evaluation, filters, form)
    told = made.findings.stories
    kept.hold(evaluation, {each.story for each in told.quotations} if told else ())
    if not release_stories.may_still_be_told(evaluation, told):
        return done(CHANGED, "new_release", evaluation_id=evaluation.id)
    try:
        release = kept.keep(evaluation, to_keep)
    except NumberTaken:
        if again := repeated(form):
            return again
        return done(OVERTAKEN, "releases", evaluation_id=evaluation.id)
    there = {"evaluation_id": evaluation.id, "release_number": release.number}
    return once(form, done(f"Release {release.number} is made. It will not change.", "release", **there))


def _to_keep(evaluation: Evaluation, filters: Filters, made: Draft) -> ToKeep:
    findings = made.findings
    return ToKeep(
        number=findings.number,
        wave=filters.wave,
        before_kind=filters.before_kind,
        threshold=findings.threshold,
        findings=frozen.to_text(findings),
        files={
            "pdf": briefing.pdf(findings),
            "xlsx": workbook.xlsx(findings),
            "csv": as_csv(long_form.rows(findings)),
        },
        counted=made.counted,
        left_out=made.told.since,
        **kept.data_stamp(evaluation),
    )


def _preview(evaluation: Evaluation, filters: Filters, form: form_base.OnceForm):
    threshold = current_app.config["RELEASE_THRESHOLD"]
    made = releasing.draft(evaluation, filters, threshold, last=_last(evaluation))
    trail.note("previewed a release", evaluation, detail=made.findings.filters)
    return show(
        "new_release",
        evaluation,
        form,
        findings=made.findings,
        made=made,
        hidden=_hidden(made, threshold),
        why=why_hidden(threshold, of_stories=bool(made.findings.stories)),
        threshold=number(threshold),
        choices=[each for each in choices(evaluation, filters) if each[0] in ADDRESS],
        address_filters={name: request.args[name] for name in ADDRESS if request.args.get(name)},
        few=_few_since(evaluation, filters, made),
        **drawings(made.findings),
    )


def _hidden(made: Draft, threshold: int) -> list[tuple[str, list[tuple[str, list[str], ...]]]]:
    """By table, by row: the columns hidden for few people, with those, and for few organisations."""
    found = []
    for pair in made.pairs:
        rows: dict[str, tuple[list[str], list[str], list[str]]] = {}
        for each in pair.hidden(threshold):
            why = 2 if each.of_organisations else 0 if each.is_small else 1
            rows.setdefault(each.row, ([], [], []))[why].append(each.column)
        if rows:
            every = len(pair.safe.columns)
            told = [(row, *(_or_all(columns, every) for columns in why)) for row, why in rows.items()]
            found.append((pair.safe.caption, told))
    return found


def _or_all(columns: list[str], every: int) -> list[str]:
    return ["the whole row"] if len(columns) == every else columns


def _last(evaluation: Evaluation) -> Last | None:
    """The release before, and what it quotes."""
    newest = kept.newest(evaluation)
    return Last.of(frozen.from_text(newest.findings)) if newest else None


def _few_since(evaluation: Evaluation, filters: Filters, made: Draft) -> tuple[Release, str] | None:
    """The last release that this one could be laid beside, and what changed since, where it is little."""
    threshold = made.findings.threshold
    last = kept.last_alike(evaluation, filters.wave, filters.before_kind)
    since = kept.since(last) if last else Since()
    few = bool(since.brought_in or since.removed) or 0 < since.people < threshold
    few_stories = made.told.shows_figures and 0 < since.stories < threshold
    return (last, since_words(since)) if few or few_stories else None
