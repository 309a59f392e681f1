"""Which residents a list, the cards or the links show, as the address says."""

from dataclasses import dataclass

from flask import abort, request

from survey.engagement import waves
from survey.engagement.register import Filter
from survey.questionnaires.characteristics import LEVELS
from survey.records import frames
from survey.records.evaluation import Evaluation


@dataclass(frozen=True)
class Choice:
    """One thing to pick from: its name in the address, its label, and value, words and whether picked."""

    name: str
    label: str
    options: list[tuple[str, str, bool]]


@dataclass(frozen=True)
class Picked:
    """What the address picks: for the query, in words, and to be put into further addresses."""

    filter: Filter
    choices: list[Choice]
    address: dict[str, str]

    @property
    def words(self) -> str:
        return in_words(self.choices)

    @property
    def group(self) -> frames.Group:
        areas = [self.filter.area_id] if self.filter.area_id else []
        return frames.Group(areas, self.filter.level)


def picked(evaluation: Evaluation) -> Picked:
    """What the address picks; what is not there is refused, not guessed."""
    planned = waves.planned(evaluation)
    areas = {str(area.id): area.name for area in evaluation.areas}
    unsent = {str(wave.number): f"Have not answered: {wave.name}" for wave in planned}
    choices = [
        choice("area", "Area", "All areas", areas),
        choice("level", "Level", "All levels", LEVELS),
        choice("unsent", "Answers", "Answered or not", unsent),
    ]
    address = in_address(choices)
    wave_ids = {str(wave.number): wave.id for wave in planned}
    wanted = Filter(
        int(address["area"]) if "area" in address else None,
        address.get("level"),
        wave_ids.get(address.get("unsent")),
    )
    return Picked(wanted, choices, address)


def in_words(choices: list[Choice]) -> str:
    return ", ".join(words for each in choices for value, words, on in each.options if on and value)


def in_address(choices: list[Choice]) -> dict[str, str]:
    return {each.name: value for each in choices for value, _, on in each.options if on and value}


def page_number(pages: int) -> int:
    typed = request.args.get("page", "1")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
    return number if 1 <= number <= max(pages, 1) else abort(404)


def choice(name: str, label: str, everyone: str, offered: dict[str, str]) -> Choice:
    """What can be picked by this name, and what the address picks; anything else is refused."""
    value = request.args.get(name, "")
    if value and value not in offered:
        abort(404)
    options = [("", everyone, not value)]
    options += [(each, words, each == value) for each, words in offered.items()]
    return Choice(name, label, options)
