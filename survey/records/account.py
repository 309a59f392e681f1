"""People who sign in: evaluators and administrators."""

from datetime import datetime, timedelta

from flask_security import RoleMixin, UserMixin
from sqlalchemy import Column, ForeignKey, String, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.base import db, now

ATTEMPTS = 5
LOCKED_FOR = timedelta(minutes=15)

role_of_user = Table(
    "role_of_user",
    db.metadata,
    Column("user_id", ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
    Column("role_id", ForeignKey("role.id", ondelete="CASCADE"), primary_key=True),
)


class Role(db.Model, RoleMixin):
    __tablename__ = "role"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)


class User(db.Model, UserMixin):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(255), unique=True)
    name: Mapped[str] = mapped_column(String(120), default="")
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    failed_attempts: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    roles: Mapped[list[Role]] = relationship(secondary=role_of_user, lazy="selectin")

    def track_failed_authn(self, auth_type: str, tfa: bool = False) -> None:
        """Count a wrong password; after five the account rests for a quarter of an hour."""
        super().track_failed_authn(auth_type, tfa)
        # Locked while it is counted, so that tries made at the same moment all count.
        db.session.refresh(self, with_for_update=True)
        if not self.is_locked():
            self.failed_attempts += 1
        if self.failed_attempts >= ATTEMPTS:
            self.failed_attempts = 0
            self.locked_until = now() + LOCKED_FOR
        # The page that says "wrong password" rolls its request back, so this is kept by itself.
        db.session.commit()

    def forget_failed_authn(self) -> None:
        self.failed_attempts, self.locked_until = 0, None

    def is_locked(self, form_error: list[str] | None = None) -> bool:
        return self.locked_until is not None and self.locked_until > now()
