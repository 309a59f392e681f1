"""The made-up world that is measured: an evaluation with ten outcomes, and people who hold links to it."""

from contextlib import contextmanager
from pathlib import Path

from app import create_app
from survey.engagement import invitations, responses, waves
from survey.questionnaires.model import Question
from survey.records.base import db
from tests import making
from tests.bench import servers
from tests.bench.walking import PAGES


@contextmanager
def records(folder: Path, port: int = 80):
    """The records of a folder, made where there are none."""
    app = create_app(servers.settings(folder, port))
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


def homes(folder: Path, port: int, people: int) -> tuple[list[str], list[str]]:
    """The first pages of so many people who are asked ten pages, and what they post on each."""
    with records(folder, port):
        evaluation = making.evaluation()
        added = making.people(evaluation, people)
        asked = responses.questionnaire_for(added[0], waves.planned(evaluation)[0]).questions
        bodies = [f"{question.id}={_answer(question)}" for question in asked]
        if len(bodies) != PAGES:
            raise RuntimeError(f"{len(bodies)} pages are asked")
        return [f"/a/{invitations.current_link(person).token}" for person in added], bodies


def _answer(question: Question) -> str:
    return str(question.choices[1].value)
