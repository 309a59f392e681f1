"""Adding the people whom an evaluation asks, and erasing them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, select

from survey.access import trail
from survey.engagement import invitations
from survey.records.base import db
from survey.records.evaluation import Area, Evaluation
from survey.records.resident import Invitation, Resident
from survey.records.upload import Upload

# Friendly words that say nothing about anyone.
WORDS = (Path(__file__).parent / "code_words.txt").read_text().split()


@dataclass(frozen=True)
class NewResident:
    area: Area
    level: str
    code: str = ""
    age_band: str | None = None
    main_reason: str | None = None
    introduction_route: str | None = None


def add(
    evaluation: Evaluation, people: Sequence[NewResident], links: Sequence[Invitation] = ()
) -> list[Resident]:
    """Add people, each with a readable code, and with a link where invitations were prepared."""
    taken = codes(evaluation)
    added = []
    for person in people:
        code = person.code or _readable_code(taken)
        taken.add(code.casefold())
        added.append(
            Resident(
                evaluation_id=evaluation.id,
                code=code,
                area_id=person.area.id,
                level=person.level,
                age_band=person.age_band,
                main_reason=person.main_reason,
                introduction_route=person.introduction_route,
            )
        )
    if links:
        invitations.give(added, links)
    db.session.add_all(added)
    db.session.flush()
    trail.note("added residents", evaluation, detail=f"{len(added)} people")
    return added


def codes(evaluation: Evaluation) -> set[str]:
    """The codes in use, in small letters, so that Wren-12 and wren-12 are one person."""
    query = select(Resident.code).where(Resident.evaluation_id == evaluation.id)
    return {code.casefold() for code in db.session.scalars(query)}


def find(evaluation: Evaluation, code: str) -> Resident | None:
    query = select(Resident).where(Resident.evaluation_id == evaluation.id)
    return db.session.scalar(query.where(db.func.lower(Resident.code) == code.strip().lower()))


def erase(evaluation: Evaluation, code: str) -> bool:
    """Erase a person with every answer and score. True if there was one; the trail keeps no code."""
    resident = find(evaluation, code)
    if resident is None:
        return False
    db.session.execute(delete(Resident).where(Resident.id == resident.id))
    # A file still waiting to be brought in may hold the person's scores.
    db.session.execute(delete(Upload).where(Upload.evaluation_id == evaluation.id))
    db.session.expire_all()
    trail.note("erased a resident", evaluation)
    return True


def _readable_code(taken: set[str]) -> str:
    while True:
        code = f"{secrets.choice(WORDS)}-{secrets.randbelow(900) + 100}"
        if code not in taken:
            return code
