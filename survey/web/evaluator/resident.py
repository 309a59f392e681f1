"""One resident: what is known, the link, and which waves are answered."""

from flask import abort, request
from govuk_frontend_wtf.wtforms_widgets import GovSelect
from wtforms import SelectField

from survey.access import trail
from survey.access.permissions import may
from survey.engagement import invitations, register, waves
from survey.engagement import residents as engaging
from survey.questionnaires.characteristics import AGE_BANDS, INTRODUCTION_ROUTES, LEVELS, MAIN_REASONS
from survey.records.evaluation import Evaluation
from survey.records.resident import Resident
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.qr import qr
from survey.web.evaluator.showing import done, show

ADDRESS = "/evaluations/<int:evaluation_id>/residents/<int:resident_id>"


class MoveForm(form_base.Form):
    area = SelectField("Area", coerce=int, widget=GovSelect())
    level = SelectField("Level", choices=list(LEVELS.items()), widget=GovSelect())

    def __init__(self, person: Resident, sent=None):
        super().__init__(sent, area=person.area_id, level=person.level)
        self.area.choices = [(area.id, area.name) for area in person.evaluation.areas]


# The address has no code in it: addresses end up in logs and histories.
@evaluator.get(ADDRESS)
@may("see links")
def resident(evaluation: Evaluation, resident_id: int):
    person = _person(evaluation, resident_id)
    form = MoveForm(person)
    return _page(evaluation, person, form, form)


@evaluator.post(ADDRESS)
@may("edit residents")
def move_resident(evaluation: Evaluation, resident_id: int):
    person = _person(evaluation, resident_id)
    form = MoveForm(person, request.form)
    areas = {area.id: area for area in evaluation.areas}
    if form.validate_on_submit():
        engaging.change(person, areas[form.area.data], form.level.data)
        return done("Changed.", "resident", evaluation_id=evaluation.id, resident_id=person.id)
    return _page(evaluation, person, form, form)


@evaluator.post(f"{ADDRESS}/new-link")
@may("edit residents")
def new_link(evaluation: Evaluation, resident_id: int):
    person = _person(evaluation, resident_id)
    form = form_base.Form()
    if not form.validate_on_submit():
        return _page(evaluation, person, form, MoveForm(person))
    (prepared,) = invitations.prepare_aside(1)
    invitations.replace(person, prepared)
    return done(
        "There is a new link and code. The old ones no longer work.",
        "resident",
        evaluation_id=evaluation.id,
        resident_id=person.id,
    )


def _person(evaluation: Evaluation, resident_id: int) -> Resident:
    return engaging.get(evaluation, resident_id) or abort(404)


def _page(evaluation: Evaluation, person: Resident, form: form_base.Form, moving: MoveForm):
    link = invitations.current_link(person)
    trail.note("saw a link", evaluation)
    known = [
        ("Area", person.area.name),
        ("Level", LEVELS[person.level]),
        ("Age band", AGE_BANDS.get(person.age_band)),
        ("Main reason for introduction", MAIN_REASONS.get(person.main_reason)),
        ("Introduction route", INTRODUCTION_ROUTES.get(person.introduction_route)),
    ]
    return show(
        "resident",
        evaluation,
        form,
        moving=moving,
        person=person,
        known=known,
        link=link,
        picture=qr(link.address, "QR code of the personal link") if link else None,
        waves=waves.planned(evaluation),
        responses=register.responses([person]),
    )
