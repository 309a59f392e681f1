"""Small value maps in the records, for tests."""

from decimal import Decimal

from survey.engagement import value_maps, value_parts, value_proxies
from survey.engagement.value_maps import NewMap
from survey.records.base import db
from survey.records.value_map import MapInput, MapStakeholder
from survey.records.value_row import Proxy, ValueRow
from survey.value.model import FILTERS


def value_map(evaluation, name="Walking", inputs=1000, **more):
    """A map of all areas and Level 2, with one stakeholder and what the council put in."""
    known = {key: more.pop(key) for key in ("kind", "area", "level") if key in more}
    made = value_maps.make(evaluation, NewMap(name, **known, more=more))
    stakeholder(made, "Residents")
    if inputs:
        given(made, inputs)
    db.session.commit()
    return made


def stakeholder(made, name, **more):
    return value_parts.add(made, MapStakeholder(name=name, **more))


def given(made, value, **more):
    usual = {"description": "grant", "value": Decimal(str(value)), "source": "the accounts"}
    whose = {"stakeholder_id": made.stakeholders[0].id}
    return value_parts.add(made, MapInput(**whose | usual | more))


def proxy(evaluation, name="a club for a year", value=100, **more):
    usual = {
        "kind": "market",
        "unit": "a person",
        "price_year": 2027,
        "source": "the club’s own list",
        "licence": "none needed",
    }
    return value_proxies.add(evaluation, Proxy(name=name, value=Decimal(str(value)), **usual | more))


def row(made, outcome=None, value=100, typed=(), **more):
    """A row of the first stakeholder; `typed` holds figures by name, filters in fractions."""
    worth = more.pop("proxy", None) or proxy(
        made.evaluation, f"proxy {len(value_proxies.of(made.evaluation))}", value
    )
    usual = {"description": "Made friends", "stakeholder_id": made.stakeholders[0].id, "proxy_id": worth.id}
    added = value_parts.add(made, ValueRow(outcome=outcome, **usual | more))
    for name, figure in dict(typed).items():
        value_parts.type_figure(added, name, Decimal(str(figure)), "the log of calls")
    db.session.commit()
    return added


# Nothing to deduct, said so.
NOTHING_OFF = dict.fromkeys(FILTERS, 0)
