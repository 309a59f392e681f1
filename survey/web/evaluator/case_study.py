"""One case study: made of a story that is ready, corrected, or removed."""

from flask import abort, request

from survey.access import stories as access
from survey.access.permissions import LARGEST_ID, may
from survey.access.telling import MayNotBeTold
from survey.engagement import case_studies as kept
from survey.engagement import story_queue
from survey.engagement.case_studies import NotReady
from survey.records.evaluation import Evaluation
from survey.records.retelling import CaseStudy
from survey.records.story import Story
from survey.records.story_texts import redacted
from survey.reports.why_not import why_not
from survey.web import form_base
from survey.web.evaluator.case_study_form import AGENCY_VIEW, INTRODUCTION, CaseStudyForm
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show
from survey.web.evaluator.story import chosen_name
from survey.web.evaluator.story_words import Asked, asked

ADDRESS = "/evaluations/<int:evaluation_id>/case-studies/<int:case_study_id>"
DIGITS = 12


@evaluator.route("/evaluations/<int:evaluation_id>/case-studies/new", methods=["GET", "POST"])
@may("edit case studies")
def new_case_study(evaluation: Evaluation):
    questions, story = asked(evaluation), _picked(evaluation)
    if story is None and request.method == "POST":
        abort(400)
    if story is None or (request.method == "GET" and not access.is_ready(story)):
        ready = [(each, _shown(evaluation, each.id)) for each in story_queue.ready(evaluation)]
        return show("new_case_study", evaluation, story=None, ready=ready, questions=questions)
    form = CaseStudyForm(story, questions)
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        try:
            kept.add(story, form.described())
        except MayNotBeTold as refusal:
            form.how.errors = [why_not(refusal.decision)]
        except NotReady as refusal:
            form.form_errors.append(str(refusal))
        else:
            return once(form, _listed("The case study is made.", evaluation))
    return show("new_case_study", evaluation, form, **_about(story, questions))


@evaluator.route(ADDRESS, methods=["GET", "POST"])
@may("edit case studies")
def case_study(evaluation: Evaluation, case_study_id: int):
    one, questions = found(evaluation, case_study_id), asked(evaluation)
    # What the team wrote speaks of the story: it is shown for as long as that may be read.
    known = kept.described(one) if access.may_be_read(one.story).may else None
    form = CaseStudyForm(one.story, questions, known)
    if form.validate_on_submit():
        try:
            kept.change(one, form.described())
        except MayNotBeTold as refusal:
            form.how.errors = [why_not(refusal.decision)]
        else:
            return _listed("The case study is saved.", evaluation)
    return show("case_study", evaluation, form, case_study=one, **_about(one.story, questions))


@evaluator.route(f"{ADDRESS}/remove", methods=["GET", "POST"])
@may("edit case studies")
def remove_case_study(evaluation: Evaluation, case_study_id: int):
    one, form = found(evaluation, case_study_id), form_base.Form()
    if form.validate_on_submit():
        kept.remove(one)
        return _listed("The case study is removed. The story stays.", evaluation)
    return show("remove_case_study", evaluation, form, case_study=one)


def found(evaluation: Evaluation, case_study_id: int) -> CaseStudy:
    return kept.get(evaluation, case_study_id) or abort(404)


def _picked(evaluation: Evaluation) -> Story | None:
    """The story that the address names; None where it names none."""
    named = request.args.get("story", "")
    if not named:
        return None
    if not (named.isdecimal() and len(named) < DIGITS and int(named) <= LARGEST_ID):
        abort(404)
    return story_queue.get(evaluation, int(named)) or abort(404)


def _shown(evaluation: Evaluation, story_id: int) -> str:
    """Whether a story may be in the steering group's pack today, as a sentence."""
    story = story_queue.get(evaluation, story_id)
    unnamed, named = (kept.may_be_shown(story, named=named) for named in (False, True))
    if unnamed.may and named.may:
        return "May be in the steering group’s pack, with a name or without."
    if unnamed.may or named.may:
        return f"May be in the steering group’s pack, {'without a name' if unnamed.may else 'with a name'}."
    return f"Not in the steering group’s pack today. {why_not(unnamed)}"


def _about(story: Story, questions: Asked) -> dict[str, object]:
    """The story as the team reads it, and what each way of telling it means here."""
    readable = access.may_be_read(story)
    words = redacted(story) if readable.may else {}
    name = chosen_name(story)
    usual = ("", f"As told by “{name}”." if name else "")
    reasons = [why_not(kept.may_be_shown(story, named=named)) for named in (False, True)]
    return {
        "story": story,
        "parts": [(questions.titles[prompt], said) for prompt, said in words.items()],
        "lengths": [f"{len(said):,} characters" for said in words.values()],
        "refused": why_not(readable),
        "ways": [why or words for why, words in zip(reasons, usual, strict=True)],
        "longest": {"introduction": INTRODUCTION, "agency_view": AGENCY_VIEW},
    }


def _listed(sentence: str, evaluation: Evaluation):
    return done(sentence, "case_studies", evaluation_id=evaluation.id)
