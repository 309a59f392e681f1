"""What a row says about a person (area, level and the rest), in labels or values, in any case."""

import re
from collections.abc import Mapping

from survey.questionnaires.characteristics import AGE_BANDS, INTRODUCTION_ROUTES, LEVELS, MAIN_REASONS
from survey.records.evaluation import Area, Evaluation

NAMES = {
    "code": "Code",
    "area": "Area",
    "level": "Level",
    "age_band": "Age band",
    "main_reason": "Main reason",
    "introduction_route": "Introduction route",
}
REQUIRED = ("area", "level")
OFFERED = {
    "level": LEVELS,
    "age_band": AGE_BANDS,
    "main_reason": MAIN_REASONS,
    "introduction_route": INTRODUCTION_ROUTES,
}
NO_SUCH = {
    "level": "There is no level called “{}”. Write Level 1 or Level 2.",
    "age_band": "There is no age band called “{}”. Write one of these: "
    + ", ".join(AGE_BANDS.values())
    + ".",
    "main_reason": "There is no main reason called “{}”.",
    "introduction_route": "There is no introduction route called “{}”.",
}
LEVEL_BY_NUMBER = {"1": "one", "2": "two", "l1": "one", "l2": "two", "level one": "one", "level two": "two"}

Meanings = Mapping[str, Mapping[str, Area | str]]


class NotKnown(ValueError):
    """A plain sentence that says which word is not known here."""


def meanings(evaluation: Evaluation) -> Meanings:
    """For each thing a row may say, the ways to say it and what each means."""
    known: dict[str, dict] = {"area": {plain(area.name): area for area in evaluation.areas}}
    for name, offered in OFFERED.items():
        known[name] = {plain(said): value for value, text in offered.items() for said in (value, text)}
    known["level"] |= LEVEL_BY_NUMBER
    known["age_band"] |= {"65+": "65_plus", "<18": "under_18"}
    return known


def understand(known: Meanings, name: str, said: str) -> Area | str | None:
    """What a cell means; None if blank. Raises NotKnown."""
    if not said and name in REQUIRED:
        raise NotKnown(f"The {NAMES[name].lower()} is missing.")
    if not said:
        return None
    found = known[name].get(plain(said))
    if found is None:
        raise NotKnown(_no_such(known, name, said))
    return found


def plain(said: str) -> str:
    """A name or label without what people type differently: case, spaces, dashes, apostrophes."""
    text = " ".join(said.casefold().replace("’", "'").replace("_", " ").split())
    return re.sub(r"(?<=\d) ?[-–—] ?(?=\d)", " to ", text).replace("–", "-")


def _no_such(known: Meanings, name: str, said: str) -> str:
    if name == "area":
        areas = ", ".join(area.name for area in known["area"].values())
        return f"There is no area called “{said}”. The areas are: {areas}."
    return NO_SUCH[name].format(said)
