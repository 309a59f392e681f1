"""Who would like to hear about get-togethers: a list for the team, apart from everything that was said."""

from flask import abort

from survey.access import trail
from survey.access.permissions import may
from survey.analysis.wording import capitalised, people
from survey.engagement import get_togethers as wishes
from survey.records.evaluation import Evaluation
from survey.records.session import GetTogetherWish
from survey.web import form_base
from survey.web.evaluator.fields import words
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show

ADDRESS = "/evaluations/<int:evaluation_id>/get-togethers"


class WishForm(form_base.OnceForm):
    name = words("Name", "Write what this person would like to be called.", 120)
    contact = words("How to reach them", "Write how this person can be reached.", 200)


@evaluator.get(ADDRESS)
@may("see sessions")
def get_togethers(evaluation: Evaluation):
    return _page(evaluation, WishForm(formdata=None))


@evaluator.post(ADDRESS)
@may("edit sessions")
def add_wish(evaluation: Evaluation):
    form = WishForm()
    if again := repeated(form):
        return again
    if not form.validate_on_submit():
        return _page(evaluation, form)
    wishes.add(evaluation, form.name.data, form.contact.data)
    return once(form, _listed("Added to the list.", evaluation))


@evaluator.route(f"{ADDRESS}/<int:wish_id>/remove", methods=["GET", "POST"])
@may("edit sessions")
def remove_wish(evaluation: Evaluation, wish_id: int):
    wish = wishes.get(evaluation, wish_id) or abort(404)
    form = form_base.Form()
    if form.validate_on_submit():
        wishes.remove(evaluation, wish)
        return _listed("Removed from the list.", evaluation)
    return show("remove_wish", evaluation, form, wish=wish)


def _listed(sentence: str, evaluation: Evaluation):
    return done(sentence, "get_togethers", evaluation_id=evaluation.id)


def _page(evaluation: Evaluation, form: WishForm):
    listed = wishes.of(evaluation)
    # A form that comes back with a problem leaves no line in the trail, so it does not repeat the list.
    seen = [] if form.errors else listed
    if seen:
        trail.note("saw who would like to hear about get-togethers", evaluation, people(len(seen)))
    return show("get_togethers", evaluation, form, wishes=seen, sentence=_so_far(listed))


def _so_far(listed: list[GetTogetherWish]) -> str:
    if not listed:
        return "Nobody has asked to hear about get-togethers yet."
    return f"{capitalised(people(len(listed)))} would like to hear about get-togethers."
