"""Work that is done in the background: what was asked for, how far it is, and what came of it."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.account import User
from survey.records.base import db, now
from survey.records.evaluation import Evaluation

WAITING, RUNNING, DONE, FAILED = STATES = ("waiting", "running", "done", "failed")
LONGEST_KIND, LONGEST_STEP = 60, 200


class Job(db.Model):
    """Something that a worker makes once. The table is the truth: there is no queue beside it."""

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state"),
        CheckConstraint("(state = 'running') = (lease_until IS NOT NULL)", name="lease"),
        CheckConstraint("(state = 'done') = (name IS NOT NULL)", name="name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    # In the words of the page: "evaluation report".
    kind: Mapped[str] = mapped_column(String(LONGEST_KIND))
    # What is asked for more closely, for the maker.
    about: Mapped[dict[str, object]] = mapped_column(JSON)
    # The same for all who ask the same of the same data; none once it failed: then it can be asked for again.
    key: Mapped[str | None] = mapped_column(String(64), unique=True)
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    asked_at: Mapped[datetime] = mapped_column(default=now)
    state: Mapped[str] = mapped_column(String(10), default=WAITING, index=True)
    # How often a worker took it up: only the newest claim may say how far it is, or finish it.
    claims: Mapped[int] = mapped_column(default=0)
    claimed_by: Mapped[str] = mapped_column(String(100), default="")
    # Until then its worker is taken to be alive.
    lease_until: Mapped[datetime | None]
    done_steps: Mapped[int] = mapped_column(default=0)
    all_steps: Mapped[int] = mapped_column(default=0)
    step: Mapped[str] = mapped_column(String(LONGEST_STEP), default="")
    finished_at: Mapped[datetime | None]
    name: Mapped[str | None] = mapped_column(String(200))
    mime: Mapped[str] = mapped_column(String(100), default="")
    # Why it failed and what to do, as a sentence.
    failure: Mapped[str] = mapped_column(Text, default="")

    evaluation: Mapped[Evaluation] = relationship()
    asked_by: Mapped[User | None] = relationship()


class JobFile(db.Model):
    """What came of a job, kept apart so that looking how far it is reads none of it."""

    __tablename__ = "job_file"

    # The key also refuses a second result.
    job_id: Mapped[int] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
