"""Releases of an evaluation: kept once, numbered on, never changed."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, insert, literal, or_, select

from survey.access import trail
from survey.access.permissions import LARGEST_ID
from survey.questionnaires.story_ids import LEARNING
from survey.records import frames
from survey.records.asking import Wave
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.release import CountedAnswers, Release, ReleaseFile
from survey.records.response import Response
from survey.records.statements import Statement
from survey.records.story import Story, StoryConsent
from survey.records.trail import TrailLine

# What in the trail tells that answers are not what they were.
ACTS = {
    "answers sent": "sent",
    "brought in scores": "brought_in",
    "erased a resident": "erased",
    "changed a resident": "changed",
    "a partner sent answers": "partners",
    "removed a stakeholder": "removed",
    "a story was told": "told",
    "a story was taken back": "taken_back",
    "consent was taken back": "consents",
}
_release = Release.__table__.c
_NUMBERS = Statement(
    select(_release.number)
    .where(_release.evaluation_id == bindparam("evaluation_id"))
    .order_by(_release.number.desc())
)
_TEXT = Statement(
    select(_release.findings).where(
        _release.evaluation_id == bindparam("evaluation_id"), _release.number == bindparam("number")
    )
)

# So many names a statement: databases take no more than some thousands.
AT_ONCE = 500


class NumberTaken(Exception):
    """A colleague has just made a release, which ought to be looked at first."""


@dataclass(frozen=True)
class ToKeep:
    """A release as plain values: what it says as text, its files by kind, and what it was made from."""

    number: int
    wave: Wave
    before_kind: str
    threshold: int
    findings: str
    files: Mapping[str, bytes]
    responses: int
    data_until: datetime | None
    trail_until: int
    # The answers about impact (ids) that it counts and none did before.
    counted: Sequence[int] = ()
    # How many quotations of the release before are not in it, and why; words for the trail.
    left_out: str = ""


@dataclass(frozen=True)
class Since:
    """What happened to the answers of an evaluation since a release was made, in numbers."""

    sent: int = 0
    brought_in: int = 0
    erased: int = 0
    changed: int = 0
    partners: int = 0
    removed: int = 0
    told: int = 0
    taken_back: int = 0
    consents: int = 0
    # Not in the trail: the day to which the team could read so many stories has passed.
    ended: int = 0

    @property
    def stories(self) -> int:
        """How many stories came or went, at the most; beside those of people who were erased."""
        return self.told + self.taken_back + self.consents + self.ended

    @property
    def people(self) -> int | None:
        """How many sets of answers came or went; None where a file of scores may have brought any number."""
        return None if self.brought_in else self.sent + self.erased


def all_of(evaluation: Evaluation) -> list[Release]:
    """The releases, the newest first."""
    query = select(Release).where(Release.evaluation_id == evaluation.id)
    return list(db.session.scalars(query.order_by(Release.number.desc())))


def texts(evaluation_id: int) -> Iterator[str]:
    """What releases say, the newest first, each read when it is wanted; for respondents' pages."""
    for (number,) in _NUMBERS.rows(evaluation_id=evaluation_id):
        [(said,)] = _TEXT.rows(evaluation_id=evaluation_id, number=number)
        yield said


def newest(evaluation: Evaluation) -> Release | None:
    query = select(Release).where(Release.evaluation_id == evaluation.id)
    return db.session.scalar(query.order_by(Release.number.desc()).limit(1))


def find(evaluation: Evaluation, number: int) -> Release | None:
    query = select(Release).where(Release.evaluation_id == evaluation.id, Release.number == number)
    return db.session.scalar(query) if number <= LARGEST_ID else None


def next_number(evaluation: Evaluation) -> int:
    query = select(func.max(Release.number)).where(Release.evaluation_id == evaluation.id)
    return (db.session.scalar(query) or 0) + 1


def data_stamp(evaluation: Evaluation) -> dict[str, object]:
    """Which answers a release is made from: how many sets, the newest, and how far the trail has come."""
    responses, until = frames.last_sent(evaluation)
    return {"responses": responses, "data_until": until, "trail_until": _last_line(evaluation)}


def hold(evaluation: Evaluation, stories: Collection[int]) -> None:
    """Until this request is over, nobody takes back what they told in these stories, or is erased."""
    # In the order in which erasing locks them, and without the key, which all who tell and answer need.
    query = select(Evaluation.id).where(Evaluation.id == evaluation.id)
    db.session.execute(query.with_for_update(key_share=True))
    told = select(Story.id).where(Story.id.in_(stories)).order_by(Story.id)
    db.session.execute(told.with_for_update(read=True))


def keep(evaluation: Evaluation, made: ToKeep) -> Release:
    """Keep a release for ever. Raises NumberTaken where another has this number by now."""
    db.session.refresh(evaluation, with_for_update=True)
    if made.number != next_number(evaluation):
        raise NumberTaken
    release = Release(
        evaluation_id=evaluation.id,
        number=made.number,
        made_by_id=trail.signed_in(),
        wave_id=made.wave.id,
        before_kind=made.before_kind,
        threshold=made.threshold,
        findings=made.findings,
        responses=made.responses,
        data_until=made.data_until,
        trail_until=made.trail_until,
    )
    db.session.add(release)
    db.session.flush()
    db.session.add_all(
        ReleaseFile(release_id=release.id, kind=kind, content=content) for kind, content in made.files.items()
    )
    _count(release, made.counted)
    trail.note(
        "made a release", evaluation, detail=f"release {made.number}; {made.responses} sets of answers"
    )
    if made.left_out:
        trail.note("left quotations out", evaluation, detail=f"release {made.number}; {made.left_out}")
    return release


def _count(release: Release, answers: Sequence[int]) -> None:
    """Note which answers it was the first to count; those that were erased meanwhile are gone."""
    for start in range(0, len(answers), AT_ONCE):
        some = answers[start : start + AT_ONCE]
        known = select(Response.id, literal(release.id)).where(Response.id.in_(some))
        db.session.execute(insert(CountedAnswers).from_select(["response_id", "release_id"], known))


def file(release: Release, kind: str) -> bytes:
    return db.session.get_one(ReleaseFile, (release.id, kind)).content


def last_alike(evaluation: Evaluation, wave: Wave, before_kind: str) -> Release | None:
    """The newest release of the same wave and kind of before: the one that a new one can be laid beside."""
    query = select(Release).where(
        Release.evaluation_id == evaluation.id,
        Release.wave_id == wave.id,
        Release.before_kind == before_kind,
    )
    return db.session.scalar(query.order_by(Release.number.desc()).limit(1))


def since(release: Release) -> Since:
    """What has happened to the answers and stories since, as the trail says; of other follow-ups, nothing."""
    waves = [f"wave {number}" for number in {0, release.wave.number}]
    query = select(TrailLine.act).where(
        or_(TrailLine.act != "answers sent", TrailLine.detail.in_(waves)),
        TrailLine.evaluation_id == release.evaluation_id,
        TrailLine.id > release.trail_until,
        TrailLine.act.in_(ACTS),
    )
    counted = Counter(db.session.scalars(query))
    return Since(**{name: counted[act] for act, name in ACTS.items()}, ended=_ended_since(release))


def _ended_since(release: Release) -> int:
    query = (
        select(func.count(StoryConsent.id))
        .join(Story, Story.id == StoryConsent.story_id)
        .where(
            Story.evaluation_id == release.evaluation_id,
            Story.taken_back_at.is_(None),
            StoryConsent.purpose == LEARNING,
            StoryConsent.withdrawn_at.is_(None),
            StoryConsent.until >= release.made_at.date(),
            StoryConsent.until < now().date(),
        )
    )
    return db.session.scalar(query)


def _last_line(evaluation: Evaluation) -> int:
    query = select(func.max(TrailLine.id)).where(TrailLine.evaluation_id == evaluation.id)
    return db.session.scalar(query) or 0
