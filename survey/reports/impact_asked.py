"""Whom the questions about impact were put to, and how many answered, in words."""

from collections.abc import Mapping

from survey.analysis.wording import capitalised, number, people
from survey.questionnaires.partners import PARTNER_KINDS
from survey.records.asking import Wave
from survey.records.impact_frames import Asked

WHO = "Asked are those at Level 2 who say what matters most to them, and of that alone."


def sentences(residents: Asked, wave: Wave, partners: Mapping[str, Asked]) -> tuple[str, ...]:
    """One on residents, one on partners; no organisation is named."""
    return _of_residents(residents, wave), _of_partners(partners)


def _of_residents(residents: Asked, wave: Wave) -> str:
    if not residents.asked:
        return f"Residents: nobody was asked at {wave.name}. {WHO}"
    were = "was" if residents.asked == 1 else "were"
    asked = f"Residents: {people(residents.asked)} {were} asked at {wave.name}"
    return f"{asked}; {_answered(residents)} answered. {WHO}"


def _of_partners(partners: Mapping[str, Asked]) -> str:
    every = Asked(
        sum(each.asked for each in partners.values()), sum(each.answered for each in partners.values())
    )
    if not every.asked:
        return "Partners: none has been given a link to its questions yet."
    by_kind = [
        f"{name} {_answered(partners[kind])} of {number(partners[kind].asked)}"
        for kind, name in PARTNER_KINDS.items()
        if kind in partners
    ]
    organisations = (
        "one organisation was" if every.asked == 1 else f"{number(every.asked)} organisations were"
    )
    return (
        f"Partners: {organisations} asked; {_answered(every)} answered ({capitalised('; '.join(by_kind))})."
    )


def _answered(asked: Asked) -> str:
    return number(asked.answered) if asked.answered else "none"
