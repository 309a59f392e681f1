"""The form of an outcome of a value map."""

from govuk_frontend_wtf.wtforms_widgets import GovCheckboxInput, GovTextArea
from wtforms import BooleanField, StringField, ValidationError

from survey.engagement import value_proxies
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.records.value_row import COLUMNS, Proxy, ValueRow
from survey.reports import asked
from survey.reports.value_building import rule_of
from survey.value import model, proxies
from survey.value.model import LONGEST as MOST_YEARS
from survey.value.model import Wrong
from survey.value.quantity import check_rule
from survey.web.evaluator.fields import one_of, passage, tidy_lines, words_if_any
from survey.web.evaluator.fields_exact import PickField, WholeField
from survey.web.evaluator.value_pages import LONGEST, typed, without_place
from survey.web.evaluator.value_part import PartForm

WHY_SO_LONG = "Write how it is known that it lasts so long, such as a study or what partners said."
WHY_NOT = "Write why it is left out: no outcome is left out without a reason."
HOW_LONG = f"Write a whole number of years from 1 to {MOST_YEARS}."
STARTS = [("1", "While the activity runs (year 1)"), ("2", "In the year after (year 2)")]
NAMES = (
    *("description", "indicator", "of_worse", "unintended", "duration_years", "duration_source"),
    *("kind_of_value", "included", "reason", "note"),
)
NO_OUTCOME = ("", "None: its figures are typed")
NO_PROXY = ("", "Not chosen yet")
LONG = {"filters": [tidy_lines], "widget": GovTextArea()}


class RowForm(PartForm):
    names = NAMES

    stakeholder = PickField("Whose outcome is it?", "Choose one of the stakeholders here.")
    description = passage(
        "What changes, in the stakeholder’s words?", "Write what changes for them.", LONGEST
    )
    outcome = PickField("Which answers count it?", "Choose one of the outcomes here, or none.")
    indicator = words_if_any("How is it measured?", LONGEST, **LONG)
    of_worse = BooleanField("It counts those for whom this got worse", widget=GovCheckboxInput())
    unintended = BooleanField("Nobody set out to bring it about", widget=GovCheckboxInput())
    duration_years = WholeField(
        "How many years does it last?", HOW_LONG, HOW_LONG, least=1, most=MOST_YEARS, default=1
    )
    duration_source = words_if_any("How is that known?", LONGEST, **LONG)
    starts = one_of("When does it start?", "Choose when it starts.", STARTS)
    proxy = PickField("What is one such change worth for a year?", "Choose one of the proxies here.")
    kind_of_value = one_of(
        "What kind of value is it?", "Choose what kind of value it is.", list(COLUMNS.items())
    )
    included = BooleanField("It counts in this map", default=True, widget=GovCheckboxInput())
    reason = words_if_any("If it is left out, why?", LONGEST, **LONG)
    note = words_if_any("A note for the team", LONGEST, **LONG)

    def __init__(self, evaluation: Evaluation, value_map: ValueMap, known: ValueRow | None = None):
        super().__init__(data=_typed(known) if known else {"starts": "1", "kind_of_value": "social"})
        self.value_map, self.known = value_map, known
        self.proxies = {str(each.id): each for each in value_proxies.of(evaluation)}
        self.stakeholder.choices = [(str(each.id), each.name) for each in value_map.stakeholders]
        self.outcome.choices = [NO_OUTCOME, *outcome_names(evaluation).items()]
        self.proxy.choices = [NO_PROXY, *((key, each.name) for key, each in self.proxies.items())]

    def validate_duration_source(self, field: StringField) -> None:
        if not field.data and self.included.data and (self.duration_years.data or 0) > 1:
            raise ValidationError(WHY_SO_LONG)

    def validate_reason(self, field: StringField) -> None:
        if not field.data and not self.included.data:
            raise ValidationError(WHY_NOT)

    def validate_proxy(self, field: PickField) -> None:
        chosen = self.proxies.get(field.data)
        if chosen is None or not self.included.data:
            return
        try:
            check_rule(rule_of(self.value_map), chosen.values_average_move)
            proxies.check_one_per_change(*self._valued(chosen))
        except Wrong as wrong:
            raise ValidationError(without_place(wrong)) from None

    def details(self) -> dict[str, object]:
        picked = {"stakeholder_id": self.stakeholder.number, "proxy_id": self.proxy.number}
        when = {"starts": int(self.starts.data), "outcome": self.outcome.data or None}
        return super().details() | picked | when

    def _valued(self, chosen: Proxy) -> tuple[list[model.Row], dict[str, str]]:
        """This row and the others that count, as pure rows, and the kinds of their proxies."""
        others = [
            (each.code, each.stakeholder_id, each.outcome or each.description, each.proxy.kind)
            for each in self.value_map.rows
            if each is not self.known and each.included and each.proxy
        ]
        here = (self.stakeholder.number, self.outcome.data or self.description.data or "")
        every = [*others, ("this one", *here, chosen.kind)]
        rows = [model.Row(code, str(whose), change, *NO_FIGURES) for code, whose, change, _ in every]
        return rows, {code: kind for code, _, _, kind in every}


# Quantity, unit value and duration do not matter to which change it is.
NO_FIGURES = (model.NOUGHT, model.NOUGHT, 1)


def outcome_names(evaluation: Evaluation) -> dict[str, str]:
    """What residents were asked about and what partners counted, by id."""
    every = (*asked.outcomes(evaluation), *asked.counted_outcomes(evaluation))
    return {each.id: each.short_name for each in every}


def _typed(known: ValueRow) -> dict[str, object]:
    picked = {"stakeholder": known.stakeholder_id, "proxy": known.proxy_id, "outcome": known.outcome}
    return typed(known, NAMES, starts=str(known.starts), **picked)
