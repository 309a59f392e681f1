"""The form in which an evaluator enters a figure of impact, with the reason for it."""

import re

from govuk_frontend_wtf.wtforms_widgets import GovCheckboxInput
from wtforms import BooleanField, StringField, ValidationError
from wtforms.validators import InputRequired

from survey.analysis.impact import ATTRIBUTION
from survey.analysis.said import ANALYST, RECORDS, WHOLE, Entered
from survey.web import form_base
from survey.web.evaluator.fields import CountField, one_of, passage

BASES = [(RECORDS, "Records, such as a log or a register"), (ANALYST, "My own judgement as analyst")]
NEEDED = "Write how many per cent are to be taken off."
NO_SIGN = "Write the number without the per cent sign, such as 50."
NOT_WHOLE = "Write a whole number from 0 to 100 in figures, such as 50."
FEW_WORDS = 3
SAY_MORE = "Say in a few words more where it comes from, so that others can judge it."
LONGEST = 1000


class PerCentField(CountField):
    """A whole number from 0 to 100. Anything else that is typed stays there and is not guessed at."""

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = "".join(valuelist[:1]).strip()
        self.data = None
        if not typed:
            return
        if re.fullmatch(r"[0-9]{1,3} ?%", typed):
            raise ValueError(NO_SIGN)
        if not re.fullmatch("[0-9]{1,3}", typed) or int(typed) > WHOLE:
            raise ValueError(NOT_WHOLE)
        self.data = int(typed)


class ImpactFigureForm(form_base.OnceForm):
    per_cent = PerCentField("How many per cent are to be taken off?", validators=[InputRequired(NEEDED)])
    covers_deadweight = BooleanField(
        "One question asked about both: this figure already takes out what would have happened anyway",
        widget=GovCheckboxInput(),
    )
    basis = one_of("Where does it come from?", "Choose where it comes from.", BASES)
    reason = passage("Why this figure?", "Write why it is this figure.", LONGEST)

    def __init__(self, step: str, **more):
        super().__init__(**more)
        # Only there can one answer be about both.
        if step != ATTRIBUTION:
            del self.covers_deadweight

    def validate_reason(self, field: StringField) -> None:
        if field.data and len(field.data.split()) < FEW_WORDS:
            raise ValidationError(SAY_MORE)

    def entered(self) -> Entered:
        """The figure as it was typed, once the form is valid."""
        covers = "covers_deadweight" in self and self.covers_deadweight.data
        return Entered(self.per_cent.data, self.basis.data, self.reason.data, bool(covers))
