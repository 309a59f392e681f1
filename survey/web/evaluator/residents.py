"""The residents of an evaluation: who they are, and who has answered which wave."""

from math import ceil

from survey.access.permissions import may
from survey.analysis.wording import people
from survey.engagement import invitations, register, waves
from survey.questionnaires.characteristics import LEVELS
from survey.records import frames
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.resident_filter import Picked, page_number, picked
from survey.web.evaluator.showing import done, show
from survey.web.evaluator.standing import counted

ON_A_PAGE = 100


@evaluator.get("/evaluations/<int:evaluation_id>/residents")
@may("see residents")
def residents(evaluation: Evaluation):
    return _page(evaluation, form_base.Form())


@evaluator.post("/evaluations/<int:evaluation_id>/residents/make-links")
@may("edit residents")
def make_links(evaluation: Evaluation):
    form = form_base.Form()
    if not form.validate_on_submit():
        return _page(evaluation, form)
    made = invitations.give_missing(evaluation)
    return done(f"Links made for {people(made)}.", "residents", evaluation_id=evaluation.id)


def _page(evaluation: Evaluation, form: form_base.Form):
    chosen = picked(evaluation)
    total = register.count(evaluation, chosen.filter)
    pages = ceil(total / ON_A_PAGE)
    page = page_number(pages)
    listed = register.people(evaluation, chosen.filter, (page - 1) * ON_A_PAGE, ON_A_PAGE)
    return show(
        "residents",
        evaluation,
        form,
        sentences=_sentences(evaluation, chosen),
        chosen=chosen,
        residents=listed,
        responses=register.responses(listed),
        waves=waves.planned(evaluation),
        levels=LEVELS,
        total=total,
        page=page,
        pages=pages,
        first=(page - 1) * ON_A_PAGE + 1,
        without_link=invitations.count_without(evaluation),
        people=people,
        counted=counted,
    )


def _sentences(evaluation: Evaluation, chosen: Picked) -> list[str]:
    """How many people there are, and how many have answered which wave."""
    frame = frames.participation(evaluation, chosen.group)
    added = int(frame["added"].max())
    if not added and not chosen.address:
        return ["No residents have been added yet."]
    said = [f"{wave.name}: {wave.sent:,} answered" for wave in frame.itertuples()]
    there = "There is" if added == 1 else "There are"
    where = _where(evaluation, chosen)
    residents = f"{there} {counted(added, 'resident')}{f' ({where})' if where else ''}."
    return [residents, f"{'; '.join(said)}."]


def _where(evaluation: Evaluation, chosen: Picked) -> str:
    areas = [area.name for area in evaluation.areas if area.id == chosen.filter.area_id]
    levels = [words for level, words in LEVELS.items() if level == chosen.filter.level]
    return ", ".join(areas + levels)
