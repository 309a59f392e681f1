"""A part of a value map is added and changed in one way, of whichever kind it is."""

from dataclasses import dataclass

from survey.engagement import value_parts
from survey.records.value_map import MapInput, MapStakeholder, ValueMap
from survey.records.value_row import Incident, Scenario, ValueRow
from survey.web import form_base
from survey.web.evaluator.showing import once, repeated
from survey.web.evaluator.value_pages import page, said, seen


@dataclass(frozen=True)
class PartKind:
    """A kind of part: what it is called, its word in addresses, its page, the list, and what names one."""

    called: str
    word: str
    page: str
    listed: str
    name: str


PARTS = {
    MapStakeholder: PartKind("stakeholder", "stakeholders", "map_stakeholder", "value_stakeholders", "name"),
    MapInput: PartKind("input", "inputs", "value_input", "value_inputs", "description"),
    ValueRow: PartKind("outcome", "rows", "value_row", "value_rows", "description"),
    Incident: PartKind("incident", "incidents", "value_incident", "value_incidents", "what"),
    Scenario: PartKind("scenario", "scenarios", "value_scenario", "value_scenarios", "name"),
}


class PartForm(form_base.OnceForm):
    """What is typed of a part; `names` are the fields that are kept as they are typed."""

    names: tuple[str, ...] = ()

    def details(self) -> dict[str, object]:
        """What a valid form says, by column."""
        return said(self, self.names)


def add_part(value_map: ValueMap, made: type[value_parts.Part], form: PartForm, **shown):
    """The page on which a part is added."""
    kind = PARTS[made]
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        value_parts.add(value_map, made(**form.details()))
        return once(form, seen(f"The {kind.called} is added.", value_map, kind.listed))
    return page(f"new_{kind.page}", value_map, form, kind.listed, **shown)


def change_part(value_map: ValueMap, known: value_parts.Part, form: PartForm, **shown):
    """The page on which a part is changed."""
    kind = PARTS[type(known)]
    if form.validate_on_submit():
        value_parts.change(value_map, known, form.details())
        return seen(f"The {kind.called} is saved.", value_map, kind.listed)
    return page(kind.page, value_map, form, kind.listed, part=known, kind=kind, **shown)
