"""Where somebody stands who holds a link, read in plain values: every page that they open asks for it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, bindparam, select

from survey.engagement import waves
from survey.engagement.invitations import Holder
from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import now
from survey.records.resident import Resident
from survey.records.response import BROUGHT_IN, Response
from survey.records.statements import Statement

READY, STARTED, SENT, CLOSED = "ready", "started", "sent", "closed"

_wave, _response, _opened = (each.__table__.c for each in (Wave, Response, OpenedQuestionnaire))
_BEGUN = ("id", "submission_key", "reference", "submitted_at", "helped")
_PLANNED = Statement(
    select(
        *(_wave[name] for name in ("id", "number", "weeks_after", "opened_at", "closed_at")),
        _opened.digest,
        *(_response[name] for name in _BEGUN),
    )
    .select_from(Wave.__table__)
    .outerjoin(
        Response.__table__,
        and_(_response.wave_id == _wave.id, _response.resident_id == bindparam("resident_id")),
    )
    .outerjoin(OpenedQuestionnaire.__table__, _opened.id == _response.questionnaire_id)
    .where(_wave.evaluation_id == bindparam("evaluation_id"))
    .order_by(_wave.number)
)
# A partner is asked once, and a story told once: by the newest questionnaire for it, or by the one begun.
_ASKED = Statement(
    select(_opened.closed_at)
    .where(_opened.evaluation_id == bindparam("evaluation_id"), _opened.audience == bindparam("audience"))
    .order_by(_opened.version.desc())
)
_OF_PARTNER, _OF_STORY = (
    Statement(
        select(_opened.digest, *(_response[name] for name in _BEGUN))
        .join_from(Response.__table__, OpenedQuestionnaire.__table__)
        .where(holder == bindparam("holder_id"))
    )
    for holder in (_response.stakeholder_id, _response.story_id)
)


class Opened(NamedTuple):
    """The questionnaire that a response is to, known by what it says."""

    digest: str


@dataclass(frozen=True)
class Planned:
    """A wave as a visit reads it, in plain values."""

    id: int
    number: int
    weeks_after: int
    opened_at: datetime | None
    closed_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None


@dataclass(frozen=True)
class Begun:
    """A response as a visit reads it, in plain values; `kept` gives the record itself."""

    # None for a partner's or a story's.
    wave: Planned | None
    questionnaire: Opened
    id: int
    submission_key: str
    reference: str | None
    submitted_at: datetime | None
    helped: str | None


@dataclass(frozen=True)
class Standing:
    """Where somebody stands: nothing begun, half-way, all sent, or nothing to ask now.

    `response` is the draft when half-way and the last sent one when all is sent; `begun` is
    everything ever begun, in the order of the waves.
    """

    state: str
    wave: Planned | None = None
    response: Begun | None = None
    begun: tuple[Begun, ...] = ()

    @property
    def last_sent(self) -> Begun | None:
        sent = [response for response in self.begun if response.submitted_at]
        return max(reversed(sent), key=lambda response: response.submitted_at, default=None)


def standing(resident: Resident | Holder) -> Standing:
    """Where somebody stands, known as a resident or as the holder of a link."""
    if isinstance(resident, Holder) and (resident.is_partner or resident.is_story):
        return _asked_once(resident)
    if not resident.evaluation.is_open:
        return Standing(CLOSED)
    planned = _planned(resident)
    begun = tuple(response for _, response in planned if response)
    sent = {wave.number: _counted_from(each) for wave, each in planned if each and each.submitted_at}
    wave = waves.current([wave for wave, _ in planned], sent, now())
    if wave is not None:
        response = next(each for known, each in planned if known is wave)
        return Standing(STARTED if response else READY, wave, response, begun)
    last = Standing(SENT, begun=begun).last_sent
    return Standing(SENT, last.wave, last, begun) if last else Standing(CLOSED, begun=begun)


def _asked_once(holder: Holder) -> Standing:
    found = (_OF_STORY if holder.is_story else _OF_PARTNER).rows(holder_id=holder.id)
    begun = tuple(Begun(None, Opened(digest), *rest) for digest, *rest in found)
    if begun and begun[0].submitted_at:
        return Standing(SENT, None, begun[0], begun)
    asked = _ASKED.rows(evaluation_id=holder.evaluation_id, audience=holder.audience)
    if not asked or asked[0][0] is not None:
        return Standing(CLOSED, begun=begun)
    return Standing(STARTED, None, begun[0], begun) if begun else Standing(READY)


def _counted_from(response: Begun) -> datetime:
    """When the weeks until the next wave begin. Answers brought in have no day of their own: due at once."""
    return datetime.min if response.helped == BROUGHT_IN else response.submitted_at


def _planned(resident: Resident | Holder) -> list[tuple[Planned, Begun | None]]:
    """Every wave in order, with what this resident has begun in it; one query."""
    rows = _PLANNED.rows(resident_id=resident.id, evaluation_id=resident.evaluation_id)
    found = [(Planned(*row[:5]), row[5], row[6:]) for row in rows]
    return [(wave, Begun(wave, Opened(digest), *begun) if digest else None) for wave, digest, begun in found]
