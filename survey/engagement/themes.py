"""The codebook: themes that the team looks for in stories and sessions, and which stories carry them."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select

from survey.access import trail
from survey.access.stories import may_be_read
from survey.engagement import story_queue
from survey.engagement.stories import MayNotBeRead, which
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.session import SessionNote, Theme
from survey.records.story import Story, StoryTheme


class SameName(ValueError):
    """The codebook has a theme of this name."""


@dataclass(frozen=True)
class Uses:
    """How much carries a theme: stories that the team may read, and notes of sessions."""

    stories: int = 0
    notes: int = 0


def of(evaluation: Evaluation) -> list[Theme]:
    """The themes by name."""
    query = select(Theme).where(Theme.evaluation_id == evaluation.id)
    return list(db.session.scalars(query.order_by(func.lower(Theme.name), Theme.id)))


def get(evaluation: Evaluation, theme_id: int) -> Theme | None:
    theme = db.session.get(Theme, theme_id)
    return theme if theme and theme.evaluation_id == evaluation.id else None


def uses(evaluation: Evaluation) -> dict[int, Uses]:
    """How much carries each theme."""
    stories = [theme for story in story_queue.listed(evaluation) for theme in story.themes]
    noted = select(SessionNote.theme_id, func.count()).join(Theme).where(Theme.evaluation_id == evaluation.id)
    notes = dict(db.session.execute(noted.group_by(SessionNote.theme_id)).all())
    return {theme.id: Uses(stories.count(theme.id), notes.get(theme.id, 0)) for theme in of(evaluation)}


def add(evaluation: Evaluation, name: str, meaning: str) -> Theme:
    """Add a theme. Raises SameName."""
    _refuse_same(evaluation, name)
    theme = Theme(evaluation_id=evaluation.id, name=name, meaning=meaning)
    db.session.add(theme)
    db.session.flush()
    trail.note("added a theme", evaluation)
    return theme


def change(evaluation: Evaluation, theme: Theme, name: str, meaning: str) -> None:
    """Call it otherwise, or say better what it means. Raises SameName."""
    _refuse_same(evaluation, name, besides=theme)
    theme.name, theme.meaning = name, meaning
    trail.note("changed a theme", evaluation)


def remove(evaluation: Evaluation, theme: Theme) -> None:
    """Take a theme out of the codebook, and off every story and note; these stay."""
    db.session.delete(theme)
    trail.note("removed a theme", evaluation)


def tag(story: Story, chosen: Collection[int]) -> None:
    """Say which themes the team sees in a story. Raises MayNotBeRead, and KeyError for an unknown theme."""
    # Held, so that two who save together do not add the same theme twice.
    db.session.refresh(story, with_for_update=True)
    if not may_be_read(story).may:
        raise MayNotBeRead("Nobody may read this story now, so nothing was saved.")
    offered = {theme.id for theme in of(story.evaluation)}
    if unknown := set(chosen) - offered:
        raise KeyError(*unknown)
    carried = set(db.session.scalars(select(StoryTheme.theme_id).where(StoryTheme.story_id == story.id)))
    if carried == set(chosen):
        return
    story.themes = [theme for theme in of(story.evaluation) if theme.id in chosen]
    trail.note("changed the themes of a story", story.evaluation, which(story))


def _refuse_same(evaluation: Evaluation, name: str, besides: Theme | None = None) -> None:
    # Locked first, so that two who add a theme together do not add it twice.
    db.session.refresh(evaluation, with_for_update=True)
    taken = {theme.name.casefold() for theme in of(evaluation) if theme is not besides}
    if name.casefold() in taken:
        raise SameName("The codebook has a theme of this name. Choose another.")
