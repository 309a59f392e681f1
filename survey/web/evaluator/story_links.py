"""From a figure of stories or votes to the stories and the session behind it, on the team's own pages."""

from collections.abc import Iterable

from flask import url_for

from survey.analysis.disclosure import INTERNAL, SafeTable
from survey.engagement import sessions, themes
from survey.records.evaluation import Evaluation
from survey.reports.story_tables import DIRECTIONS, THEMES, VOTES
from survey.web.evaluator.story_words import asked

# By table, row and column.
Links = dict[tuple[str, str, str], str]
N = "n"


def links(evaluation: Evaluation, tables: Iterable[SafeTable]) -> Links:
    """Where each table's "how many" leads; nowhere from noughts, and from anything but exact figures."""
    ways = {DIRECTIONS: _by_outcome, THEMES: _by_theme, VOTES: _by_statement}
    found: Links = {}
    for table in tables:
        if table.kind == INTERNAL and table.name in ways:
            addresses = ways[table.name](evaluation)
            counted = [row.key for row in table.rows if row.cells[N] and row.key in addresses]
            found |= {(table.name, key, N): addresses[key] for key in counted}
    return found


def _by_outcome(evaluation: Evaluation) -> dict[str, str]:
    return {outcome: _queue(evaluation, outcome=outcome) for outcome in asked(evaluation).outcomes}


def _by_theme(evaluation: Evaluation) -> dict[str, str]:
    return {str(theme.id): _queue(evaluation, theme=theme.id) for theme in themes.of(evaluation)}


def _by_statement(evaluation: Evaluation) -> dict[str, str]:
    """Votes on a statement lead to where it stands on the page of its session."""
    return {
        str(each.id): url_for(
            "evaluator.session",
            evaluation_id=evaluation.id,
            session_id=session.id,
            _anchor=f"statement-{each.id}",
        )
        for session in sessions.of(evaluation)
        for each in session.statements
    }


def _queue(evaluation: Evaluation, **picked) -> str:
    return url_for("evaluator.stories", evaluation_id=evaluation.id, **picked)
