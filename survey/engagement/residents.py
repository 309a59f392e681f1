"""Adding the people whom an evaluation asks, and erasing them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, func, select

from survey.access import trail
from survey.analysis import wording
from survey.engagement import invitations, jobs, recordings
from survey.records.base import db
from survey.records.evaluation import Area, Evaluation
from survey.records.resident import Invitation, Resident
from survey.records.response import AnswerRow, Response
from survey.records.story import Story
from survey.records.upload import Upload

# Friendly words that say nothing about anyone.
WORDS = (Path(__file__).parent / "code_words.txt").read_text().split()
LONGEST_CODE = 40


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
    trail.note("added residents", evaluation, detail=wording.people(len(added)))
    return added


def codes(evaluation: Evaluation) -> set[str]:
    """The codes in use, in small letters, so that Wren-12 and wren-12 are one person."""
    query = select(Resident.code).where(Resident.evaluation_id == evaluation.id)
    return {code.casefold() for code in db.session.scalars(query)}


def hold_list(evaluation: Evaluation) -> None:
    """Until this request is over, nobody else adds people here whom we have not seen."""
    query = select(Evaluation.id).where(Evaluation.id == evaluation.id)
    # Without the key, so that residents' own answers need not wait.
    db.session.execute(query.with_for_update(key_share=True))


def hold_answers(evaluation: Evaluation) -> None:
    """Until this request is over, nobody here begins, saves or sends answers that we have not seen."""
    query = select(Resident.id).where(Resident.evaluation_id == evaluation.id).order_by(Resident.id)
    db.session.execute(query.with_for_update(key_share=True))


def tidy_code(typed: str) -> str:
    return " ".join(typed.split())


def wrong_with(code: str) -> str | None:
    """Why a tidied code cannot be used, as a plain sentence."""
    if len(code) > LONGEST_CODE:
        return (
            f"The code “{code[:LONGEST_CODE]}…” is too long. {LONGEST_CODE} letters and digits are the most."
        )
    if not code.isprintable() or not any(sign.isalnum() for sign in code):
        return "A code needs at least one letter or digit, and only signs that can be printed."
    return None


def find(evaluation: Evaluation, code: str) -> Resident | None:
    """Whose code this is, small and capital letters alike."""
    wanted = tidy_code(code).casefold()
    query = select(Resident.id, Resident.code).where(Resident.evaluation_id == evaluation.id)
    # Compared here, because SQLite knows the small letters of plain English only.
    found = [key for key, known in db.session.execute(query) if known.casefold() == wanted]
    return db.session.get(Resident, found[0]) if found else None


def get(evaluation: Evaluation, resident_id: int) -> Resident | None:
    resident = db.session.get(Resident, resident_id)
    return resident if resident and resident.evaluation_id == evaluation.id else None


def change(resident: Resident, area: Area, level: str) -> None:
    """Move a person to another area or level; scores stay with where the person was at the before."""
    resident.area_id, resident.level = area.id, level
    trail.note("changed a resident", resident.evaluation)


@dataclass(frozen=True)
class Kept:
    """How much is kept about a person: what an erasure takes away."""

    responses: int
    answers: int
    files: int


def kept(resident: Resident) -> Kept:
    theirs = select(func.count(Response.id)).where(Response.resident_id == resident.id)
    answers = select(func.count(AnswerRow.id)).join(Response).where(Response.resident_id == resident.id)
    files = select(func.count(Upload.id)).where(Upload.evaluation_id == resident.evaluation_id)
    return Kept(*(db.session.scalar(query) for query in (theirs, answers, files)))


def erase(evaluation: Evaluation, code: str) -> bool:
    """Erase a person with every answer and score. True if there was one; the trail keeps no code."""
    # A file is being brought in, with this person in it: then first the file, or first the erasing.
    hold_list(evaluation)
    resident = find(evaluation, code)
    if resident is None:
        return False
    # Held, so that nothing more is spoken: a file is removed only where its row was seen.
    db.session.execute(select(Story.id).where(Story.resident_id == resident.id).with_for_update())
    recordings.let_go(Story.resident_id == resident.id)
    db.session.execute(delete(Resident).where(Resident.id == resident.id))
    # A file still waiting to be brought in may hold the person's scores.
    db.session.execute(delete(Upload).where(Upload.evaluation_id == evaluation.id))
    jobs.let_go(evaluation)
    db.session.expire_all()
    trail.note("erased a resident", evaluation)
    return True


def _readable_code(taken: set[str]) -> str:
    while True:
        code = f"{secrets.choice(WORDS)}-{secrets.randbelow(900) + 100}"
        if code not in taken:
            return code
