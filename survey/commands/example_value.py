"""The value maps of the worked example, kept through the same doors as real ones."""

from collections.abc import Mapping
from datetime import timedelta

from survey.commands import example_value_parts, made_up_value
from survey.engagement import value_maps, value_proxies
from survey.engagement.value_maps import NewMap
from survey.records.evaluation import Evaluation
from survey.records.value_row import Proxy
from survey.value import proxies

# The newest year for which this vintage holds prices.
DEFLATOR, PRICE_YEAR = "hmt_2025_12", 2024
PUBLISHED = (
    "“Social Value of Local Area Coordination: learning outcomes from Thurrock Council and Derby City "
    "Council SROI analyses”, March 2016: presentation of the councils’ evaluation, as published. A "
    "forecast for April 2016 to March 2019."
)
TAKEN = ("name", "kind", "value", "low", "high", "unit", "price_year", "source", "licence")
BEFORE_THE_END = timedelta(days=5)


def walking(evaluation: Evaluation) -> None:
    """A full map for each of both areas."""
    _keep(evaluation, "derby", "thurrock")


def asked_again(evaluation: Evaluation) -> None:
    """A small forecast, which stays apart from what has happened."""
    _keep(evaluation, "hillside")


def _keep(evaluation: Evaluation, *names: str) -> None:
    maps = [made_up_value.value_map(name) for name in names]
    used = dict.fromkeys(row["proxy"] for said in maps for row in said["rows"])
    worth = {name: value_proxies.add(evaluation, _proxy(name)) for name in used}
    for said in maps:
        made = value_maps.make(evaluation, _new(evaluation, said["settings"]))
        example_value_parts.keep(made, said, worth)


def _proxy(name: str) -> Proxy:
    """A made-up one, or one of the library as it stands there."""
    made_up = made_up_value.proxies().get(name)
    if made_up:
        return Proxy(**made_up)
    entry = proxies.library()[name]
    taken = {each: getattr(entry, each) for each in (*TAKEN, "values_average_move")}
    return Proxy(library_id=entry.id, **taken)


def _new(evaluation: Evaluation, settings: Mapping[str, object]) -> NewMap:
    more = {"price_year": PRICE_YEAR, "deflator": DEFLATOR, **settings}
    name, kind, area = (more.pop(each) for each in ("name", "kind", "area"))
    more["returned_on"] = evaluation.period_end - BEFORE_THE_END
    if "published_value" in more:
        more["published_source"] = PUBLISHED
    return NewMap(name, kind, next(each for each in evaluation.areas if each.name == area), more=more)
