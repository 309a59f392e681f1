"""The most significant change: which story a panel picked, and why. The newest stands, the others stay."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from survey.access import trail
from survey.access.stories import is_ready
from survey.engagement.stories import which
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.retelling import SignificantChange
from survey.records.story import Story


class NotReady(ValueError):
    """A panel reads what the team may read, without names and places."""


@dataclass(frozen=True)
class Choice:
    """What a panel decided: who sat on it, and its reasons in its own words."""

    panel: str
    reasons: str


def of(evaluation: Evaluation) -> list[SignificantChange]:
    """All that was picked, the newest first."""
    query = (
        select(SignificantChange)
        .where(SignificantChange.evaluation_id == evaluation.id)
        .options(joinedload(SignificantChange.chosen_by), joinedload(SignificantChange.story))
    )
    return list(db.session.scalars(query.order_by(SignificantChange.id.desc())))


def pick(story: Story, choice: Choice) -> SignificantChange:
    """Keep what a panel decided. Raises NotReady."""
    # Held, so that a teller who takes it back now is either before us or after us.
    db.session.refresh(story, with_for_update=True)
    if not is_ready(story):
        raise NotReady("This story is not ready to be read by a panel any more. Choose another.")
    picked = SignificantChange(
        evaluation_id=story.evaluation_id,
        story_id=story.id,
        panel=choice.panel,
        reasons=choice.reasons,
        chosen_by_id=trail.signed_in(),
    )
    db.session.add(picked)
    db.session.flush()
    trail.note("picked the most significant change", story.evaluation, which(story))
    return picked
