"""The form of what is decided once for a whole value map; what does not go together is said plainly."""

from collections.abc import Iterator

from govuk_frontend_wtf.wtforms_widgets import GovCheckboxInput, GovTextArea
from wtforms import BooleanField, ValidationError

from survey.analysis.wording import capitalised
from survey.questionnaires.characteristics import LEVELS
from survey.records.change import BEFORE_KINDS
from survey.records.value_map import ValueMap
from survey.records.value_row import Proxy
from survey.reports import asked
from survey.value.discounting import END_OF_YEAR, HIGHEST, TABLES, YEAR_0
from survey.value.model import Wrong
from survey.value.proxies import Deflator, deflators
from survey.value.quantity import COUNTED, DISTANCE, Rule, check_rule
from survey.web import form_base
from survey.web.evaluator.fields import one_of, tidy_lines, words_if_any
from survey.web.evaluator.fields_exact import HUNDRED, MoneyField, PickField, ShareField, WholeField
from survey.web.evaluator.value_maps import EVERY_LEVEL, EVERYWHERE
from survey.web.evaluator.value_pages import LONGEST, said, typed, without_place

ONE_RATE = ("", "One rate for all years, written below")
NO_DEFLATOR = ("", "None: values are taken as they are")
PER_CENT = "Write the rate in per cent a year, from 0 to 25, such as 3.5."
NEEDED = "Write the rate, or choose a table of rates above."
TWO_RATES = "A table of rates is chosen above. Choose one rate there, or clear this."
YEAR = "Write a year from 1990 to 2100."
NOT_HELD = "The deflator below holds the years from {first} to {last}. Write one of these, or choose none."
NOT_COVERED = "“{name}” is in prices of {year}, and this holds the years from {first} to {last}. Choose none."
POINTS = "Write a whole number of points from 1 to 10."
AT_LEAST = "Write a whole number from 0 to 10; 0 means that any score will do."
TOO_FAR = "No scale here is longer than {most} points, so nobody could count. Write fewer."
TOO_HIGH = "No scale here goes beyond {most}, so nobody could count. Write a lower score."
AMOUNT = "Write a sum in pounds, such as 4,880,000, or leave it blank."
NOTHING_IN = "Write what was put in as a sum above nought, or leave it blank."
WHERE = "Write where the published figures stand."
TIMINGS = [
    (YEAR_0, "Green Book: the first year counts in full"),
    (END_OF_YEAR, "The Guide to SROI: the first year is discounted once"),
]
RULES = [
    (COUNTED, "Count the people who changed"),
    (DISTANCE, "Distance: how far people moved, as a share of the scale"),
]
BEFORES = [(kind, capitalised(name)) for kind, name in BEFORE_KINDS.items()]
PICKED = ("rate_table", "deflator", "level")
PLAIN = (
    *("before_kind", "rate", "timing", "inputs_discounted", "price_year", "rule", "points", "at_least"),
    *("net_of_worse", "published_value", "published_inputs", "published_source"),
)


class ValueSettingsForm(form_base.Form):
    area = PickField("Which area?", "Choose one of the areas here.")
    level = PickField("Which level of support?", "Choose one of the levels here.")
    wave = PickField("Which follow-up?", "Choose one of the follow-ups here.")
    before_kind = one_of("Which kind of before?", "Choose a kind of before.", BEFORES)
    rule = one_of("How is it counted how many changed?", "Choose how it is counted.", RULES)
    points = WholeField("At least how many points better?", POINTS, POINTS, least=1, most=10)
    at_least = WholeField("And at which score or more afterwards?", AT_LEAST, AT_LEAST, most=10)
    net_of_worse = BooleanField("Take off those who came out worse", widget=GovCheckboxInput())
    rate_table = PickField("Which discount rates?", "Choose one of the tables here, or one rate.")
    rate = ShareField("One rate for all years, in per cent", PER_CENT, most=HIGHEST * HUNDRED)
    timing = one_of("When does discounting begin?", "Choose when discounting begins.", TIMINGS)
    inputs_discounted = BooleanField("Discount what was put in as well", widget=GovCheckboxInput())
    price_year = WholeField("In prices of which year?", YEAR, YEAR, least=1990, most=2100)
    deflator = PickField("How are values of other years brought to it?", "Choose one of these.")
    published_value = MoneyField("Published value (£)", AMOUNT)
    published_inputs = MoneyField("Published inputs (£)", AMOUNT)
    published_source = words_if_any(
        "Where were they published?", LONGEST, filters=[tidy_lines], widget=GovTextArea()
    )

    def __init__(self, value_map: ValueMap):
        whose = {"area": value_map.area_id, "wave": value_map.wave_id}
        super().__init__(data=typed(value_map, (*PICKED, *PLAIN), **whose))
        self.value_map = value_map
        evaluation = value_map.evaluation
        self.area.choices = [EVERYWHERE, *((str(each.id), each.name) for each in evaluation.areas)]
        self.level.choices = [EVERY_LEVEL, *LEVELS.items()]
        self.wave.choices = [(str(each.id), each.name) for each in asked.followups(evaluation)]
        self.rate_table.choices = [*((name, name) for name in TABLES), ONE_RATE]
        self.deflator.choices = [NO_DEFLATOR, *((key, each.name) for key, each in deflators().items())]

    def validate_rate(self, field: ShareField) -> None:
        if field.process_errors:
            return
        if field.data is None and not self.rate_table.data:
            raise ValidationError(NEEDED)
        if field.data is not None and self.rate_table.data in TABLES:
            raise ValidationError(TWO_RATES)

    def validate_price_year(self, field: WholeField) -> None:
        chosen = self._deflator
        if chosen and field.data is not None and field.data not in chosen.index:
            raise ValidationError(NOT_HELD.format(first=min(chosen.index), last=max(chosen.index)))

    def validate_deflator(self, field: PickField) -> None:
        chosen = self._deflator
        for proxy in used_proxies(self.value_map) if chosen else ():
            if proxy.price_year not in chosen.index:
                held = {"first": min(chosen.index), "last": max(chosen.index)}
                raise ValidationError(NOT_COVERED.format(name=proxy.name, year=proxy.price_year, **held))

    def validate_rule(self, field) -> None:
        for proxy in used_proxies(self.value_map) if field.data == DISTANCE else ():
            try:
                check_rule(Rule(DISTANCE), proxy.values_average_move)
            except Wrong as wrong:
                raise ValidationError(f"“{proxy.name}”: {without_place(wrong)}") from None

    def validate_points(self, field: WholeField) -> None:
        longest = max((each.highest - each.lowest for each in self._outcomes), default=None)
        self._reachable(field, longest, TOO_FAR)

    def validate_at_least(self, field: WholeField) -> None:
        self._reachable(field, max((each.highest for each in self._outcomes), default=None), TOO_HIGH)

    def validate_published_inputs(self, field: MoneyField) -> None:
        if field.data == 0:
            raise ValidationError(NOTHING_IN)

    def validate_published_source(self, field) -> None:
        if not field.data and (self.published_value.data, self.published_inputs.data) != (None, None):
            raise ValidationError(WHERE)

    def settings(self) -> dict[str, object]:
        whose = {"area_id": self.area.number, "wave_id": self.wave.number, "level": self.level.data or None}
        picked = {"rate_table": self.rate_table.data, "deflator": self.deflator.data}
        return said(self, PLAIN) | whose | picked

    @property
    def _deflator(self) -> Deflator | None:
        return deflators().get(self.deflator.data)

    @property
    def _outcomes(self):
        return asked.outcomes(self.value_map.evaluation)

    def _reachable(self, field: WholeField, most: int | None, message: str) -> None:
        """Distance looks at neither figure, so that there is nothing to refuse then."""
        if self.rule.data == COUNTED and None not in (most, field.data) and field.data > most:
            raise ValidationError(message.format(most=most))


def used_proxies(value_map: ValueMap) -> Iterator[Proxy]:
    """What the rows that count are valued with."""
    return (each.proxy for each in value_map.rows if each.proxy and each.is_counted)
