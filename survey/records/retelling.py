"""What the team makes of stories: quotations, the most significant change, case studies."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.account import User
from survey.records.base import db, now
from survey.records.stakeholder import Stakeholder
from survey.records.story import Story

JOURNEY, AGENCY = "journey", "agency"


class Quotation(db.Model):
    """Words of a story's redacted text, placed beside an outcome. Removed ones stay, without their words."""

    __tablename__ = "quotation"

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), index=True)
    prompt: Mapped[str] = mapped_column(String(60))
    words: Mapped[str] = mapped_column(Text)
    # None: of the programme as a whole.
    outcome: Mapped[str | None] = mapped_column(String(60))
    # Under the name that the teller chose; otherwise under none.
    named: Mapped[bool] = mapped_column(default=False)
    placed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    placed_at: Mapped[datetime] = mapped_column(default=now)
    removed_at: Mapped[datetime | None]

    story: Mapped[Story] = relationship()
    placed_by: Mapped[User | None] = relationship(foreign_keys=placed_by_id)


class SignificantChange(db.Model):
    """The story that a panel picked as the most significant change, and why. The newest stands."""

    __tablename__ = "significant_change"
    __table_args__ = (CheckConstraint("reasons <> ''", name="reasons"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"))
    # Who sat on the panel, as roles or names of staff.
    panel: Mapped[str] = mapped_column(String(200))
    reasons: Mapped[str] = mapped_column(Text)
    chosen_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    chosen_at: Mapped[datetime] = mapped_column(default=now)

    story: Mapped[Story] = relationship()
    chosen_by: Mapped[User | None] = relationship()


class CaseStudy(db.Model):
    """A page about one story for a steering group: a journey, or how an agency sees it."""

    __tablename__ = "case_study"
    __table_args__ = (CheckConstraint(f"kind IN {(JOURNEY, AGENCY)}", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(10))
    title: Mapped[str] = mapped_column(String(120))
    # The team's own words before the story, and what an agency saw of it.
    introduction: Mapped[str] = mapped_column(Text, default="")
    agency_view: Mapped[str] = mapped_column(Text, default="")
    # JSON list of the prompts whose answers it shows; of the outcomes that it speaks of.
    prompts: Mapped[str] = mapped_column(Text, default="[]")
    outcomes: Mapped[str] = mapped_column(Text, default="[]")
    named: Mapped[bool] = mapped_column(default=False)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)

    story: Mapped[Story] = relationship()
    made_by: Mapped[User | None] = relationship()
    partners: Mapped[list[Stakeholder]] = relationship(secondary="case_study_partner")


class CaseStudyPartner(db.Model):
    """A partner who had a part in it."""

    __tablename__ = "case_study_partner"

    case_study_id: Mapped[int] = mapped_column(
        ForeignKey("case_study.id", ondelete="CASCADE"), primary_key=True
    )
    stakeholder_id: Mapped[int] = mapped_column(
        ForeignKey("stakeholder.id", ondelete="CASCADE"), primary_key=True
    )
