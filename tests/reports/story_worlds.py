"""Made-up stories with quotations placed, for tests of what findings tell of them."""

from datetime import timedelta

from survey.engagement import consents
from survey.records.base import db, now
from survey.records.retelling import Quotation
from tests import making

WORDS = "I go out on Tuesdays now, with [name]."
TEACHES = {"story_before": "I sat at home.", "story_different": WORDS}


def told(evaluation, **given):
    """A story of which all may be told that its uses allow; every use unless said otherwise."""
    story = making.story(evaluation, **{**making.EVERY_USE, **TEACHES, **given})
    return making.confirmed(story)


def quote(story, words=WORDS, prompt="story_different", outcome=None, named=False):
    placed = Quotation(story_id=story.id, prompt=prompt, words=words, outcome=outcome, named=named)
    db.session.add(placed)
    db.session.commit()
    return placed


def withdraw(story, purpose):
    consents.withdraw(story, purpose)
    db.session.commit()


def end(story, purpose, days=1):
    """Let a use have ended so many days ago."""
    [consent] = [each for each in story.consents if each.purpose == purpose]
    consent.until = now().date() - timedelta(days=days)
    db.session.commit()


def about(outcome, way=None):
    """What a teller says a story is about, and which way it went."""
    said = {"story_about": [outcome]}
    return said | ({f"{outcome}_direction": way} if way else {})
