"""One release: what it said, and always will; and what would read otherwise now."""

from flask import Response, abort

from survey.access import trail
from survey.access.permissions import may
from survey.engagement import releases as kept
from survey.records.evaluation import Evaluation
from survey.records.release import Release
from survey.reports import frozen, releasing, story_words
from survey.reports import release_file as files
from survey.reports.differences import Difference, differences
from survey.reports.findings import Filters, Findings
from survey.reports.release_code import code
from survey.reports.release_stories import Last
from survey.web.evaluator.attachment import CSV, PDF, XLSX, attachment
from survey.web.evaluator.drawings import drawings
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.releases import since_words
from survey.web.evaluator.showing import show

KINDS = {"pdf": PDF, "xlsx": XLSX, "csv": CSV}


@evaluator.get("/evaluations/<int:evaluation_id>/releases/<int:release_number>")
@may("see releases")
def release(evaluation: Evaluation, release_number: int):
    asked = kept.find(evaluation, release_number) or abort(404)
    found = frozen.from_text(asked.findings)
    trail.note("saw a release", evaluation, detail=f"release {release_number}")
    otherwise, gone = _otherwise(evaluation, asked, found)
    is_newest = kept.newest(evaluation).number == asked.number
    return show(
        "release",
        evaluation,
        release=asked,
        code=code(files.digest_of(asked.findings)),
        findings=found,
        since=since_words(kept.since(asked)),
        otherwise=otherwise,
        warning=story_words.do_not_hand_on(len(gone), is_newest),
        no_longer=story_words.no_longer(gone),
        what_next=story_words.what_next(len(gone), is_newest),
        **drawings(found),
    )


@evaluator.get("/evaluations/<int:evaluation_id>/releases/<int:release_number>/<any(pdf, xlsx, csv):kind>")
@may("download release")
def release_file(evaluation: Evaluation, release_number: int, kind: str) -> Response:
    asked = kept.find(evaluation, release_number) or abort(404)
    trail.note("downloaded a release", evaluation, detail=f"release {release_number} ({kind})")
    return attachment(kept.file(asked, kind), KINDS[kind], evaluation, f"release-{release_number}.{kind}")


def _otherwise(
    evaluation: Evaluation, asked: Release, found: Findings
) -> tuple[tuple[Difference, ...], tuple[str, ...]]:
    """The figures of change that a release made now would show otherwise; why quotations may not be in it."""
    filters = Filters(asked.wave, asked.before_kind)
    now = releasing.draft(evaluation, filters, asked.threshold, last=Last.of(found), with_value=False)
    return differences(found.change, now.findings.change), now.told.gone
