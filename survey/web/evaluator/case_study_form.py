"""The form of a case study."""

from govuk_frontend_wtf.wtforms_widgets import GovCheckboxesInput, GovTextArea
from wtforms import RadioField, SelectMultipleField, StringField, ValidationError

from survey.access import stories as access
from survey.access.telling import NAMED, UNNAMED
from survey.engagement import stakeholders, story_tags
from survey.engagement.case_studies import KINDS, Described
from survey.records.retelling import AGENCY
from survey.records.story import Story
from survey.records.story_texts import redacted
from survey.web import form_base
from survey.web.evaluator.fields import at_most, one_of, tidy_lines, words
from survey.web.evaluator.story_words import FORMS, Asked

# The team's own texts can be made shorter, so that one page has room; the teller's words are never cut.
INTRODUCTION, AGENCY_VIEW = 600, 900


def text(label: str, longest: int) -> StringField:
    return StringField(label, [at_most(longest)], filters=[tidy_lines], widget=GovTextArea())


def some_of(label: str) -> SelectMultipleField:
    return SelectMultipleField(label, validate_choice=False, widget=GovCheckboxesInput())


class CaseStudyForm(form_base.OnceForm):
    kind: RadioField = one_of("What kind of case study is it?", "Choose a kind.", list(KINDS.items()))
    title = words("Title", "Write a title.", 120)
    introduction = text("Introduction (optional)", INTRODUCTION)
    prompts = some_of("Which parts of the story does it show?")
    how: RadioField = one_of("How is it told?", "Choose how it is told.", list(FORMS.items()))
    outcomes = some_of("Which outcomes does it speak of? (optional)")
    partners = some_of("Which partners had a part in it? (optional)")
    agency_view = text("The agency’s view", AGENCY_VIEW)

    def __init__(self, story: Story, questions: Asked, known: Described | None = None):
        """Where nothing is known yet, the teller's own tags and every part of the story are ticked."""
        tags = story_tags.of(story) if access.may_be_read(story).may else {}
        tagged = [each.outcome for each in story_tags.about(tags)]
        super().__init__(
            data=_typed(known) if known else {"prompts": list(redacted(story)), "outcomes": tagged}
        )
        self.register = {str(line.id): line for line in stakeholders.of(story.evaluation)}
        self.prompts.choices = [(prompt, questions.titles[prompt]) for prompt in redacted(story)]
        self.outcomes.choices = _tagged_first(questions, tagged)
        self.partners.choices = [(key, line.organisation) for key, line in self.register.items()]

    def validate_prompts(self, field: SelectMultipleField) -> None:
        if not _known(field):
            raise ValidationError("Choose at least one part of the story.")

    def validate_agency_view(self, field: StringField) -> None:
        if self.kind.data == AGENCY and not field.data:
            raise ValidationError("Write what the agency told the team.")

    def described(self) -> Described:
        return Described(
            kind=self.kind.data,
            title=self.title.data,
            prompts=_known(self.prompts),
            introduction=self.introduction.data,
            agency_view=self.agency_view.data,
            outcomes=_known(self.outcomes),
            partners=tuple(self.register[key] for key in _known(self.partners)),
            named=self.how.data == NAMED,
        )


def _known(field: SelectMultipleField) -> tuple[str, ...]:
    """What is ticked of what is there, in the order in which it is shown."""
    ticked = field.data or ()
    return tuple(value for value, _ in field.choices if value in ticked)


def _tagged_first(questions: Asked, tagged: list[str]) -> list[tuple[str, str]]:
    """The outcomes that may be named, those that the teller ticked before the others."""
    return sorted(questions.measured.items(), key=lambda each: each[0] not in tagged)


def _typed(known: Described) -> dict[str, object]:
    """A case study as it would be typed into the form."""
    return {
        **vars(known),
        "how": NAMED if known.named else UNNAMED,
        "partners": [str(line.id) for line in known.partners],
    }
