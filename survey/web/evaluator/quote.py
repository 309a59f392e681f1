"""Placing words of a story beside the outcome that they speak of, and taking them out again."""

from flask import abort, request
from govuk_frontend_wtf.wtforms_widgets import GovRadioInput, GovSelect
from wtforms import RadioField, SelectField, StringField, ValidationError

from survey.access.permissions import may
from survey.access.telling import NAMED, NOT_REDACTED, MayNotBeTold
from survey.engagement import quotations
from survey.engagement.quotations import LONGEST, NotTheirWords, TooLong, Wanted
from survey.records.evaluation import Evaluation
from survey.records.story import Story
from survey.records.story_texts import as_told, redacted
from survey.reports.why_not import why_not
from survey.web import form_base
from survey.web.evaluator.fields import one_of, passage, tidy_lines
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import once, repeated, show
from survey.web.evaluator.story import ADDRESS, back, chosen_name, closed, found, story_page
from survey.web.evaluator.story_words import FORMS, Asked, asked

NONE_NAMED = ("", "Nothing in particular")
IN_USE = "There are words in the box already, and they stay. Empty the box first to take another part."


class QuoteForm(form_base.OnceForm):
    prompt = RadioField("Which part are they from?", validate_choice=False, widget=GovRadioInput())
    words: StringField = passage("The words", "Copy the words from the story.", LONGEST)
    outcome = SelectField("What do they speak of?", validate_choice=False, widget=GovSelect())
    how: RadioField = one_of("How may they be told?", "Choose how they may be told.", list(FORMS.items()))

    def __init__(self, story: Story, questions: Asked):
        confirmed = redacted(story)
        only = [{"prompt": prompt, "words": words} for prompt, words in confirmed.items()]
        super().__init__(data=only[0] if len(only) == 1 else None)
        self.story, self.parts = story, confirmed
        self.prompt.choices = [(prompt, questions.titles[prompt]) for prompt in confirmed]
        self.outcome.choices = [NONE_NAMED, *questions.measured.items()]

    def validate_prompt(self, field: RadioField) -> None:
        if field.data not in dict(field.choices):
            raise ValidationError("Choose the part that they are from.")

    def validate_outcome(self, field: SelectField) -> None:
        if field.data and field.data not in dict(field.choices):
            raise ValidationError("Choose one of the outcomes here, or nothing in particular.")

    def take(self, prompt: str) -> None:
        """Put a part of the story into the box, to be shortened there; never over what somebody typed."""
        if prompt not in self.parts:
            self.prompt.errors = ["Choose the part that they are from."]
        elif self.words.data and self.words.data not in map(tidy_lines, self.parts.values()):
            self.words.errors = [IN_USE]
        else:
            self.prompt.data, self.words.data = prompt, self.parts[prompt]

    def place(self) -> bool:
        """Place what was chosen; a refusal is said where it belongs."""
        wanted = Wanted(self.prompt.data, self.words.data, self.outcome.data or None, self.how.data == NAMED)
        try:
            quotations.place(self.story, wanted)
        except MayNotBeTold as refusal:
            self.how.errors = [why_not(refusal.decision)]
        except (NotTheirWords, TooLong) as refusal:
            self.words.errors = [str(refusal)]
        return not self.errors


@evaluator.route(f"{ADDRESS}/quote", methods=["GET", "POST"])
@may("edit stories")
def quote(evaluation: Evaluation, story_id: int):
    story, questions = found(evaluation, story_id), asked(evaluation)
    if away := closed(story):
        return away
    form = QuoteForm(story, questions)
    if again := repeated(form):
        return again
    if taken := request.form.get("take"):
        form.take(taken)
    elif form.validate_on_submit() and form.place():
        return once(form, back("The quotation is placed.", story, "quotations"))
    return show(
        "quote",
        evaluation,
        form,
        story=story,
        titles=questions.titles,
        parts=form.parts,
        is_empty=not as_told(story) and not story.recordings,
        longest=LONGEST,
        **_ways(story),
    )


@evaluator.post(f"{ADDRESS}/quotations/<int:quotation_id>/remove")
@may("edit stories")
def remove_quotation(evaluation: Evaluation, story_id: int, quotation_id: int):
    story = found(evaluation, story_id)
    quotation = quotations.get(story, quotation_id) or abort(404)
    form = form_base.Form()
    if not form.validate_on_submit():
        return story_page(evaluation, story, form)
    quotations.remove(quotation)
    return back("The quotation is removed. Releases that were made before keep it.", story, "quotations")


def _ways(story: Story) -> dict[str, object]:
    """What each way of telling means here, or why it is not allowed; whether the teller agreed to none."""
    decisions = [quotations.may_be_placed(story, named=named) for named in (False, True)]
    refused = [why_not(decision) for decision in decisions]
    usual = ("", f"They will be told as the words of “{chosen_name(story)}”.")
    return {
        "hints": [why or words for why, words in zip(refused, usual, strict=True)],
        "is_refused": not any(decision.may or decision.why == NOT_REDACTED for decision in decisions),
    }
