"""Asking for stories and taking names out of them, at every point of the way."""

from survey.engagement import doors, telling
from survey.records.base import db
from tests import making

TOLD = {
    "story_before": "I met Mary in Leeds.\nShe lives at 12 Elm Road.",
    "story_different": "Mary and I talk. " + "Averyveryverylongwordwithoutanyblank" * 3,
}


def make(owner) -> dict:
    """The names that stand in addresses, and what stands for each."""
    open_now = making.evaluation(owner, name="Asking for stories", made_up=True)
    making.lead(open_now, owner.email)
    telling.open_telling(open_now)
    doors.poster(open_now)
    unled = making.evaluation(owner, name="Nobody leads")
    waiting = making.evaluation(owner, name="Its lead is away")
    lead = making.lead(waiting, "places-lead@example.org")
    # The world may be made a second time on the same server.
    lead.active = True
    telling.open_telling(waiting)
    doors.poster(waiting)
    lead.active = False
    ready = making.evaluation(owner, name="Could ask for stories")
    making.lead(ready, owner.email)
    closed = making.evaluation(owner, name="No longer asking")
    making.lead(closed, owner.email)
    telling.open_telling(closed)
    telling.close_telling(closed)
    to_redact = making.story(open_now, **TOLD, **making.EVERY_USE)
    empty = making.story(open_now, **making.EVERY_USE)
    db.session.flush()
    return {
        "telling": open_now.id,
        "unled": unled.id,
        "waiting": waiting.id,
        "could_ask": ready.id,
        "no_longer": closed.id,
        "to_redact": to_redact.id,
        "wordless": empty.id,
    }
