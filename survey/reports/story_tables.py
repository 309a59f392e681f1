"""The tables of stories and of what groups voted, before they go through the one door."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from survey.analysis import stories
from survey.analysis.disclosure import RELEASE, SafeTable
from survey.analysis.stories import NOT_SAID, WENT
from survey.analysis.tables import HIDDEN, Table
from survey.analysis.wording import capitalised, number
from survey.questionnaires.model import Questionnaire
from survey.questionnaires.story_ids import TRIADS
from survey.records import story_frames
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.session import Session, Statement, Theme
from survey.reports import asked

COUNT, DIRECTIONS, THEMES, VOTES = "story_count", "story_directions", "story_themes", "session_votes"
# Every way that it went, as a sentence says it after how many.
WENT_WORDS = {**{way: words.lower() for way, words in WENT.items()}, NOT_SAID: "not said"}


@dataclass(frozen=True)
class Made:
    """`n` is how many stories the tables are of."""

    n: int
    tables: tuple[Table, ...]


def exact(evaluation: Evaluation, today: date, for_release: bool = False) -> Made:
    """The tables as they are.

    Those of stories are left out where there is no story, but not for a release, which would tell by that
    whether anybody told one. A release has a table of how many there are, too: the team reads it in words.
    """
    n = story_frames.counted(evaluation, today)
    opened = asked.of_stories(evaluation)
    of_all = (stories.count_table(n),) if opened and for_release else ()
    of_stories = tuple(_of_stories(evaluation, opened, today, n)) if opened and (n or for_release) else ()
    votes = stories.votes_table(story_frames.votes(evaluation))
    return Made(n, tuple(table for table in (*of_all, *of_stories, votes) if table.rows))


def _of_stories(evaluation: Evaluation, opened: Questionnaire, today: date, n: int) -> Iterator[Table]:
    tagged = story_frames.tagged(evaluation, today)
    yield stories.directions_table(tagged, asked.story_outcomes(evaluation), n)
    for triad in TRIADS:
        question = opened.question(triad)
        choices = {choice.value: choice.text for choice in question.choices}
        yield stories.triad_table(tagged, triad, question.text, choices, n)
    yield stories.themes_table(story_frames.themed(evaluation, today), _themes(evaluation), n)


def _themes(evaluation: Evaluation) -> Mapping[int, str]:
    query = select(Theme.id, Theme.name).where(Theme.evaluation_id == evaluation.id).order_by(Theme.name)
    return dict(db.session.execute(query).all())


def has_statements(evaluation: Evaluation) -> bool:
    """Whether anything was put to a group."""
    query = select(Statement.id).join(Session).where(Session.evaluation_id == evaluation.id).limit(1)
    return db.session.scalar(query) is not None


def counted(tables: Iterable[SafeTable]) -> int | None:
    """How many stories there are, as the table of a release says it; None where that is hidden."""
    found = [row.cells["n"] for table in tables if table.name == COUNT for row in table.rows]
    return found[0] if found and found[0] is not HIDDEN else None


def went(tables: Iterable[SafeTable], outcome: str) -> str:
    """How many stories are about an outcome and which way it went, as a table that was let out says it.

    Empty where no story is, and where it is hidden how many are.
    """
    found = [(table, row) for table in tables if table.name == DIRECTIONS for row in table.rows]
    for table, row in found:
        if row.key == outcome and row.cells["n"] is not HIDDEN and row.cells["n"]:
            return _went(row.cells, "about " if table.kind == RELEASE else "")
    return ""


def _went(cells: Mapping[str, object], about: str) -> str:
    n = cells["n"]
    told = "story is" if n == 1 else "stories are"
    said = f"{capitalised(about + number(n))} {told} about this"
    ways = {way: cells[way] for way in WENT_WORDS}
    if HIDDEN in ways.values():
        return f"{said}; which way it went is hidden."
    counts = [f"{WENT_WORDS[way]} in {about}{number(count)}" for way, count in ways.items() if count]
    return f"{said}: {', '.join(counts)}."
