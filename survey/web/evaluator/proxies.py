"""The proxies of an evaluation, and those of the library that can be taken over."""

from survey.access.permissions import may
from survey.engagement import value_proxies as kept
from survey.engagement.once import new_key
from survey.records.evaluation import Evaluation
from survey.records.value_row import PROXY_KINDS, Proxy
from survey.value.proxies import LibraryProxy, library, volunteer_hours
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show
from survey.web.evaluator.standing import counted
from survey.web.evaluator.value_pages import hold_to_change

ADDRESS = "/evaluations/<int:evaluation_id>/proxies"
FROM_LIBRARY = ("name", "kind", "value", "low", "high", "unit", "price_year", "source", "licence")
NOT_THERE = "Choose one of the values here that is not taken over yet."


@evaluator.get(ADDRESS)
@may("see value map")
def proxies(evaluation: Evaluation):
    return _page(evaluation, form_base.OnceForm())


@evaluator.post(f"{ADDRESS}/take/<library_id>")
@may("edit value map")
def take_proxy(evaluation: Evaluation, library_id: str):
    hold_to_change(evaluation)
    form = form_base.OnceForm()
    if again := repeated(form):
        return again
    entry = next((each for each in offered(evaluation) if each.id == library_id), None)
    if entry is None:
        form.form_errors.append(NOT_THERE)
        return _page(evaluation, form)
    if not form.validate_on_submit():
        return _page(evaluation, form)
    taken = {name: getattr(entry, name) for name in (*FROM_LIBRARY, "values_average_move")}
    kept.add(evaluation, Proxy(**taken, library_id=entry.id))
    return once(form, done("The proxy is taken over.", "proxies", evaluation_id=evaluation.id))


def offered(evaluation: Evaluation) -> list[LibraryProxy]:
    """What the library has for outcomes and the evaluation has not."""
    return [
        each
        for each in library().values()
        if each.id not in volunteer_hours() and not kept.is_listed(evaluation, each.name)
    ]


def _page(evaluation: Evaluation, form: form_base.OnceForm):
    listed = kept.of(evaluation)
    return show(
        "proxies",
        evaluation,
        form,
        listed=listed,
        used={each.id: kept.rows_of(each) for each in listed},
        offered=offered(evaluation),
        kinds=PROXY_KINDS,
        counted=counted,
        new_key=new_key,
    )
