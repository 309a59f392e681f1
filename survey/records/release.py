"""A release: findings as they left the building, with the files that were made of them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.account import User
from survey.records.asking import Wave
from survey.records.base import db, now


class Release(db.Model):
    """`findings` holds only what `analysis.disclosure` let out; counts of the answers behind it are ours."""

    __tablename__ = "release"
    __table_args__ = (
        UniqueConstraint("evaluation_id", "number"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("threshold >= 5", name="threshold"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"))
    number: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(default=now)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    wave_id: Mapped[int] = mapped_column(ForeignKey("wave.id"))
    before_kind: Mapped[str] = mapped_column(String(10))
    threshold: Mapped[int]
    findings: Mapped[str] = mapped_column(Text)
    # The data stamp: how many sets of answers there were, the newest, and the last line of the trail.
    responses: Mapped[int]
    data_until: Mapped[datetime | None]
    trail_until: Mapped[int]

    made_by: Mapped[User | None] = relationship()
    wave: Mapped[Wave] = relationship()


class ReleaseFile(db.Model):
    """A file of a release, kept as it was first made, so that every copy is the same."""

    __tablename__ = "release_file"
    __table_args__ = (CheckConstraint("kind IN ('pdf', 'xlsx', 'csv')", name="kind"),)

    release_id: Mapped[int] = mapped_column(ForeignKey("release.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(4), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class CountedAnswers(db.Model):
    """Answers about impact that a release has counted, and the first that did.

    Who is counted together hangs on it (`analysis.counted`); times would not tell two of one second apart.
    """

    __tablename__ = "counted_answers"

    response_id: Mapped[int] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("release.id", ondelete="CASCADE"))
