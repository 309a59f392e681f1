"""A place to keep records: a folder and a database, for a server and for those who look into it."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import UniqueConstraint, create_engine, make_url, text

from app import create_app
from survey.access import links
from survey.engagement import evaluations, invitations, outcomes, residents, responses
from survey.questionnaires.composing import LEVEL_ONE, THEN_AND_NOW
from survey.questionnaires.model import Questionnaire
from survey.records.base import db
from survey.records.change import ChangeRow
from survey.records.evaluation import Evaluation
from survey.records.resident import Invitation, Resident
from survey.records.response import Response
from tests import databases, making

OUTCOMES = 2
Ask = Callable[[Evaluation], object]


@dataclass(frozen=True)
class Person:
    id: int
    token: str
    code: str

    @property
    def home(self) -> str:
        return f"/a/{self.token}"


class Place:
    def __init__(self, folder: Path, database_url: str = ""):
        self.env = databases.environment(folder, database_url)
        self.app = create_app(self.env)

    @contextmanager
    def records(self) -> Iterator[None]:
        """The records, let go of at the end: nobody else has to wait, and no connection stays open."""
        with self.app.app_context():
            try:
                yield
                db.session.commit()
            finally:
                db.session.remove()
                db.engine.dispose()

    def people(self, count: int, ask: Ask = bool, guarded: bool = True) -> list[Person]:
        """A new database with so many made-up residents, each with a link to a short "then and now".

        `ask` may exchange what is asked. Not `guarded`: without what keeps rows from being there twice.
        """
        with self.records():
            db.create_all() if guarded else _create_without_unique()
            evaluation = _evaluation()
            ask(evaluation)
            new = [residents.NewResident(evaluation.areas[0], LEVEL_ONE) for _ in range(count)]
            added = residents.add(evaluation, new, [_invitation() for _ in new])
            return [_person(each) for each in added]

    def asked(self, person: Person) -> Questionnaire:
        """What somebody is asked."""
        holder = invitations.find(person.token)
        return responses.questionnaire_for(holder, responses.standing(holder).wave)


@contextmanager
def database_of_its_own(server_url: str) -> Iterator[str]:
    """A new database on a PostgreSQL that others use too."""
    name = f"trust_{secrets.token_hex(4)}"
    url = make_url(server_url)
    engine = create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield url.set(database=name).render_as_string(hide_password=False)
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


def _person(resident: Resident) -> Person:
    link = links.link(resident.invitations[0].seed)
    return Person(resident.id, link.token, link.code)


def _evaluation() -> Evaluation:
    made = making.evaluation(before=THEN_AND_NOW, opened=False)
    usual = [row.question_id for row in outcomes.chosen(made) if row.level_one]
    for question_id in usual[OUTCOMES:]:
        outcomes.set_level(made, question_id, LEVEL_ONE, asked=False)
    evaluations.open_evaluation(made)
    return made


def _invitation() -> Invitation:
    """As invitations.prepare makes them, but the code is hashed when it is wanted: that is slow."""
    seed = links.new_seed()
    token_hash = links.token_hash(links.link(seed).token)
    return Invitation(seed=seed, token_hash=token_hash, code_hash=secrets.token_hex(32))


def _create_without_unique() -> None:
    left_out = [
        (table, constraint)
        for table in (Response.__table__, ChangeRow.__table__)
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    for table, constraint in left_out:
        table.constraints.discard(constraint)
    db.create_all()
    for table, constraint in left_out:
        table.constraints.add(constraint)
