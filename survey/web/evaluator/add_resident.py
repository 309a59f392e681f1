"""Adding one resident."""

from govuk_frontend_wtf.wtforms_widgets import GovRadioInput, GovSelect, GovTextInput
from wtforms import RadioField, SelectField, StringField, ValidationError
from wtforms.validators import InputRequired

from survey.access.permissions import may
from survey.engagement import invitations
from survey.engagement import residents as engaging
from survey.engagement.residents import NewResident
from survey.questionnaires.characteristics import AGE_BANDS, INTRODUCTION_ROUTES, LEVELS, MAIN_REASONS
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.fields import tidy
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show

NOT_SAID = ("", "Not known")


def _maybe(label: str, offered: dict[str, str]) -> SelectField:
    choices = [NOT_SAID, *offered.items()]
    return SelectField(label, choices=choices, widget=GovSelect())


class AddResidentForm(form_base.OnceForm):
    area = RadioField("Area", [InputRequired("Choose an area.")], widget=GovRadioInput())
    level = RadioField(
        "Level", [InputRequired("Choose a level.")], choices=list(LEVELS.items()), widget=GovRadioInput()
    )
    code = StringField("Code of your own (optional)", filters=[tidy], widget=GovTextInput())
    age_band = _maybe("Age band (optional)", AGE_BANDS)
    main_reason = _maybe("Main reason for introduction (optional)", MAIN_REASONS)
    introduction_route = _maybe("Introduction route (optional)", INTRODUCTION_ROUTES)

    def __init__(self, evaluation: Evaluation):
        super().__init__()
        self.evaluation = evaluation
        self.area.choices = [(str(area.id), area.name) for area in evaluation.areas]

    def validate_code(self, field: StringField) -> None:
        if not field.data:
            return
        if problem := engaging.wrong_with(field.data):
            raise ValidationError(problem)
        if field.data.casefold() in engaging.codes(self.evaluation):
            raise ValidationError(f"The code “{field.data}” is already in use here. Choose another.")

    def described(self) -> NewResident:
        areas = {str(area.id): area for area in self.evaluation.areas}
        known = {name: self[name].data or None for name in ("age_band", "main_reason", "introduction_route")}
        return NewResident(areas[self.area.data], self.level.data, self.code.data, **known)


@evaluator.route("/evaluations/<int:evaluation_id>/residents/add", methods=["GET", "POST"])
@may("edit residents")
def add_resident(evaluation: Evaluation):
    form = AddResidentForm(evaluation)
    if again := repeated(form):
        return again
    if form.is_submitted() and form.validate():
        links = invitations.prepare_aside(1)
        engaging.hold_list(evaluation)
        # Asked again: a colleague may have taken the code while ours was hashed.
        if form.validate():
            (person,) = engaging.add(evaluation, [form.described()], links)
            # Without the code: of two presses, the slower one is undone and leads to another person's page.
            said = "This person has been added. This is what to hand out."
            there = done(said, "resident", evaluation_id=evaluation.id, resident_id=person.id)
            return once(form, there)
    return show("add_resident", evaluation, form)
