"""One proxy of an evaluation: added, changed or removed."""

from flask import abort
from govuk_frontend_wtf.wtforms_widgets import GovCheckboxInput
from wtforms import BooleanField, StringField, ValidationError

from survey.access.permissions import may
from survey.engagement import value_proxies as kept
from survey.engagement.value_proxies import InUse
from survey.records.evaluation import Evaluation
from survey.records.value_row import PROXY_KINDS, Proxy
from survey.web import form_base
from survey.web.evaluator.fields import one_of, passage, words, words_if_any
from survey.web.evaluator.fields_exact import MoneyField, WholeField
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.proxies import ADDRESS
from survey.web.evaluator.showing import done, once, repeated, show
from survey.web.evaluator.value_pages import LONGEST, hold_to_change, said

LISTED = "There is a proxy of this name. Give this one another, or change that one."
AMOUNT = "Write a sum in pounds, such as 1,000.50."
AMOUNT_IF_ANY = "Write a sum in pounds, such as 1,000.50, or leave it blank."
YEAR = "Write a year from 1990 to 2100."
ORDER = "Between low and high: put the three in order, or leave low and high blank."
NAMES = ("name", "kind", "value", "low", "high", "unit", "price_year", "source", "licence")
BOTH = (*NAMES, "values_average_move")


class ProxyForm(form_base.OnceForm):
    name = words("What is it called?", "Write what it is called.", 200)
    kind = one_of("What kind of value is it?", "Choose what kind of value it is.", list(PROXY_KINDS.items()))
    value = MoneyField("What is one such change worth? (£)", AMOUNT, AMOUNT, least=None)
    low = MoneyField("At least? (£, optional)", AMOUNT_IF_ANY, least=None)
    high = MoneyField("At most? (£, optional)", AMOUNT_IF_ANY, least=None)
    unit = words("What is one?", "Write what one is, such as “a visit”.", 120)
    price_year = WholeField("In prices of which year?", YEAR, YEAR, least=1990, most=2100)
    source = passage("Where does it come from?", "Write where it comes from.", LONGEST)
    licence = words_if_any("Under which licence may it be used?", 200)
    values_average_move = BooleanField("It values an average move already", widget=GovCheckboxInput())

    def __init__(self, evaluation: Evaluation, known: Proxy | None = None):
        super().__init__(obj=known)
        self.evaluation, self.known = evaluation, known

    def validate_name(self, field: StringField) -> None:
        if field.data and kept.is_listed(self.evaluation, field.data, besides=self.known):
            raise ValidationError(LISTED)

    def validate_high(self, field: MoneyField) -> None:
        given = [each for each in (self.low.data, self.value.data, field.data) if each is not None]
        if given != sorted(given):
            raise ValidationError(ORDER)


@evaluator.route(f"{ADDRESS}/new", methods=["GET", "POST"])
@may("edit value map")
def new_proxy(evaluation: Evaluation):
    hold_to_change(evaluation)
    form = ProxyForm(evaluation)
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        kept.add(evaluation, Proxy(**said(form, BOTH)))
        return once(form, _listed("The proxy is added.", evaluation))
    return show("new_proxy", evaluation, form)


@evaluator.route(f"{ADDRESS}/<int:proxy_id>", methods=["GET", "POST"])
@may("edit value map")
def proxy(evaluation: Evaluation, proxy_id: int):
    known = _found(evaluation, proxy_id)
    form = ProxyForm(evaluation, known)
    if form.validate_on_submit():
        kept.change(known, said(form, BOTH))
        return _listed("The proxy is saved.", evaluation)
    return show("proxy", evaluation, form, known=known)


@evaluator.route(f"{ADDRESS}/<int:proxy_id>/remove", methods=["GET", "POST"])
@may("edit value map")
def remove_proxy(evaluation: Evaluation, proxy_id: int):
    known = _found(evaluation, proxy_id)
    form = form_base.Form()
    if form.validate_on_submit():
        try:
            kept.remove(known)
        except InUse:
            form.form_errors.append("An outcome is valued with it, so it stays.")
        else:
            return _listed("The proxy is removed.", evaluation)
    return show("remove_proxy", evaluation, form, known=known, rows=kept.rows_of(known))


def _found(evaluation: Evaluation, proxy_id: int) -> Proxy:
    hold_to_change(evaluation)
    return kept.get(evaluation, proxy_id) or abort(404)


def _listed(sentence: str, evaluation: Evaluation):
    return done(sentence, "proxies", evaluation_id=evaluation.id)
