"""Where somebody stands, from nothing begun to all sent."""

from datetime import timedelta

import pytest

from survey.engagement import collecting, invitations, partners, responses, waves
from survey.engagement.collecting import Collected
from survey.engagement.standing import CLOSED, READY, SENT, STARTED, standing
from survey.questionnaires.answers import ANSWERED, Answer
from survey.records.base import db
from survey.records.change import ASKED
from tests import making


@pytest.fixture
def resident(app):
    return making.people(making.evaluation(), 2)[0]


def begin(resident):
    return responses.start(resident, standing(resident).wave)


def stands(resident):
    return standing(resident).state


def test_nobody_stands_anywhere_before_the_evaluation_opens(app):
    resident = making.people(making.evaluation(opened=False))[0]
    assert stands(resident) == CLOSED


def test_a_resident_is_ready_then_half_way_then_done(resident):
    assert stands(resident) == READY
    response = begin(resident)
    assert stands(resident) == STARTED
    assert standing(resident).response.id == response.id
    responses.submit(response)
    assert stands(resident) == SENT
    assert responses.kept(standing(resident).last_sent) is response


def test_the_next_wave_is_asked_once_it_is_open_and_due(resident):
    first = begin(resident)
    responses.submit(first)
    planned = waves.planned(resident.evaluation)
    waves.open_wave(resident.evaluation, planned[1])
    assert stands(resident) == SENT
    first.submitted_at -= timedelta(weeks=planned[1].weeks_after)
    db.session.flush()
    now = standing(resident)
    assert (now.state, now.wave.id) == (READY, planned[1].id)
    assert now.last_sent.id == first.id


def test_a_closed_wave_leaves_its_draft_behind(resident):
    draft = begin(resident)
    waves.close_wave(resident.evaluation, draft.wave)
    now = standing(resident)
    assert (now.state, [each.id for each in now.begun]) == (CLOSED, [draft.id])


def test_of_two_sent_at_the_same_moment_the_later_wave_is_the_last(resident):
    first = begin(resident)
    responses.submit(first)
    second = responses.start(resident, waves.planned(resident.evaluation)[1])
    responses.submit(second)
    second.submitted_at = first.submitted_at
    db.session.flush()
    assert standing(resident).last_sent.id == second.id


def test_a_follow_up_is_due_at_once_after_answers_that_were_brought_in(app):
    evaluation = making.evaluation()
    brought, asked = making.people(evaluation, 2, linked=False)
    first, second = waves.planned(evaluation)
    waves.open_wave(evaluation, second)
    collecting.keep_all(
        evaluation, [Collected(brought, first, {"control": Answer("control", ANSWERED, number=2)})], ASKED
    )
    making.answer(asked, 0, control=2)
    assert standing(brought).wave.id == second.id
    assert standing(asked).state == SENT


@pytest.fixture
def partner(app):
    """A partner with a link, beside a resident and a partner who has answered."""
    evaluation = making.evaluation()
    making.people(evaluation)
    making.partner_answer(making.partner(evaluation, organisation="Another"))
    partners.close_asking(evaluation)
    return making.partner(evaluation, linked=True)


def holder(partner):
    return invitations.find(invitations.current_link(partner).token)


def test_a_partner_is_ready_half_way_and_done_while_partners_are_asked(partner):
    assert stands(holder(partner)) == CLOSED
    partners.open_asking(partner.evaluation)
    assert stands(holder(partner)) == READY
    response = responses.start(holder(partner), None)
    assert stands(holder(partner)) == STARTED
    assert standing(holder(partner)).response.id == response.id
    partners.close_asking(partner.evaluation)
    now = standing(holder(partner))
    assert (now.state, [each.id for each in now.begun]) == (CLOSED, [response.id])
    partners.open_asking(partner.evaluation)
    responses.submit(response)
    partners.close_asking(partner.evaluation)
    # The receipt outlives the asking.
    now = standing(holder(partner))
    assert (now.state, now.last_sent.id, now.wave) == (SENT, response.id, None)


def test_partners_are_not_asked_before_their_questions_open(app):
    partner = making.partner(making.evaluation(), linked=True)
    assert stands(holder(partner)) == CLOSED


def test_a_partner_holds_its_link_as_a_resident_does(partner):
    found = holder(partner)
    assert (found.is_partner, found.audience, found.organisation) == (True, "nhs", "Made-up surgery")
    assert invitations.hold(invitations.current_link(partner).token) == found
    [person] = making.people(partner.evaluation)
    assert not holder(person).is_partner
