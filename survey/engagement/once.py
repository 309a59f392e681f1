"""A form that makes something counts once, however often its button is pressed."""

import re
import secrets
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from survey.records.base import db, now
from survey.records.form_sent import FormSent

REMEMBERED = timedelta(days=1)
KEY = re.compile("[0-9a-f]{32}")


def new_key() -> str:
    """The key of a form that is shown."""
    return secrets.token_hex(16)


def tidy(key: str | None) -> str:
    """The key of a form that was sent; one that nobody here made counts as a new one."""
    return key if key and KEY.fullmatch(key) else new_key()


def led_to(key: str) -> str | None:
    """Where the form with this key led to when it was sent before; None if it was not."""
    sent = db.session.get(FormSent, key)
    return sent.location if sent else None


def settle(key: str, location: str) -> str:
    """Where this sending leads: to what it has just made, at `location`.

    If another sending was quicker, what this one made is undone, and it leads to what the other made.
    """
    db.session.execute(delete(FormSent).where(FormSent.sent_at < now() - REMEMBERED))
    db.session.add(FormSent(key=key, location=location))
    try:
        db.session.flush()
    except IntegrityError:
        db.session.rollback()
        return led_to(key) or location
    return location
