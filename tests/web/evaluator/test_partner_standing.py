import re

import pytest

from survey.engagement import invitations
from survey.records.base import db
from survey.web.evaluator.partner_standing import answered, has_link
from tests import making


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def test_each_step_of_the_way_is_told(app, evaluation):
    line = making.partner(evaluation)
    assert (answered(line), has_link(line)) == ("No link yet", False)
    invitations.replace(line, invitations.prepare(1)[0])
    assert (answered(line), has_link(line)) == ("Link made", True)
    making.partner_answer(line, sent=False)
    db.session.expire_all()
    assert answered(line) == "Started"
    making.partner_answer(line)
    db.session.expire_all()
    with app.test_request_context():
        assert re.fullmatch(r"Answered on \d+ \w+ \d{4}", answered(line))


def test_an_ended_link_is_none(evaluation):
    line = making.partner(evaluation, linked=True)
    line.invitations[0].ended_at = line.added_at
    assert (answered(line), has_link(line)) == ("No link yet", False)


def test_a_kind_without_questions_waits_for_nothing(evaluation):
    assert answered(making.partner(evaluation, "family", "Families")) == "No questions for this kind"
