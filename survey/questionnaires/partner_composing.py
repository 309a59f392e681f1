"""Makes the questionnaire of one kind of partner."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from survey.questionnaires import loading
from survey.questionnaires.impact_ids import (
    AMOUNT,
    BETTER,
    PEOPLE,
    SAME,
    SEEN,
    SHARES,
    WORSE,
    WORSE_THEN_BETTER,
    YOUR_ORGANISATION,
)
from survey.questionnaires.model import Choice, Question, Questionnaire, to_document
from survey.questionnaires.partners import FOLDER, SUPPORTED, PartnerEntry, PartnerOutcome
from survey.questionnaires.understanding import day_in_words

COORDINATORS = "coordinators"
# What became of a residents' outcome, with the good end last.
IT_CHANGED = (
    Choice(WORSE, "It got worse"),
    Choice(SAME, "It stayed much the same"),
    Choice(WORSE_THEN_BETTER, "It got worse at first, then better"),
    Choice(BETTER, "It got better"),
)
AT_MOST = "The programme has supported {most} people, so it is {most} at most."


def compose_partner(
    entry: PartnerEntry,
    resident_outcomes: Sequence[Question],
    period: tuple[date, date],
    supported: int | None,
    version: int = 1,
) -> Questionnaire:
    """The questionnaire of a kind of partner: its own outcomes, those of residents that concern it, a case.

    `period` bounds the dates; `supported` is how many people the programme supported, None if not known.
    Raises QuestionnaireError where these do not make a questionnaire.
    """
    pages: list[object] = []
    for outcome in entry.outcomes:
        pages += _own(entry.kind, outcome, period, supported)
    for outcome in resident_outcomes:
        if outcome.id in entry.concerns:
            pages += _of_residents(entry.kind, outcome)
    document = {
        "id": f"partner-{entry.kind.replace('_', '-')}",
        "version": version,
        "title": entry.title,
        "source": entry.source,
        "licence": entry.licence,
        "pages": [*pages, _texts()["case"]],
    }
    return loading.read(document, entry.title)


def _own(
    kind: str, outcome: PartnerOutcome, period: tuple[date, date], supported: int | None
) -> Iterable[object]:
    """The pages about an outcome that the organisation sees for itself, and can count."""
    most = supported or None if outcome.whose == SUPPORTED else None
    values = {"o": outcome.id, "name": outcome.short_name, "text": outcome.text, "unit": outcome.unit}
    values |= {"first": day_in_words(period[0]), "last": day_in_words(period[1])}
    values |= {"earliest": period[0].isoformat(), "latest": period[1].isoformat()}
    yield _changed(_page("seen", values), outcome.id + SEEN, choices=to_document(outcome.words))
    yield _size(outcome, values, most)
    yield from _why_and_how_long(kind, values)


def _of_residents(kind: str, outcome: Question) -> Iterable[object]:
    """The pages about an outcome that residents are asked about themselves."""
    text = f"Has this changed for people who met a coordinator: {outcome.short_name}?"
    values = {"o": outcome.id, "name": outcome.short_name, "text": text}
    page = _changed(_page("seen", values), outcome.id + SEEN, choices=to_document(IT_CHANGED))
    yield page | {"text": f"Residents are asked: “{outcome.text}”"}
    yield from _why_and_how_long(kind, values)


def _size(outcome: PartnerOutcome, values: Mapping[str, str], most: int | None) -> dict:
    """How much it was. People are asked for once: as the amount, where that counts people."""
    people, amount = outcome.id + PEOPLE, outcome.id + AMOUNT
    counted = amount if outcome.counts_people else people
    page = _page("size", values)
    if outcome.counts_people:
        page["questions"] = [question for question in page["questions"] if question["id"] != people]
    if most is None:
        return page
    hint = next(question["hint"] for question in page["questions"] if question["id"] == counted)
    return _changed(page, counted, most_number=most, hint=f"{hint} {AT_MOST.format(most=most)}")


def _why_and_how_long(kind: str, values: Mapping[str, str]) -> Iterable[object]:
    page = _page("cause", values)
    asked = next(question for question in page["questions"] if question["id"] == values["o"] + SHARES)
    # Coordinators are the programme itself: no other organisation of theirs is to be shared out to.
    own = {YOUR_ORGANISATION} if kind == COORDINATORS else set()
    shared = [choice for choice in asked["choices"] if choice["value"] not in own]
    yield _changed(page, asked["id"], choices=shared)
    yield _page("lasting", values)


def _page(name: str, values: Mapping[str, str]) -> dict:
    return _filled(_texts()[name], values)


def _changed(page: dict, question_id: str, **keys: object) -> dict:
    """The page with keys of one of its questions given anew."""
    questions = [question | (keys if question["id"] == question_id else {}) for question in page["questions"]]
    return page | {"questions": questions}


def _filled(part: object, values: Mapping[str, str]) -> object:
    """The part of a document with the words in curly brackets filled in."""
    if isinstance(part, dict):
        return {key: _filled(value, values) for key, value in part.items()}
    if isinstance(part, list):
        return [_filled(item, values) for item in part]
    return part.format_map(values) if isinstance(part, str) else part


@cache
def _texts() -> Mapping[str, dict]:
    return loading.document(FOLDER / "every-outcome.yaml")
