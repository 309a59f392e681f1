"""What each organisation said about impact, by its name: for the team's own pages, and never for a file."""

from collections.abc import Mapping, Sequence
from datetime import date

from survey.analysis.disclosure import SafeTable
from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT
from survey.analysis.tables import Column, Row
from survey.analysis.wording import capitalised, rounded
from survey.questionnaires import impact_ids as ids
from survey.questionnaires.partners import PARTNER_KINDS
from survey.questionnaires.states import ANSWERED, DOES_NOT_APPLY, DONT_KNOW
from survey.questionnaires.understanding import day_in_words
from survey.records.impact_frames import Organisation
from survey.reports.impact_evidence import NOT_SAID, Asked, chosen, table, value
from survey.reports.impact_wordings import text_of
from survey.reports.voices import PartnerAnswers

EVERYWHERE = "All areas"

Organisations = Mapping[int, Organisation]


def by_organisation(
    name: str, told: Sequence[PartnerAnswers], organisations: Organisations, asked: Asked
) -> SafeTable | None:
    """What each organisation said about a filter, for the team; None where none was asked."""
    rows = [
        _line(each, organisations, {"said": _said(name, each, asked)})
        for each in told
        if each.per_cent(name) is not None
    ]
    return _of_organisations([Column("said", "What it said", "text")], rows, "What each organisation said")


def amounts(
    told: Sequence[PartnerAnswers],
    unit: str,
    organisations: Organisations,
    asked: Asked,
    days: Mapping[tuple[int, str], date],
) -> SafeTable | None:
    """What each organisation counted: how much, for how many, when, and what kind of benefit it is."""
    columns = [
        Column("seen", "What it saw", "text"),
        Column("people", "For how many", "people"),
        Column("amount", f"Change for the better: {unit}", "amount"),
        Column("period", "Period", "text"),
        Column("benefit", "Kind of benefit", "text"),
    ]
    rows = [
        _line(each, organisations, {
            "seen": _words(each, ids.SEEN, asked),
            "people": each.value(ids.PEOPLE),
            "amount": each.amount,
            "period": _period(each, days),
            "benefit": _words(each, ids.BENEFIT, asked) if each.amount else "",
        })
        for each in told
    ]  # fmt: skip
    return _of_organisations(columns, rows, "What each organisation counted")


def _words(one: PartnerAnswers, ending: str, asked: Asked) -> str:
    if ending not in one.answers or one.answers[ending][0] not in (ANSWERED, DONT_KNOW, DOES_NOT_APPLY):
        return NOT_SAID
    return text_of(asked, one.kind, one.outcome + ending, value(one, ending))


def _said(name: str, one: PartnerAnswers, asked: Asked) -> str:
    state, per_cent = one.per_cent(name)
    if per_cent is None:
        return "Does not know" if state == DONT_KNOW else NOT_SAID
    said = f"{rounded(per_cent, 0)} per cent"
    if name == DEADWEIGHT and one.value(ids.ANYWAY_EXACT) is not None:
        return f"{said}, given exactly"
    shares = chosen(one, ids.SHARES) if name == ATTRIBUTION else []
    question = one.outcome + ids.SHARES
    parts = [f"{text_of(asked, one.kind, question, who)} {part}" for who, part in shares if part]
    return f"{said} ({'; '.join(parts)})" if parts else said


def _period(one: PartnerAnswers, days: Mapping[tuple[int, str], date]) -> str:
    first, last = (days.get((one.partner, one.outcome + ending)) for ending in (ids.FROM, ids.UNTIL))
    if not (first or last):
        return "The whole period" if one.amount else ""
    begins = f"from {day_in_words(first)}" if first else ""
    ends = f"until {day_in_words(last)}" if last else ""
    return capitalised(f"{begins} {ends}".strip())


def _line(one: PartnerAnswers, organisations: Organisations, cells: Mapping[str, object]) -> Row:
    known = organisations[one.partner]
    place = {"kind": PARTNER_KINDS.get(one.kind, one.kind), "area": known.area or EVERYWHERE}
    return Row(str(one.partner), known.name, {**place, **cells})


def _of_organisations(columns: Sequence[Column], rows: Sequence[Row], caption: str) -> SafeTable | None:
    every = (Column("kind", "Kind", "text"), Column("area", "Area", "text"), *columns)
    ordered = sorted(rows, key=lambda row: row.heading.casefold())
    if not ordered:
        return None
    return table("organisations", f"{caption} (for the team only)", "Organisation", every, ordered)
