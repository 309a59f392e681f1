"""Value maps: made, set, and taken away."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from survey.access import trail
from survey.access.permissions import LARGEST_ID
from survey.records import value_row  # noqa: F401  # A map cannot be read without the table of its rows.
from survey.records.asking import Wave
from survey.records.base import db
from survey.records.change import own_kind
from survey.records.evaluation import Area, Evaluation
from survey.records.value_map import ValueMap
from survey.value.discounting import YEAR_0
from survey.value.model import EVALUATIVE, FORECAST

# The work in the background that makes a map's full report.
REPORT = "full evaluation report"
STANDARD = "Green Book 2026, standard"
KINDS = {
    EVALUATIVE: "Evaluative: what has happened, from answers",
    FORECAST: "Forecast: what is expected to happen",
}
# What is decided once for a map, and may be changed together.
SETTINGS = (
    *("name", "kind", "area_id", "level", "wave_id", "before_kind", "rate_table", "rate", "timing"),
    *("inputs_discounted", "price_year", "deflator", "rule", "points", "at_least", "net_of_worse"),
    *("volunteers_counted", "published_value", "published_inputs", "published_source"),
)
# What is said in words, for those who check.
SAID = (
    *("scope", "activities", "involved_how", "negative_found", "verified_how", "returned_how"),
    *("returned_on", "responded_how"),
)


class NameTaken(ValueError):
    """Another map of this evaluation has this name."""


@dataclass(frozen=True)
class NewMap:
    """A map to be made: what it is called and of whom it is; all else begins as is usual."""

    name: str
    kind: str = EVALUATIVE
    area: Area | None = None
    level: str | None = "two"
    more: Mapping[str, object] = field(default_factory=dict)


def hold(evaluation: Evaluation) -> None:
    """Whoever else would change a map or a proxy here waits, so that what was checked is so when it is kept.

    Residents who answer wait for nobody.
    """
    db.session.refresh(evaluation, with_for_update={"key_share": True})


def make(evaluation: Evaluation, new: NewMap) -> ValueMap:
    """Make a value map. Raises NameTaken."""
    _refuse_taken(evaluation, new.name)
    usual = {
        "wave": _first_follow_up(evaluation),
        "before_kind": own_kind(evaluation),
        "rate_table": STANDARD,
        "timing": YEAR_0,
        "inputs_discounted": True,
        "price_year": evaluation.period_end.year,
    }
    made = ValueMap(
        evaluation=evaluation,
        name=new.name,
        kind=new.kind,
        area=new.area,
        level=new.level,
        **{**usual, **new.more},
    )
    db.session.add(made)
    db.session.flush()
    trail.note("made a value map", evaluation, detail=which(made))
    return made


def change(value_map: ValueMap, settings: Mapping[str, object]) -> None:
    """Change settings, or what is said in words. Raises NameTaken, and KeyError for what is neither."""
    for strange in settings.keys() - {*SETTINGS, *SAID}:
        raise KeyError(strange)
    if "name" in settings:
        _refuse_taken(value_map.evaluation, settings["name"], besides=value_map)
    changed = [name for name, value in settings.items() if getattr(value_map, name) != value]
    for name in changed:
        setattr(value_map, name, settings[name])
    if changed:
        trail.note(
            "changed a value map", value_map.evaluation, detail=f"{which(value_map)}: {', '.join(changed)}"
        )


def remove(value_map: ValueMap) -> None:
    """Take a map away with all that stands in it. Releases keep what they said."""
    trail.note("removed a value map", value_map.evaluation, detail=which(value_map))
    db.session.delete(value_map)


def of(evaluation: Evaluation) -> list[ValueMap]:
    """The maps of an evaluation, in the order in which they were made."""
    query = select(ValueMap).where(ValueMap.evaluation_id == evaluation.id).order_by(ValueMap.id)
    return list(db.session.scalars(query))


def get(evaluation: Evaluation, value_map_id: int) -> ValueMap | None:
    found = db.session.get(ValueMap, value_map_id) if value_map_id <= LARGEST_ID else None
    return found if found and found.evaluation_id == evaluation.id else None


def which(value_map: ValueMap) -> str:
    """What the trail calls it."""
    return f"value map {value_map.id}"


def _first_follow_up(evaluation: Evaluation) -> Wave | None:
    query = select(Wave).where(Wave.evaluation_id == evaluation.id, Wave.number > 0).order_by(Wave.number)
    return db.session.scalar(query.limit(1))


def is_taken(evaluation: Evaluation, name: str, besides: ValueMap | None = None) -> bool:
    """Whether a map of the evaluation, or another one than this, is called so."""
    return name.casefold() in {each.name.casefold() for each in of(evaluation) if each is not besides}


def _refuse_taken(evaluation: Evaluation, name: str, besides: ValueMap | None = None) -> None:
    if is_taken(evaluation, name, besides):
        raise NameTaken(name)
