"""The form that describes an evaluation."""

from collections import Counter
from dataclasses import replace

from govuk_frontend_wtf.wtforms_widgets import GovTextInput
from wtforms import FieldList, Form, FormField, HiddenField, StringField, ValidationError
from wtforms.validators import Length

from survey.analysis.definitions import DEFINITIONS, HEADLINE_KEYS
from survey.analysis.wording import capitalised
from survey.engagement.areas import AreaDetails
from survey.engagement.evaluations import Details
from survey.questionnaires.characteristics import LEVELS
from survey.records.evaluation import THEN_AND_NOW, WAVES
from survey.reports.findings import ALL_AREAS
from survey.web import form_base
from survey.web.evaluator.fields import CountField, DayField, one_of, tidy, words

MOST_AREAS = 30
DESCRIBED = ("name", "council", "period_start", "period_end", "headline")
STAYS = "Residents, stakeholders or sessions belong to this area, so it stays. Write a name for it."
NOT_A_COUNT = "Write a whole number of people, such as 40, or leave it blank if nobody counted."
BEFORES = {
    WAVES: (
        "In waves",
        "Each person is asked when they meet their coordinator, and again some months later. Nobody has to "
        "remember how things were, so this is the stronger way. It shows no change before the second time.",
    ),
    THEN_AND_NOW: (
        "Then and now, in one sitting",
        "Each page asks about now, then about the time before, thinking back. It shows a change at once, "
        "also for people whom coordinators met long ago. Memory can make a change look larger, and every "
        "result says so.",
    ),
}
# What each definition makes of the same people: an average of 2 that becomes an average of 3, of 1 to 5.
WORKED = {
    "pct_relative_ratio_of_means": "50 per cent: one point up, from a start of 2.",
    "pct_of_range": "25 per cent: one point, of the four between lowest and highest.",
    "pct_of_possible_means": "33 per cent: one point, of the three there were to gain.",
}


class AreaRow(Form):
    id = HiddenField()
    name = StringField(
        "Name",
        [Length(max=80, message="Make this shorter: the most is 80 characters.")],
        filters=[tidy],
        widget=GovTextInput(),
    )
    one = CountField("People at Level 1", NOT_A_COUNT)
    two = CountField("People at Level 2", NOT_A_COUNT)

    def validate_name(self, field: StringField) -> None:
        if not field.data and not (self.one.data is None and self.two.data is None):
            raise ValidationError("Write the area’s name, or clear its numbers.")

    def given(self) -> AreaDetails:
        counted = {level: self[level].data for level in LEVELS if self[level].data is not None}
        return AreaDetails(self.name.data, counted, int(self.id.data) if self.id.data else None)


class DetailsForm(form_base.OnceForm):
    name = words("What is this evaluation called?", "Write a name for the evaluation.", 120)
    council = words("Which council is it for?", "Write the name of the council.", 120)
    period_start = DayField("When does the period start?", "Write the first day of the period.")
    period_end = DayField("When does the period end?", "Write the last day of the period.")
    before = one_of(
        "How are people asked about the time before?",
        "Choose how people are asked about the time before.",
        [(key, name) for key, (name, _) in BEFORES.items()],
    )
    headline = one_of(
        "What does “percentage change” mean in your headlines?",
        "Choose what percentage change means in your headlines.",
        [(key, capitalised(DEFINITIONS[key].name)) for key in HEADLINE_KEYS],
    )
    areas = FieldList(FormField(AreaRow), min_entries=3, max_entries=MOST_AREAS)

    known: list[AreaDetails] = []
    used: frozenset[int] = frozenset()

    def describes(self, known: list[AreaDetails], used: set[int]) -> bool:
        """Take in the areas there are; False where the form speaks of one that is not among them."""
        self.known, self.used = known, frozenset(used)
        ids = [row.form.id.data for row in self.areas if row.form.id.data]
        return len(set(ids)) == len(ids) and set(ids) <= {str(area.id) for area in known}

    def validate_period_end(self, field: DayField) -> None:
        if field.data and self.period_start.data and field.data < self.period_start.data:
            raise ValidationError("The period has to end after it starts.")

    def validate_areas(self, field: FieldList) -> None:
        rows = [row.form for row in field]
        names = Counter(area.name.casefold() for area in self.areas_given())
        for row in rows:
            if row.name.data and names[row.name.data.casefold()] > 1:
                _wrong(row, "There are two areas with this name. Give each a name of its own.")
            if row.name.data.casefold() == ALL_AREAS.casefold():
                _wrong(row, "This name stands for all areas together. Give the area another.")
            if row.id.data and not row.name.data and int(row.id.data) in self.used:
                _wrong(row, STAYS)
        if not any(row.name.data for row in rows):
            _wrong(rows[0], "Write the name of at least one area.")
        if any(row.name.errors for row in rows):
            raise ValidationError("Look at the areas again.")

    def areas_given(self) -> list[AreaDetails]:
        """The areas with a name; those that a colleague added since the form was opened stay."""
        rows = [row.form.given() for row in self.areas]
        mentioned = {row.id for row in rows}
        return [row for row in rows if row.name] + [area for area in self.known if area.id not in mentioned]

    def details(self, known: Details | None = None) -> Details:
        """What this form says, on top of what was known of the evaluation."""
        asked = {"before": self.before.data} if "before" in self else {}
        named = {name: self[name].data for name in DESCRIBED}
        given = {**named, **asked, "areas": self.areas_given()}
        return replace(known, **given) if known else Details(**given)


def _wrong(row: AreaRow, problem: str) -> None:
    row.name.errors = [*row.name.errors, problem]
