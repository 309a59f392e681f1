"""A group that is open, with words in every place of it where words can stand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from survey.engagement import doors, participants, sessions, votes
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.session import Session, Theme


@dataclass
class Talked:
    """The group, and the tokens of a phone that joined it and of its door."""

    session: Session
    phone: str
    door: str

    @property
    def values(self) -> dict[str, list[int]]:
        """What stands in the addresses of its pages."""
        return {
            "session_id": [self.session.id],
            "statement_id": [each.id for each in self.session.statements],
            "note_id": [each.id for each in self.session.notes],
        }


def talk(
    evaluation: Evaluation, said: Callable[[str, int], str], many: int = 1, theme: Theme | None = None
) -> Talked:
    """`said` gives the words for a kind of place that holds so many characters at most."""
    held = sessions.add(evaluation, sessions.Details(said("title", 120), date(2026, 11, 3)))
    sessions.set_prompts(held, "\n".join(said("prompt", 150) for _ in range(many)))
    # Putting a statement reads the session anew.
    db.session.flush()
    for _ in range(many):
        votes.put(held, said("statement", 300), "hope")
        sessions.add_note(held, said("note", 2000), theme)
    db.session.flush()
    sessions.open_joining(held)
    phone = participants.join(held, "")
    return Talked(held, phone, doors.link(doors.current(evaluation, held)).token)
