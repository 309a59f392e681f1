from survey.engagement import collecting, responses, waves
from survey.engagement.collecting import Collected
from survey.questionnaires.answers import Answer
from survey.questionnaires.states import ANSWERED, SKIPPED
from survey.records.base import db
from survey.records.change import ASKED, ESTIMATED, ChangeRow
from survey.records.response import Response
from tests import making

GIVEN = {"control": Answer("control", ANSWERED, number=2), "hope": Answer("hope", SKIPPED)}


def kept(resident):
    return db.session.query(Response).filter_by(resident_id=resident.id).order_by(Response.wave_id).all()


def test_scores_become_responses_that_are_already_sent(app):
    evaluation = making.evaluation()
    one, two = making.people(evaluation, 2, linked=False)
    before, after = waves.planned(evaluation)
    collecting.keep_all(
        evaluation,
        [Collected(one, before, GIVEN), Collected(one, after, GIVEN), Collected(two, after, GIVEN)],
        ESTIMATED,
    )
    assert [response.wave for response in kept(one)] == [before, after]
    (response,) = kept(two)
    assert responses.answers(response) == GIVEN
    assert response.helped == "brought_in" and response.consent_version is None
    assert response.submitted_at and response.reference
    assert responses.questionnaire(response).id == "level-two"
    rows = db.session.query(ChangeRow).filter_by(resident_id=one.id, outcome="control").all()
    assert [(row.before_kind, row.before, row.now) for row in rows] == [(ESTIMATED, 2, 2)]


def test_levels_keep_their_own_questionnaires(app):
    evaluation = making.evaluation()
    (person,) = making.people(evaluation, level="one", linked=False)
    collecting.keep_all(evaluation, [Collected(person, waves.planned(evaluation)[0], GIVEN)], ASKED)
    assert responses.questionnaire(kept(person)[0]).id == "level-one"


def test_nothing_collected_is_nothing_kept(app):
    collecting.keep_all(making.evaluation(), [], ASKED)
    assert db.session.query(Response).count() == 0
