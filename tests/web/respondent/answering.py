"""Small steps that tests of residents' pages take."""

from survey.engagement import invitations, responses, waves
from survey.questionnaires import loading
from survey.questionnaires.answers import SKIPPED, Answer
from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db
from survey.records.response import Response
from tests import making

# A questionnaire with what the composed ones do not have: words, numbers, dates, conditions.
MIXED = {
    "id": "mixed",
    "version": 1,
    "title": "Mixed",
    "source": "Tests",
    "licence": "None",
    "pages": [
        {
            "id": "check",
            "title": "Check",
            "text": "A page of an awkward name.",
            "questions": [
                {
                    "id": "pets",
                    "kind": "choice",
                    "short_name": "Pets",
                    "text": "Do you have a pet?",
                    "choices": [{"value": "yes", "text": "Yes"}, {"value": "no", "text": "No"}],
                }
            ],
        },
        {
            "id": "about_the_pet",
            "title": "Your pet",
            "questions": [
                {
                    "id": "legs",
                    "kind": "number",
                    "short_name": "Legs",
                    "text": "How many legs?",
                    "show_if": {"question": "pets", "is": ["yes"]},
                    "most_number": 100,
                },
                {
                    "id": "born",
                    "kind": "date",
                    "short_name": "Birthday",
                    "text": "When was it born?",
                    "show_if": {"question": "pets", "is": ["yes"]},
                },
            ],
        },
        {
            "id": "story",
            "title": "Story",
            "questions": [
                {
                    "id": "story",
                    "kind": "words",
                    "short_name": "Story",
                    "text": "Tell us more",
                    "longest": 20,
                    "also": ["prefer_not_to_say"],
                }
            ],
        },
    ],
}


def home(resident):
    return f"/a/{invitations.current_link(resident).token}"


def ask_mixed(evaluation):
    """Ask the mixed questionnaire instead of the composed one."""
    questionnaire = loading.read(MIXED, "mixed")
    for row in db.session.query(OpenedQuestionnaire).filter_by(evaluation_id=evaluation.id):
        row.document, row.digest = loading.to_json(questionnaire), questionnaire.digest
    db.session.commit()


def draft(resident, answers=None, skip_rest=True):
    """A draft with these scores or answers; what is not named is skipped, or not yet answered."""
    response = responses.start(resident, responses.standing(resident).wave)
    given = {name: as_answer(name, value) for name, value in (answers or {}).items()}
    for question in responses.questionnaire(response).questions if skip_rest else ():
        given.setdefault(question.id, Answer(question.id, SKIPPED))
    responses.save(response, given.values())
    db.session.commit()
    return response


def as_answer(name, value):
    return value if isinstance(value, Answer) else Answer(name, "answered", number=value)


def kept(resident):
    """The answers in the records, as another request would read them."""
    db.session.rollback()
    db.session.expire_all()
    response = db.session.query(Response).filter_by(resident_id=resident.id).one()
    return responses.answers(response)


def open_next_wave(resident, at_once=True):
    following = waves.planned(resident.evaluation)[1]
    following.weeks_after = 0 if at_once else following.weeks_after
    waves.open_wave(resident.evaluation, following)
    db.session.commit()


def evaluation_with_one(before="then_and_now", level="two", **changes):
    evaluation = making.evaluation(before=before, **changes)
    return making.people(evaluation, 2, level=level)[0]
