"""What stands in a value map of the worked example: stakeholders, inputs, rows, incidents and scenarios."""

from collections.abc import Iterator, Mapping

from survey.engagement import value_parts
from survey.records.value_map import MapInput, MapStakeholder, ValueMap
from survey.records.value_row import Incident, Proxy, Scenario, ValueRow


def keep(made: ValueMap, said: Mapping[str, list], worth: Mapping[str, Proxy]) -> None:
    """Add all parts as made_up_value.value_map holds them; `worth` holds proxies by name."""
    groups = {each["name"]: value_parts.add(made, MapStakeholder(**each)).id for each in said["stakeholders"]}
    for given in said["inputs"]:
        for part in _inputs(given, groups):
            value_parts.add(made, part)
    for row in said["rows"]:
        _keep_row(made, row, groups, worth)
    for kind, parts in ((Incident, said["incidents"]), (Scenario, said["scenarios"])):
        for each in parts:
            value_parts.add(made, kind(**each))


def _inputs(given: Mapping[str, object], groups: Mapping[str, int]) -> Iterator[MapInput]:
    """One for each year, of money or of hours with the rate of that year."""
    said = {name: given[name] for name in ("description", "kind", "source")}
    for year, amount in enumerate(given.get("values") or given["rates"], 1):
        how = {"value": amount} if "values" in given else {"hours": given["hours"], "rate": amount}
        yield MapInput(stakeholder_id=groups[given["stakeholder"]], year=year, **said, **how)


def _keep_row(
    made: ValueMap, said: Mapping[str, object], groups: Mapping[str, int], worth: Mapping[str, Proxy]
) -> None:
    details = dict(said)
    stakeholder, proxy = details.pop("stakeholder"), details.pop("proxy")
    typed = details.pop("typed", ())
    row = ValueRow(stakeholder_id=groups[stakeholder], proxy_id=worth[proxy].id, **details)
    value_parts.add(made, row)
    for figure in typed:
        value_parts.type_figure(row, **figure)
