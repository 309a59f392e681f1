"""Forms that make something, once sent: a second press of the button makes nothing more."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from survey.records.base import db, now


class FormSent(db.Model):
    __tablename__ = "form_sent"

    # Made with the form and sent back with it.
    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    # Where the first sending led to, and so every later one.
    location: Mapped[str] = mapped_column(Text)
    sent_at: Mapped[datetime] = mapped_column(default=now)
