"""The forms of a session: what it is, what is asked, statements, hands, people, notes."""

from govuk_frontend_wtf.wtforms_widgets import GovSelect, GovTextArea
from wtforms import SelectField, StringField, ValidationError
from wtforms.validators import DataRequired

from survey.engagement import outcomes, themes
from survey.engagement.sessions import Details
from survey.engagement.votes import Count
from survey.records.evaluation import Evaluation
from survey.records.session import Session, Statement, Theme
from survey.web import form_base
from survey.web.evaluator.fields import CountField, DayField, at_most, passage, tidy, words

NO_AREA, NO_OUTCOME, NO_THEME = ("", "No area in particular"), ("", "None in particular"), ("", "No theme")
NOT_A_NUMBER = "Write how many people, as a number such as 5."
MOST = 999


def people(label: str) -> CountField:
    return CountField(label, NOT_A_NUMBER, MOST)


def select_one(label: str) -> SelectField:
    return SelectField(label, validate_choice=False, widget=GovSelect())


class SessionForm(form_base.OnceForm):
    title = words("What is it called?", "Write what the session is called.", 120)
    held_on = DayField("On which day?", "Write the day of the session.")
    area = select_one("In which area? (optional)")
    invited = people("How many people are invited? (optional)")

    def __init__(self, evaluation: Evaluation, session: Session | None = None):
        super().__init__(data=_typed(session) if session else None)
        self.areas = {str(area.id): area for area in evaluation.areas}
        self.area.choices = [NO_AREA, *((key, area.name) for key, area in self.areas.items())]

    def validate_area(self, field: SelectField) -> None:
        if field.data and field.data not in self.areas:
            raise ValidationError("Choose one of the areas here, or none in particular.")

    def described(self) -> Details:
        return Details(self.title.data, self.held_on.data, self.areas.get(self.area.data), self.invited.data)


class PromptsForm(form_base.Form):
    prompts = passage("Prompts, one to a line", "Write at least one prompt.", 2000)


class StatementForm(form_base.OnceForm):
    statement = StringField(
        "Statement",
        [DataRequired("Write the statement."), at_most(300)],
        filters=[tidy],
        widget=GovTextArea(),
    )
    outcome = select_one("Which outcome is it about? (optional)")

    def __init__(self, evaluation: Evaluation, known: Statement | None = None, **more):
        said = {"statement": known.words, "outcome": known.outcome or ""} if known else None
        super().__init__(data=said, **more)
        self.outcome.choices = [NO_OUTCOME, *outcome_names(evaluation).items()]

    def validate_outcome(self, field: SelectField) -> None:
        if field.data and field.data not in dict(field.choices):
            raise ValidationError("Choose one of the outcomes here, or none in particular.")


class HandsForm(form_base.Form):
    agree = people("Agree")
    not_sure = people("Not sure")
    disagree = people("Disagree")

    def __init__(self, known: Count | None = None, **more):
        super().__init__(data=vars(known) if known else None, **more)

    def counted(self) -> Count | None:
        """The hands; None where every box was left blank, an empty box among others counts as nobody."""
        given = (self.agree.data, self.not_sure.data, self.disagree.data)
        return None if given == (None, None, None) else Count(*(each or 0 for each in given))


class PeopleForm(form_base.Form):
    invited = people("Invited")
    came = people("Came")

    def __init__(self, session: Session, **more):
        super().__init__(data={"invited": session.invited, "came": session.came}, **more)


class NoteForm(form_base.OnceForm):
    note = passage("What was said", "Write what was said.", 2000)
    theme = select_one("Theme (optional)")

    def __init__(self, evaluation: Evaluation, **more):
        super().__init__(**more)
        self.themes = {str(theme.id): theme for theme in themes.of(evaluation)}
        self.theme.choices = [NO_THEME, *((key, theme.name) for key, theme in self.themes.items())]

    def validate_theme(self, field: SelectField) -> None:
        if field.data and field.data not in self.themes:
            raise ValidationError("This theme is no longer in the codebook. Choose another, or none.")

    @property
    def chosen(self) -> Theme | None:
        return self.themes.get(self.theme.data)


def outcome_names(evaluation: Evaluation) -> dict[str, str]:
    """The outcomes that residents are asked about, by id."""
    return {outcome.id: outcome.short_name for outcome in outcomes.questions(evaluation)}


def _typed(session: Session) -> dict[str, object]:
    """A session as it would be typed into the form."""
    said = {name: getattr(session, name) for name in ("title", "held_on", "invited")}
    return {**said, "area": str(session.area_id) if session.area_id else ""}
