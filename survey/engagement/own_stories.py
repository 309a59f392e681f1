"""A story as its teller meets it: whether one can be begun, whose it is, and its own link and code."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from survey.access import links
from survey.engagement import invitations, stories
from survey.records.account import User
from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db
from survey.records.evaluation import Evaluation, Grant
from survey.records.resident import Invitation, Resident
from survey.records.response import Response
from survey.records.safeguarding import TELLER, StoryFlag
from survey.records.statements import Statement
from survey.records.story import BY_LINK, STORY, Story, StoryContact

_opened, _grant, _user = (each.__table__.c for each in (OpenedQuestionnaire, Grant, User))
_flag, _contact = (each.__table__.c for each in (StoryFlag, StoryContact))
_story, _invitation, _response = (each.__table__.c for each in (Story, Invitation, Response))
# As telling.is_open says it, the short way: the pages on which residents are told of it may need it.
_OPEN = Statement(
    select(_opened.closed_at)
    .where(
        _opened.evaluation_id == bindparam("evaluation_id"),
        _opened.audience == bindparam("audience"),
        select(_user.id)
        .join_from(User.__table__, Grant.__table__)
        .where(_grant.evaluation_id == bindparam("evaluation_id"), _grant.safeguards, _user.active)
        .exists(),
    )
    .order_by(_opened.version.desc())
)
_THEIRS = Statement(
    select(_invitation.seed, _response.submitted_at)
    .select_from(Story.__table__)
    .join(Invitation.__table__, _invitation.story_id == _story.id)
    .outerjoin(Response.__table__, _response.story_id == _story.id)
    .where(
        _story.resident_id == bindparam("resident_id"),
        _story.taken_back_at.is_(None),
        _invitation.ended_at.is_(None),
    )
    .order_by(_invitation.id.desc())
)
_WAITING = (
    select(_flag.id)
    .where(
        _flag.story_id == bindparam("story_id"),
        _flag.raised_by == bindparam("raised_by"),
        _flag.settled_at.is_(None),
    )
    .exists()
)
_KEPT = select(_contact.story_id).where(_contact.story_id == bindparam("story_id")).exists()
_ASKED_FOR = Statement(select(_WAITING, _KEPT))
_WHOSE = Statement(select(_story.resident_id).where(_story.id == bindparam("story_id")))
_SEED = Statement(select(_invitation.seed).where(_invitation.token_hash == bindparam("token_hash")))


@dataclass(frozen=True)
class OwnStory:
    """The story that a resident began from their own link."""

    link: links.Link
    is_told: bool


@dataclass(frozen=True)
class AskedFor:
    """Whether a teller waits to be contacted, and whether we keep how to reach them."""

    contact: bool
    keeps_how: bool


def can_begin(evaluation_id: int) -> bool:
    """Whether somebody can begin to tell a story there now."""
    rows = _OPEN.rows(evaluation_id=evaluation_id, audience=STORY)
    return bool(rows) and rows[0][0] is None


def of_resident(resident_id: int) -> OwnStory | None:
    """The story that somebody tells or told by their own link, and has not taken back."""
    rows = _THEIRS.rows(resident_id=resident_id)
    return OwnStory(links.link(rows[0][0]), rows[0][1] is not None) if rows else None


def begin_or_find(resident_id: int) -> OwnStory:
    """Their story: begun now, or the one begun before. invitations.hold keeps two at once apart."""
    known = of_resident(resident_id)
    if known is not None:
        return known
    resident = db.session.get(Resident, resident_id)
    stories.begin(resident.evaluation, BY_LINK, *invitations.prepare(1), resident)
    return of_resident(resident_id)


def begin_once(evaluation: Evaluation, way: str, key: str) -> links.Link:
    """The link of a new story of nobody in particular; a second press of one form finds the first one's."""
    stories.begin_once(evaluation, way, key)
    return links.link_for(key)


def asked_for(story_id: int) -> AskedFor:
    """What is still open of a teller's wish that someone contacts them."""
    [(waits, kept)] = _ASKED_FOR.rows(story_id=story_id, raised_by=TELLER)
    return AskedFor(bool(waits), bool(kept))


def hangs_on_a_link(story_id: int) -> bool:
    """Whether a story was begun from a resident's own link, so that it can be found out whose it is."""
    return _WHOSE.rows(story_id=story_id)[0][0] is not None


def link(token: str) -> links.Link:
    """The link and code of a story that is known by its token."""
    return links.link(_SEED.rows(token_hash=links.token_hash(token))[0][0])
