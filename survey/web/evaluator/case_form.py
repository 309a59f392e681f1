"""The form of a case record."""

from govuk_frontend_wtf.wtforms_widgets import GovSelect
from wtforms import SelectField, ValidationError

from survey.engagement import outcomes
from survey.engagement.cases import Case
from survey.questionnaires import partners
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.fields import passage, words_if_any

NONE_NAMED = ("", "None in particular")
LONGEST = 2000


class CaseForm(form_base.OnceForm):
    person = words_if_any("What may we call this person? (optional)", 80)
    traditional_response = passage(
        "What would usually have been done?", "Write what would usually have been done.", LONGEST
    )
    happened_instead = passage("What happened instead?", "Write what happened instead.", LONGEST)
    outcome = SelectField(
        "Which outcome does it speak of? (optional)", validate_choice=False, widget=GovSelect()
    )

    def __init__(self, evaluation: Evaluation, known: Case | None = None):
        super().__init__(data={**vars(known), "outcome": known.outcome or ""} if known else None)
        self.outcome.choices = [NONE_NAMED, *outcome_names(evaluation).items()]

    def validate_outcome(self, field: SelectField) -> None:
        if field.data and field.data not in dict(field.choices):
            raise ValidationError("Choose one of the outcomes here, or none in particular.")

    def described(self) -> Case:
        texts = (self.person.data, self.traditional_response.data, self.happened_instead.data)
        return Case(*texts, self.outcome.data or None)


def outcome_names(evaluation: Evaluation) -> dict[str, str]:
    """The outcomes that residents or partners are asked about, by id."""
    chosen = {outcome.id: outcome.short_name for outcome in outcomes.questions(evaluation)}
    return chosen | {name: outcome.short_name for name, outcome in partners.outcomes().items()}
