"""Adding many residents from a pasted list: looked at first, then added whole."""

from collections import Counter
from hashlib import sha256

from flask import request
from govuk_frontend_wtf.wtforms_widgets import GovTextArea
from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired

from survey.access.permissions import may
from survey.analysis.wording import capitalised, people
from survey.engagement import pasting
from survey.engagement.pasting import Checked
from survey.engagement.sheets import NotAllGood
from survey.questionnaires.characteristics import AGE_BANDS, INTRODUCTION_ROUTES, LEVELS, MAIN_REASONS
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show
from survey.web.evaluator.standing import counted

PROBLEMS_SHOWN = 200
LOOK_AGAIN = "The list, or what is already here, has changed since you checked it. Look at it once more."


class PasteForm(form_base.OnceForm):
    people = StringField("The list", [DataRequired("Paste at least one line.")], widget=GovTextArea())
    # What was last shown to have been checked: only that is added.
    seen = HiddenField()


@evaluator.route("/evaluations/<int:evaluation_id>/residents/paste", methods=["GET", "POST"])
@may("edit residents")
def paste_residents(evaluation: Evaluation):
    form = PasteForm()
    if request.form.get("add") and (again := repeated(form)):
        return again
    if not form.validate_on_submit():
        return _page(evaluation, form, None)
    checked = pasting.check(evaluation, form.people.data)
    stamp = _stamp(form.people.data, checked)
    if request.form.get("add") and form.seen.data == stamp:
        try:
            added = pasting.add(evaluation, form.people.data, leave_out=True)
        except NotAllGood:
            checked = pasting.check(evaluation, form.people.data)
        else:
            sentence = f"{capitalised(people(len(added)))} added, each with a link and a code."
            return once(form, done(sentence, "residents", evaluation_id=evaluation.id))
    if request.form.get("add"):
        form.form_errors.append(LOOK_AGAIN)
    form.seen.data = form.seen.raw_data = None
    form.renew()
    return _page(evaluation, form, checked)


def _page(evaluation: Evaluation, form: PasteForm, checked: Checked | None):
    page, status = show(
        "paste_residents",
        evaluation,
        form,
        checked=checked,
        seen=_stamp(form.people.data, checked) if checked else "",
        groups=_groups(checked) if checked else [],
        shown=PROBLEMS_SHOWN,
        people=people,
        counted=counted,
        most=pasting.MOST,
        characteristics={
            "Age bands": AGE_BANDS,
            "Main reasons": MAIN_REASONS,
            "Introduction routes": INTRODUCTION_ROUTES,
        },
    )
    return page, 422 if checked and checked.problems else status


def _stamp(text: str, checked: Checked) -> str:
    said = f"{len(checked.people)}/{checked.rows_left_out}/{text}"
    return sha256(said.encode(errors="replace")).hexdigest()


def _groups(checked: Checked) -> list[tuple[str, str, int]]:
    counts = Counter((person.area.position, person.area.name, person.level) for person in checked.people)
    return [(area, LEVELS[level], count) for (_, area, level), count in sorted(counts.items())]
