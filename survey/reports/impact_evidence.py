"""The tables that a figure of impact comes from: what each voice said, whose doing it was, what benefit."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from survey.analysis import disclosure
from survey.analysis.disclosure import SafeTable
from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, Figure
from survey.analysis.tables import Column, Row, Table
from survey.analysis.wording import rounded
from survey.questionnaires import impact_ids as ids
from survey.questionnaires.model import Questionnaire
from survey.questionnaires.states import ANSWERED, DOES_NOT_APPLY, DONT_KNOW
from survey.reports.impact_wordings import choices, text_of
from survey.reports.voices import PartnerAnswers

ORGANISATIONS = Column("organisations", "How many", "organisations")
NOT_SAID = "Not said"
# Residents are asked about two filters, partners about all four.
OF_RESIDENTS = (DEADWEIGHT, ATTRIBUTION)
BENEFITS = {
    ids.CASHABLE: "Cashable: money that can be spent on something else",
    ids.TIME_FREED: "Time freed for other people or other work",
    ids.AVOIDED: "Avoided: a cost that did not come up",
    ids.SOCIAL: "Social: something for people themselves",
    NOT_SAID: NOT_SAID,
}
APART = (
    "Counted apart and never added up to one saving: money to spend, time, and costs that did not come up "
    "are different things."
)

Asked = Mapping[str, Questionnaire]


def points(figure: Figure) -> SafeTable:
    """How many of each voice gave each figure, and how many gave none."""
    voices = {"partners": figure.partners}
    columns = [Column("partners", "Partners", "organisations")]
    if figure.filter in OF_RESIDENTS:
        voices = {"residents": figure.residents, **voices}
        columns.insert(0, Column("residents", "Residents", "people"))
    every = sorted({point for said in voices.values() for point in said.counts_by_point})
    rows = [
        Row(f"p{point}", f"{rounded(point, 0)} per cent", {
            voice: said.counts_by_point.get(point, 0) for voice, said in voices.items()
        })
        for point in every
    ]  # fmt: skip
    for key, heading in (("unknown", "Does not know"), ("skipped", "Left it out, or prefers not to say")):
        rows.append(Row(key, heading, {voice: getattr(said, key) for voice, said in voices.items()}))
    return table("said", "What was said, by voice", "Taken off", columns, rows)


def contributors(told: Sequence[PartnerAnswers], asked: Asked) -> SafeTable | None:
    """The part that each contributor had, on average over organisations; None where nobody shared it out."""
    shared = [dict(given) for each in told if (given := chosen(each, ids.SHARES))]
    if not shared:
        return None
    names = choices(asked, told[0].outcome + ids.SHARES)
    rows = [
        Row(
            who,
            names.get(who, who),
            {"mean": fmean(each.get(who, 0) for each in shared), "organisations": len(shared)},
        )
        for who in ids.CONTRIBUTORS
    ]
    columns = (Column("mean", "Part, on average", "per cent"), ORGANISATIONS)
    note = (
        "Averages over organisations, each counted once. The figure above is a median, so the two can differ."
    )
    return table("contributors", "Whose doing it was, as partners share it out", "Who", columns, rows, note)


def lasting(told: Sequence[PartnerAnswers], asked: Asked) -> SafeTable | None:
    """How long partners say a change lasts; None where nobody was asked."""
    return _counted(told, asked, ids.LASTS, "How long it lasts, as partners say", "After the support ends")


def seen(told: Sequence[PartnerAnswers], asked: Asked) -> SafeTable | None:
    """What partners say became of an outcome; None where nobody was asked."""
    return _counted(told, asked, ids.SEEN, "What partners saw", "What they saw")


def benefits(told: Sequence[PartnerAnswers]) -> SafeTable | None:
    """The amounts by kind of benefit, each kind for itself; None where nobody gave an amount."""
    given: dict[str, list[int]] = {}
    for each in told:
        if each.amount:
            given.setdefault(each.value(ids.BENEFIT) or NOT_SAID, []).append(each.amount)
    rows = [
        Row(kind, words, {"organisations": len(given[kind]), "amount": float(sum(given[kind]))})
        for kind, words in BENEFITS.items()
        if kind in given
    ]
    columns = (ORGANISATIONS, Column("amount", "Change for the better, as counted", "amount"))
    return table("benefits", "By kind of benefit", "Kind of benefit", columns, rows, APART) if rows else None


def _counted(
    told: Sequence[PartnerAnswers], asked: Asked, ending: str, caption: str, heading: str
) -> SafeTable | None:
    given = Counter(value(each, ending) for each in told if ending in each.answers)
    if not given:
        return None
    known = choices(asked, told[0].outcome + ending)
    kinds = {each.kind for each in told}
    states = {
        state: _state_words(told[0].outcome + ending, kinds, state, asked)
        for state in (DOES_NOT_APPLY, DONT_KNOW)
    }
    words = {**known, **{state: text for state, text in states.items() if state in given}}
    rows = [Row(value, text, {"organisations": given[value]}) for value, text in words.items()]
    if silent := sum(count for value, count in given.items() if value not in words):
        rows.append(Row("skipped", NOT_SAID, {"organisations": silent}))
    return table(ending.strip("_"), caption, heading, (ORGANISATIONS,), rows)


def _state_words(question_id: str, kinds: Iterable[str], state: str, asked: Asked) -> str:
    return next((text_of(asked, kind, question_id, state) for kind in sorted(kinds)), state)


def value(one: PartnerAnswers, ending: str) -> str:
    """What was chosen, or the state where nothing was."""
    state, _, _ = one.answers[ending]
    return str(one.value(ending)) if state == ANSWERED else state


def chosen(one: PartnerAnswers, ending: str) -> list:
    """What was chosen or shared out, as the records keep it; nothing where nothing was."""
    _, _, kept = one.answers.get(ending, ("", None, None))
    return json.loads(kept) if kept else []


def table(
    name: str, caption: str, heading: str, columns: Sequence[Column], rows: Sequence[Row], *notes: str
) -> SafeTable:
    """A table for the team."""
    return disclosure.internal(Table(name, caption, tuple(columns), tuple(rows), heading, notes))
