"""Stakeholders of a value map that are taken over from the register of the evaluation."""

from dataclasses import dataclass

from survey.engagement import stakeholders as registered
from survey.engagement import value_parts
from survey.records.stakeholder import Stakeholder
from survey.records.value_map import MapStakeholder, ValueMap


@dataclass(frozen=True)
class Offered:
    """A kind of the register that the map does not list yet: its lines, how many answered, why others not."""

    name: str
    lines: int
    answered: int
    why_not: str


def offered(value_map: ValueMap) -> list[Offered]:
    """What the register of this map's area has and the map has not, in the register's order."""
    lines = [line for line in registered.of(value_map.evaluation) if _is_here(line, value_map)]
    of_kind = {name: [line for line in lines if line.kind == kind] for kind, name in registered.KINDS.items()}
    return [
        _offer(name, found)
        for name, found in of_kind.items()
        if found and not any(value_parts.is_listed(value_map, each) for each in (name, f"The {name}"))
    ]


def take_over(value_map: ValueMap) -> int:
    """List what is offered; gives how many kinds were added."""
    offers = offered(value_map)
    for each in offers:
        given = {"size": each.lines, "involved": each.answered, "reason": each.why_not}
        value_parts.add(value_map, MapStakeholder(name=each.name, **given))
    return len(offers)


def _is_here(line: Stakeholder, value_map: ValueMap) -> bool:
    return value_map.area_id is None or line.area_id in (None, value_map.area_id)


def _offer(name: str, lines: list[Stakeholder]) -> Offered:
    reasons = dict.fromkeys(line.why_not for line in lines if line.why_not)
    return Offered(name, len(lines), sum(map(registered.has_sent, lines)), "; ".join(reasons))
