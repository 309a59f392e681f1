"""Releases of others, opened from files that were checked: kept to be laid beside ours."""

from sqlalchemy import func, select

from survey.access import trail
from survey.access.permissions import LARGEST_ID
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.opened_release import OpenedRelease

# More than anybody compares with.
MOST = 20


class TooMany(ValueError):
    """One has to be removed before another can be kept."""


def keep(evaluation: Evaluation, digest: str, content: str) -> OpenedRelease:
    """Keep what a file says; the same file again is the one that is kept. Raises TooMany."""
    # Locked first, so that two who open the same file at once keep it once.
    db.session.refresh(evaluation, with_for_update=True)
    same = OpenedRelease.evaluation_id == evaluation.id, OpenedRelease.digest == digest
    if kept := db.session.scalar(select(OpenedRelease).where(*same)):
        return kept
    query = select(func.count(OpenedRelease.id)).where(OpenedRelease.evaluation_id == evaluation.id)
    if db.session.scalar(query) >= MOST:
        raise TooMany
    opened = OpenedRelease(
        evaluation_id=evaluation.id, digest=digest, content=content, opened_by_id=trail.signed_in()
    )
    db.session.add(opened)
    db.session.flush()
    trail.note("opened a release of others", evaluation, detail=which(opened))
    return opened


def of(evaluation: Evaluation) -> list[OpenedRelease]:
    """Those that are kept, in the order in which they were opened."""
    query = select(OpenedRelease).where(OpenedRelease.evaluation_id == evaluation.id)
    return list(db.session.scalars(query.order_by(OpenedRelease.id)))


def get(evaluation: Evaluation, opened_id: int) -> OpenedRelease | None:
    found = db.session.get(OpenedRelease, opened_id) if opened_id <= LARGEST_ID else None
    return found if found and found.evaluation_id == evaluation.id else None


def remove(evaluation: Evaluation, opened: OpenedRelease) -> None:
    """Keep it no longer; the file can be opened again."""
    trail.note("removed a release of others", evaluation, detail=which(opened))
    db.session.delete(opened)


def which(opened: OpenedRelease) -> str:
    """What the trail calls it."""
    return f"file {opened.digest[:12]}"
