"""You said, we found: a partner's own answers beside what is published, and nobody else's answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Response
from flask_babel import format_date, gettext
from flask_babel import gettext as _

from survey.analysis.bands import BANDS
from survey.analysis.impact import ATTRIBUTION, DEADWEIGHT, DISPLACEMENT, DROP_OFF, FILTERS
from survey.analysis.said import ANALYST, RECORDS
from survey.analysis.tables import is_shown
from survey.analysis.wording import rounded
from survey.engagement import releases, responses
from survey.questionnaires.answers import shown
from survey.questionnaires.extraction import N_
from survey.questionnaires.impact_ids import SEEN, outcome_of
from survey.questionnaires.states import ANSWERED
from survey.reports import frozen
from survey.reports.findings import Findings
from survey.reports.impact import Impact, OutcomeImpact
from survey.reports.voices import PartnerAnswers
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import send_to, show
from survey.web.respondent.visiting import Visit, visit

IN_WORDS = dict(zip(BANDS, (N_("up to a third"), N_("about half"), N_("more than two thirds")), strict=True))
YOU_SAID = {
    DEADWEIGHT: N_("You said %(per_cent)s per cent would have happened anyway."),
    ATTRIBUTION: N_("You said %(per_cent)s per cent of the rest came from others than the coordinator."),
    DISPLACEMENT: N_("You said %(per_cent)s per cent was pushed aside and lost elsewhere."),
    DROP_OFF: N_("You said %(per_cent)s per cent is gone after a year."),
}
NO_FIGURE = {
    DEADWEIGHT: N_("You gave no figure for what would have happened anyway."),
    ATTRIBUTION: N_("You gave no figure for what came from others."),
    DISPLACEMENT: N_("You gave no figure for what was pushed aside."),
    DROP_OFF: N_("You gave no figure for what is gone after a year."),
}
ENTERED = {
    RECORDS: N_("The evaluators used %(per_cent)s per cent, from records."),
    ANALYST: N_("The evaluators used %(per_cent)s per cent, which is their own judgement."),
}
Cells = Mapping[str, object]


@dataclass(frozen=True)
class Told:
    """One outcome: what the partner saw of it, what it and others said of why, and what that came to."""

    name: str
    saw: str
    lines: tuple[str, ...]
    share: str


@respondent.get("/a/<token>/found")
@visit
def partner_found(visit: Visit) -> Response:
    published = newest(visit)
    if published is None:
        return send_to(visit.home)
    return show(
        "partner_found",
        evaluation=visit.evaluation,
        organisation=visit.resident.organisation,
        number=published.number,
        day=format_date(published.made_at, "d MMMM y"),
        outcomes=tuple(_told(visit, published.impact)),
        home=visit.home,
    )


def address(visit: Visit) -> str | None:
    """Where a partner reads what came of its answers; None as long as nothing did."""
    return f"{visit.home}/found" if newest(visit) else None


def newest(visit: Visit) -> Findings | None:
    """The newest release that says something of impact, for a partner who has sent answers."""
    if not visit.is_partner or visit.standing.last_sent is None:
        return None
    kept = map(frozen.from_text, releases.texts(visit.resident.evaluation_id))
    return next((each for each in kept if each.impact), None)


def _told(visit: Visit, impact: Impact) -> Iterator[Told]:
    released = {each.id: each for each in impact.outcomes}
    shares = {row.key: row.cells for table in (impact.change, impact.counted) if table for row in table.rows}
    own = _own(visit)
    for page in visit.pages:
        seen = visit.answers.get(page.id + SEEN)
        if seen is not None and seen.state == ANSWERED:
            [question, *_rest] = page.questions
            yield Told(
                name=gettext(page.title),
                saw=shown(question, seen, gettext),
                lines=tuple(_lines(own[page.id], released.get(page.id))),
                share=_share(shares.get(page.id, {})),
            )


def _own(visit: Visit) -> dict[str, PartnerAnswers]:
    """What this partner answered, by outcome."""
    own: dict[str, PartnerAnswers] = {}
    for name, answer in visit.answers.items():
        if place := outcome_of(name):
            outcome, ending = place
            one = own.setdefault(
                outcome, PartnerAnswers(visit.resident.id, visit.resident.audience, outcome, {})
            )
            one.answers[ending] = (answer.state, answer.number, responses.kept_choices(answer))
    return own


def _lines(own: PartnerAnswers, released: OutcomeImpact | None) -> Iterator[str]:
    said = {row.key: row.cells for row in released.filters.rows} if released else {}
    kinds = {row.key: row.cells for row in released.kinds.rows} if released and released.kinds else {}
    for name in FILTERS:
        cells = said.get(name, {})
        _state, per_cent = own.per_cent(name) or ("", None)
        # Where neither the partner nor a release says anything, there is nothing to lay side by side.
        if per_cent is not None or any(map(is_shown, cells.values())):
            of_kind = kinds.get(own.kind, {}).get(name)
            yield " ".join([_you(name, per_cent), *_others(cells, of_kind)])


def _you(name: str, per_cent: float | None) -> str:
    if per_cent is None:
        return gettext(NO_FIGURE[name])
    return gettext(YOU_SAID[name], per_cent=rounded(per_cent, 0))


def _others(cells: Cells, of_kind: object) -> Iterator[str]:
    """What is published of the same question: by voice, of the partner's own kind, and what was entered."""
    voices = {
        voice: gettext(IN_WORDS[cells[voice]])
        for voice in ("partners", "residents")
        if cells.get(voice) in BANDS
    }
    if len(voices) == 2:
        yield _("Partners together said %(partners)s; residents %(residents)s.", **voices)
    elif "partners" in voices:
        yield _("Partners together said %(partners)s.", **voices)
    elif voices:
        yield _("Residents said %(residents)s.", **voices)
    else:
        yield _("What others said is hidden: too few have answered.")
    if of_kind in BANDS:
        yield _("Organisations of your kind said %(kind)s.", kind=gettext(IN_WORDS[of_kind]))
    for basis, words in ENTERED.items():
        if cells.get(basis) is not None:
            yield gettext(words, per_cent=rounded(cells[basis], 0))


def _share(cells: Cells) -> str:
    low, high = cells.get("share_from"), cells.get("share_to")
    if not is_shown(low):
        return _("How much of it is due to the programme cannot be said in public yet.")
    if low == high:
        return _(
            "Of all the change, for better or worse, %(share)s per cent is due to the programme.",
            share=rounded(low, 0),
        )
    return _(
        "Of all the change, for better or worse, %(low)s to %(high)s per cent is due to the programme.",
        low=rounded(low, 0),
        high=rounded(high, 0),
    )
