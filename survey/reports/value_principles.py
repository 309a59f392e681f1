"""The eight principles of social value as a checklist: which a map keeps, and what each still lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from survey.records.value_map import ValueMap
from survey.reports.value_building import INPUTS, PROXY, ROW, ROWS, SETTINGS, Gap

SCOPE, STAKEHOLDERS, STAKEHOLDER, NEGATIVE, TELLING = (
    *("scope", "stakeholders", "stakeholder", "negative", "telling"),
)
QUANTITY = "quantity"
NO_PART = "add what it put in or what changed for it, or leave it out with a reason."


@dataclass(frozen=True)
class Principle:
    """One of the eight (Social Value International, 2022), and what this map lacks of it."""

    number: int
    name: str
    missing: tuple[Gap, ...]

    @property
    def is_met(self) -> bool:
        return not self.missing


def principles(value_map: ValueMap, gaps: Sequence[Gap]) -> tuple[Principle, ...]:
    """All eight in their order; `gaps` are what the map lacks before it can be worked out."""
    found = (
        ("Involve stakeholders", _involve(value_map)),
        ("Understand what changes", _understand(value_map, gaps)),
        ("Value the things that matter", _value(value_map, gaps)),
        ("Only include what is material", _material(value_map)),
        ("Do not over-claim", _not_over_claim(gaps)),
        ("Be transparent", _transparent(value_map)),
        ("Verify the result", _verify(value_map)),
        ("Be responsive", _responsive(value_map)),
    )
    return tuple(Principle(number, name, tuple(each)) for number, (name, each) in enumerate(found, 1))


def _involve(value_map: ValueMap) -> Iterator[Gap]:
    if not value_map.stakeholders:
        yield Gap(STAKEHOLDERS, "No stakeholder is listed.")
    for each in value_map.stakeholders:
        if each.reason:
            continue
        words = f"{each.name}: say why it matters here."
        if not each.involved:
            words = f"{each.name}: nobody was involved, so say why it matters here and why not."
        yield Gap(STAKEHOLDER, words, each.id)
    if not value_map.involved_how:
        yield Gap(SCOPE, "Say how stakeholders were involved in making the map.")


def _understand(value_map: ValueMap, gaps: Sequence[Gap]) -> Iterator[Gap]:
    if not any(row.included for row in value_map.rows):
        yield Gap(ROWS, "No outcome counts yet.")
    if not value_map.negative_found:
        yield Gap(NEGATIVE, "Say what people answered when they were asked what got worse.")
    yield from (gap for gap in gaps if gap.figure == QUANTITY)


def _value(value_map: ValueMap, gaps: Sequence[Gap]) -> Iterator[Gap]:
    if not any(row.included for row in value_map.rows):
        yield Gap(ROWS, "No outcome is valued yet.")
    yield from (gap for gap in gaps if gap.place == ROW and not gap.figure)
    used = {row.proxy.id: row.proxy for row in value_map.rows if row.included and row.proxy}
    for each in used.values():
        if not each.licence:
            yield Gap(PROXY, f"{each.name}: say under which licence it may be used.", each.id)


def _material(value_map: ValueMap) -> Iterator[Gap]:
    # That nothing is left out without a reason is kept by the tables.
    if not value_map.rows:
        yield Gap(ROWS, "No outcome is listed yet, so nobody can say what is material.")
    has_part = {part.stakeholder_id for part in (*value_map.rows, *value_map.inputs)}
    for each in value_map.stakeholders:
        if each.included and each.id not in has_part:
            yield Gap(STAKEHOLDER, f"{each.name}: {NO_PART}", each.id)


def _not_over_claim(gaps: Sequence[Gap]) -> Iterator[Gap]:
    yield from (gap for gap in gaps if gap.place == ROWS)
    yield from (gap for gap in gaps if gap.figure not in ("", QUANTITY))


def _transparent(value_map: ValueMap) -> Iterator[Gap]:
    for name, words in (("scope", "what the map covers"), ("activities", "what was done")):
        if not getattr(value_map, name):
            yield Gap(SCOPE, f"Say {words}.")
    if not value_map.inputs:
        yield Gap(INPUTS, "Say what was put in, with its source.")
    for row in value_map.rows:
        if row.included and row.duration_years > 1 and not row.duration_source:
            yield Gap(ROW, f"{row.code}: say how it is known that it lasts so long.", row.id)
    has_published = value_map.published_value is not None or value_map.published_inputs is not None
    if has_published and not value_map.published_source:
        yield Gap(SETTINGS, "Say where the published figures stand.")


def _verify(value_map: ValueMap) -> Iterator[Gap]:
    if not value_map.verified_how:
        yield Gap(TELLING, "Say who checked the result, and how.")
    if not value_map.returned_how:
        yield Gap(TELLING, "Say how the results went back to those who took part.")
    elif value_map.returned_on is None:
        yield Gap(TELLING, "Say when the results went back.")


def _responsive(value_map: ValueMap) -> Iterator[Gap]:
    if not value_map.responded_how:
        yield Gap(TELLING, "Say what is done differently because of the results.")
