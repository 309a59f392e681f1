"""Choosing what is asked: the outcomes in order, and the library to add from."""

from dataclasses import dataclass

from flask import abort, request

from survey.access.permissions import may
from survey.engagement import outcomes as choosing
from survey.engagement.outcomes import Refused, TooLate
from survey.questionnaires import loading
from survey.questionnaires.composing import LEVEL_ONE, LEVEL_TWO
from survey.questionnaires.model import Question, Questionnaire
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.asked import asked
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, show

# The library's main questionnaire comes first, whatever the others are called.
FIRST = "resident-outcomes"

# What each button does, and how that is said afterwards.
BUTTONS = {
    "up": (lambda to, id: choosing.move(to, id, up=True), "moved up"),
    "down": (lambda to, id: choosing.move(to, id, up=False), "moved down"),
    "take_out": (choosing.remove, "taken out"),
    "add": (choosing.choose, "added at the end"),
    "ask_one": (lambda to, id: choosing.set_level(to, id, LEVEL_ONE, asked=True), "asked at Level 1"),
    "spare_one": (
        lambda to, id: choosing.set_level(to, id, LEVEL_ONE, asked=False),
        "no longer asked at Level 1",
    ),
    "ask_two": (lambda to, id: choosing.set_level(to, id, LEVEL_TWO, asked=True), "asked at Level 2"),
    "spare_two": (
        lambda to, id: choosing.set_level(to, id, LEVEL_TWO, asked=False),
        "no longer asked at Level 2",
    ),
}


@dataclass(frozen=True)
class Chosen:
    question: Question
    level_one: bool
    level_two: bool
    own: bool


@evaluator.route("/evaluations/<int:evaluation_id>/outcomes", methods=["GET", "POST"])
@may("edit evaluation")
def outcomes(evaluation: Evaluation):
    form = form_base.Form()
    if form.validate_on_submit():
        try:
            said, question_id = _press(evaluation)
        except (Refused, TooLate) as refusal:
            form.form_errors.append(str(refusal))
        else:
            place = None if "take_out" in request.form else question_id
            return done(f"{said}.", "outcomes", evaluation_id=evaluation.id, _anchor=place)
    return _page(evaluation, form)


def _press(evaluation: Evaluation) -> tuple[str, str]:
    """Do what the pressed button says; gives back the words for it and whose button it was."""
    pressed = next((name for name in BUTTONS if name in request.form), None) or abort(404)
    act, words = BUTTONS[pressed]
    question_id = request.form[pressed]
    names = {question.id: question.short_name for question in choosing.questions(evaluation)}
    try:
        act(evaluation, question_id)
    except KeyError:
        abort(404)
    names |= {id: question.short_name for id, question in choosing.library_outcomes().items()}
    return f"{names.get(question_id, 'That')}: {words}", question_id


def _page(evaluation: Evaluation, form: form_base.Form):
    library = choosing.library_outcomes()
    rows = [
        Chosen(
            loading.question_from_json(row.question),
            row.level_one,
            row.level_two,
            row.question_id not in library,
        )
        for row in choosing.chosen(evaluation)
    ]
    return show(
        "outcomes",
        evaluation,
        form,
        chosen=rows,
        chosen_ids={row.question.id for row in rows},
        asked=asked(evaluation),
        library=_library(),
    )


def _library() -> list[Questionnaire]:
    return sorted(loading.library().values(), key=lambda each: (each.id != FIRST, each.id))
