"""Asking for stories: whether they can be told now, who looks after them, and the poster's link."""

from flask import abort, request

from survey.access.permissions import may
from survey.engagement import doors, telling
from survey.engagement.telling import NobodySafeguards, NotOpenYet
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.asked import asked_of_tellers
from survey.web.evaluator.colleagues import called
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.qr import qr
from survey.web.evaluator.showing import done, show

QR = "QR code of the poster"


@evaluator.route("/evaluations/<int:evaluation_id>/stories/asking", methods=["GET", "POST"])
@may("ask for stories")
def asking_stories(evaluation: Evaluation):
    form = form_base.Form()
    if form.validate_on_submit():
        try:
            return _done(_press(evaluation), evaluation)
        except (NotOpenYet, NobodySafeguards) as refusal:
            form.form_errors.append(str(refusal))
    return _page(evaluation, form)


@evaluator.post("/evaluations/<int:evaluation_id>/stories/asking/door")
@may("ask for stories")
def replace_poster_door(evaluation: Evaluation):
    """A new link and code for the poster; those on posters that hang somewhere stop working."""
    form = form_base.Form()
    if not form.validate_on_submit():
        return _page(evaluation, form)
    door = doors.current(evaluation)
    if door is None:
        abort(404)
    doors.replace(door)
    return _done("The poster has a new link and code. The old ones no longer work.", evaluation)


def _press(evaluation: Evaluation) -> str:
    """Open or close, as the button says; gives back the words for it."""
    if "open" in request.form:
        telling.open_telling(evaluation)
        doors.poster(evaluation)
        return "Stories can be told now."
    if "close" not in request.form:
        abort(404)
    telling.close_telling(evaluation)
    return "Closed. No story can be begun now."


def _done(sentence: str, evaluation: Evaluation):
    return done(sentence, "asking_stories", evaluation_id=evaluation.id)


def _page(evaluation: Evaluation, form: form_base.Form):
    door = doors.current(evaluation)
    link = doors.link(door) if door else None
    return show(
        "asking_stories",
        evaluation,
        form,
        opened=telling.opened(evaluation),
        is_open=telling.is_open(evaluation),
        waits_for_lead=telling.waits_for_lead(evaluation),
        leads=[called(user) for user in telling.leads(evaluation)],
        link=link,
        picture=qr(link.address, QR) if link else None,
        asked=asked_of_tellers(evaluation),
    )
