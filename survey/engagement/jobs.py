"""Work in the background: asked for once, taken up by a worker, made once even where workers die."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, Update, delete, func, insert, not_, or_, select, update
from sqlalchemy.exc import IntegrityError

from survey.access import trail
from survey.access.permissions import LARGEST_ID
from survey.engagement import releases
from survey.records import engine
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.job import DONE, FAILED, LONGEST_STEP, RUNNING, WAITING, Job, JobFile
from survey.records.resident import Resident
from survey.records.response import Response
from survey.records.stakeholder import Stakeholder
from survey.records.story import Story
from survey.records.trail import TrailLine

# A worker that has said nothing for so long is taken to be dead.
LEASE = timedelta(seconds=30)
KEPT = timedelta(days=7)
# A job that takes its worker down with it must not take down all there are, for ever.
MOST_CLAIMS = 3
# How lines of the trail begin that tell of no change; any other makes the same request a new job.
LOOKED = (
    *("asked for ", "compared ", "downloaded ", "listened ", "looked ", "previewed ", "read ", "saw "),
    "showed ",
)
BROKEN_OFF = (
    "Making it was broken off three times. Ask for it again; if that does not help, "
    "tell whoever runs the server."
)
ERASED = "Something that it may tell of was erased or taken back since, so it was removed. Ask for it again."
_job = Job.__table__.c


class Superseded(Exception):
    """Another worker has taken the job up meanwhile, or nobody wants it any more."""


class CannotBeMade(Exception):
    """Says in a sentence, for the page, why something cannot be made, and what to do."""


@dataclass(frozen=True)
class Claim:
    """One worker's hold on a job. Of several, the one with the highest number counts."""

    job_id: int
    number: int


def ask(evaluation: Evaluation, kind: str, about: Mapping[str, object]) -> Job:
    """The job that makes this of the answers as they are now: a new one, or one that was asked for before."""
    # Whoever erases or takes something back meanwhile would not see this job, and could not let go of it.
    stories = select(Story.id).where(Story.evaluation_id == evaluation.id)
    releases.hold(evaluation, db.session.scalars(stories).all())
    key = _key(evaluation, kind, about)
    job = _with(key) or _added(evaluation, kind, about, key)
    trail.note("asked for work in the background", evaluation, f"{kind}; job {job.id}")
    return job


def find(evaluation: Evaluation, job_id: int) -> Job | None:
    job = db.session.get(Job, job_id) if job_id <= LARGEST_ID else None
    return job if job and job.evaluation_id == evaluation.id else None


def content(job: Job) -> bytes | None:
    """What came of a job, if something did."""
    return db.session.scalar(select(JobFile.content).where(JobFile.job_id == job.id))


def is_current(job: Job) -> bool:
    """Whether asking now would lead to this very job."""
    return job.key == _key(job.evaluation, job.kind, job.about)


def waiting() -> list[int]:
    """The jobs that a worker may take up, the oldest first; nobody has to wait for this look."""
    with engine.snapshot():
        return list(db.session.scalars(select(_job.id).where(_is_free()).order_by(_job.id)))


def claim(worker: str) -> Claim | None:
    """Take up the oldest job that nobody works on, or whose worker died; None where there is none."""
    if not waiting():
        return None
    with _at_once() as connection:
        oldest = select(_job.id, _job.claims).where(_is_free()).order_by(_job.id).limit(1)
        found = connection.execute(oldest.with_for_update(skip_locked=True)).first()
        if found is None:
            return None
        hold = Claim(found.id, found.claims + 1)
        if found.claims >= MOST_CLAIMS:
            connection.execute(_failed(_job.id == found.id, BROKEN_OFF))
            return None
        taken = update(Job.__table__).where(_job.id == found.id, _job.claims == found.claims, _is_free())
        values = {"state": RUNNING, "claims": hold.number, "claimed_by": worker[:100]}
        begun = {"done_steps": 0, "all_steps": 0, "step": "", "lease_until": now() + LEASE}
        return hold if connection.execute(taken.values(**values, **begun)).rowcount else None


def renew(held: Claim) -> bool:
    """Say that the worker is alive; False where the job is no longer its own."""
    return _mine(held, lease_until=now() + LEASE)


def progress(held: Claim, number: int, of: int, words: str) -> None:
    """Say which step is under way: 3 of 9, "drawing the charts". Raises Superseded where it is not wanted."""
    step = {"done_steps": number - 1, "all_steps": of, "step": words[:LONGEST_STEP]}
    if not _mine(held, lease_until=now() + LEASE, **step):
        raise Superseded


def finish(held: Claim, name: str, mime: str, made: bytes) -> bool:
    """Keep what was made, once: False, and nothing is kept, where another has the job now."""
    values = {"state": DONE, "lease_until": None, "finished_at": now(), "name": name, "mime": mime}
    with _at_once() as connection:
        done = update(Job.__table__).where(_is_held(held)).values(**values, done_steps=_job.all_steps)
        is_mine = connection.execute(done).rowcount == 1
        if is_mine:
            connection.execute(insert(JobFile.__table__).values(job_id=held.job_id, content=made))
    return is_mine


def fail(held: Claim, sentence: str) -> bool:
    """Say why it could not be made. Whoever asks again gets a new job."""
    with _at_once() as connection:
        return connection.execute(_failed(_is_held(held), sentence)).rowcount == 1


def let_go(evaluation: Evaluation) -> None:
    """What was made of these answers is removed, and what is being made of them begins anew."""
    theirs = _job.evaluation_id == evaluation.id
    # First, and those that wait as well: none of them can be taken up or finished until this is over.
    going_on = update(Job.__table__).where(theirs, _job.state.in_((WAITING, RUNNING)))
    db.session.execute(going_on.values(state=WAITING, lease_until=None))
    db.session.execute(_failed(theirs & (_job.state == DONE), ERASED))
    db.session.execute(delete(JobFile).where(JobFile.job_id.in_(select(_job.id).where(theirs))))


def sweep() -> int:
    """Remove jobs that were asked for more than seven days ago, with what came of them; says how many."""
    with _at_once() as connection:
        old = (_job.asked_at < now() - KEPT) & (_job.state != RUNNING)
        return connection.execute(delete(Job.__table__).where(old)).rowcount


def _is_free() -> ColumnElement[bool]:
    return or_(_job.state == WAITING, (_job.state == RUNNING) & (_job.lease_until < now()))


def _is_held(held: Claim) -> ColumnElement[bool]:
    """Only the newest claim of a job is one."""
    return (_job.id == held.job_id) & (_job.claims == held.number) & (_job.state == RUNNING)


def _mine(held: Claim, **values: object) -> bool:
    with _at_once() as connection:
        return connection.execute(update(Job.__table__).where(_is_held(held)).values(**values)).rowcount == 1


def _failed(which: ColumnElement[bool], sentence: str) -> Update:
    ended = {"state": FAILED, "key": None, "lease_until": None, "finished_at": now(), "name": None}
    return update(Job.__table__).where(which).values(**ended, failure=sentence)


@contextmanager
def _at_once() -> Iterator[Connection]:
    """A short transaction of its own, kept at its end, beside whatever a maker is reading."""
    with engine.writer(), db.engine.begin() as connection:
        yield connection


def _with(key: str) -> Job | None:
    return db.session.scalar(select(Job).where(Job.key == key))


def _added(evaluation: Evaluation, kind: str, about: Mapping[str, object], key: str) -> Job:
    job = Job(
        evaluation_id=evaluation.id, kind=kind, about=dict(about), key=key, asked_by_id=trail.signed_in()
    )
    try:
        with db.session.begin_nested():
            db.session.add(job)
    except IntegrityError:
        # A colleague was quicker by a moment.
        return _with(key)
    return job


def _key(evaluation: Evaluation, kind: str, about: Mapping[str, object]) -> str:
    named = [evaluation.id, kind, sorted(about.items()), *_data_stamp(evaluation)]
    return hashlib.sha256(json.dumps(named).encode()).hexdigest()


def _data_stamp(evaluation: Evaluation) -> tuple[object, ...]:
    """What it is made of: the newest change in the trail, who has begun to answer, and the day."""
    changed = select(func.max(TrailLine.id)).where(
        TrailLine.evaluation_id == evaluation.id,
        not_(or_(*(TrailLine.act.startswith(looked) for looked in LOOKED))),
    )
    # Beginning to answer leaves no line in the trail, and is counted in tables.
    residents = select(Resident.id).where(Resident.evaluation_id == evaluation.id)
    partners = select(Stakeholder.id).where(Stakeholder.evaluation_id == evaluation.id)
    begun = select(func.count(Response.id), func.max(Response.id)).where(
        or_(Response.resident_id.in_(residents), Response.stakeholder_id.in_(partners))
    )
    # Consents end with a day, and nobody does anything for it.
    day = now().date().isoformat()
    return (db.session.scalar(changed), *db.session.execute(begun).one(), day)
