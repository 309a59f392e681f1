"""Value maps that nobody drew up, for the worked example: read from value_maps/, where all of it is typed."""

from decimal import Decimal
from pathlib import Path

import yaml

DATA = Path(__file__).parent / "value_maps"
# What everything says that was typed, wherever it is shown.
MADE_UP = "Made up for this example"
# Amounts stand in quotes, so that no binary fraction comes between.
AMOUNTS = {
    *("value", "low", "high", "unit_cost", "likelihood", "people", "inputs_added"),
    *("hours", "values", "rates", "published_value", "published_inputs"),
}


def value_map(name: str) -> dict:
    """The map of a file: its settings, stakeholders, inputs, rows, incidents and scenarios."""
    return {"incidents": [], **_read(name)}


def proxies() -> dict[str, dict]:
    """What changes are worth, by name."""
    licence = f"None needed: {MADE_UP[0].lower()}{MADE_UP[1:]}"
    return {each["name"]: {**each, "licence": licence} for each in _read("proxies")}


def _read(name: str) -> dict | list:
    return _exact("", yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8")))


def _exact(key: str, given: object) -> object:
    """What was given under a key, with every amount as an exact number."""
    if isinstance(given, dict):
        return {name: _exact(name, each) for name, each in given.items()}
    if isinstance(given, list):
        return [_exact(key, each) for each in given]
    return Decimal(given) if key in AMOUNTS else given
