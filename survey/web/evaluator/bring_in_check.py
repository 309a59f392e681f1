"""Bringing in scores: what would be brought in, what does not fit, and the bringing in."""

from hashlib import sha256

from flask import redirect, request, url_for

from survey.access.permissions import may
from survey.analysis.wording import people
from survey.engagement import columns, importing
from survey.engagement.importing import Checked
from survey.engagement.sheets import NotAllGood
from survey.records.change import BEFORE_KINDS
from survey.records.evaluation import WAVES, Evaluation
from survey.records.upload import Upload
from survey.web import form_base
from survey.web.evaluator.bring_in_scores import ADDRESS, upload_of
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show
from survey.web.evaluator.standing import counted

PROBLEMS_SHOWN = 200
LOOK_AGAIN = "Something has changed since you looked at this page. Look at it once more."


@evaluator.route(f"{ADDRESS}/<int:upload_id>/check", methods=["GET", "POST"])
@may("bring in scores")
def bring_in_check(evaluation: Evaluation, upload_id: int):
    form = form_base.OnceForm()
    if again := repeated(form):
        return again
    kept = upload_of(evaluation, upload_id)
    if not kept.columns:
        at = {"evaluation_id": evaluation.id, "upload_id": upload_id}
        return redirect(url_for("evaluator.bring_in_columns", **at), 303)
    checked = importing.check(evaluation, kept)
    if form.validate_on_submit():
        if request.form.get("seen") == _stamp(kept, checked):
            return _brought_in(evaluation, kept, checked, form)
        form.form_errors.append(LOOK_AGAIN)
    chosen = columns.chosen(evaluation, kept, importing.table(kept)[0])
    return show(
        "bring_in_check",
        evaluation,
        form,
        upload=kept,
        checked=checked,
        seen=_stamp(kept, checked),
        counts=_counts(evaluation, checked),
        before_kind=BEFORE_KINDS[chosen.before_kind],
        shown=PROBLEMS_SHOWN,
        people=people,
        counted=counted,
    )


def _brought_in(evaluation: Evaluation, kept: Upload, checked: Checked, form: form_base.OnceForm):
    try:
        # What was left out stood on the page, and so did its number on the button.
        importing.bring_in(evaluation, kept, leave_out=True)
    except NotAllGood:
        return repeated(form) or redirect(request.url, 303)
    sentence = f"Scores brought in for {people(len(checked.people))}."
    return once(form, done(sentence, "residents", evaluation_id=evaluation.id))


def _stamp(kept: Upload, checked: Checked) -> str:
    said = repr((kept.columns, sorted(person.row for person in checked.people), checked.problems))
    return sha256(said.encode(errors="replace")).hexdigest()


def _counts(evaluation: Evaluation, checked: Checked) -> list[tuple[str, int, int, int]]:
    """For each wave, and each of before and now where both are asked at once: people, scores, blanks."""
    groups: dict[tuple[int, bool], list] = {}
    for score in columns.scores(evaluation).values():
        groups.setdefault((score.wave.number, bool(score.question.recalls)), []).append(score)
    found = []
    for (_, recalled), scores in sorted(groups.items(), key=lambda each: (each[0][0], not each[0][1])):
        wave = scores[0].wave
        name = wave.name if evaluation.before == WAVES else f"{wave.name}: {'before' if recalled else 'now'}"
        found.append((name, *checked.counts(wave, frozenset(score.question.id for score in scores))))
    return found
