from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier
from unittest.mock import patch

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import IntegrityError

from survey.engagement import cases, invitations, responses, waves
from survey.engagement.standing import SENT
from survey.questionnaires.answers import ANSWERED, PREFER_NOT_TO_SAY, SKIPPED, Answer
from survey.records import statements
from survey.records.base import db
from survey.records.change import ChangeRow
from survey.records.evaluation import THEN_AND_NOW
from survey.records.response import AnswerRow, AnswerWords, Response
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture
def resident(app):
    return making.people(making.evaluation(), 2)[0]


def begin(resident):
    return responses.start(resident, responses.standing(resident).wave)


def scored(question, number):
    return Answer(question, ANSWERED, number=number)


def stands(resident):
    return responses.standing(resident).state


def count(query):
    """How many statements a function sends."""
    seen, written = [], statements._written

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        with patch.object(statements, "_written", lambda *given: seen.append(given) or written(*given)):
            query()
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)


def test_where_one_stands_costs_one_query_and_answers_one_more(resident):
    response = begin(resident)
    responses.save(response, [scored("control", 3), Answer("said", ANSWERED, words="Hello")])
    db.session.commit()
    token = invitations.current_link(resident).token
    db.session.remove()
    # As in a request: nothing is in memory yet but what the link brings.
    assert count(lambda: invitations.find(token).evaluation.is_open) == 1
    resident = invitations.find(token)
    assert count(lambda: responses.standing(resident)) == 1
    draft = responses.standing(resident).response
    # A questionnaire is read once for all who are asked it.
    responses.questionnaire(draft)
    assert count(lambda: responses.questionnaire(draft)) == 0
    assert count(lambda: responses.answers(draft)) == 1
    assert count(lambda: (responses.save(draft, [scored("hope", 2)]), db.session.flush())) == 1


def test_starting_twice_gives_the_same_draft(resident):
    assert begin(resident) is begin(resident)


def test_what_would_be_asked_is_that_of_the_level(app):
    evaluation = making.evaluation()
    first, later = waves.planned(evaluation)
    short = responses.questionnaire_for(making.people(evaluation, level="one")[0], first)
    [person] = making.people(evaluation, level="two")
    long = responses.questionnaire_for(person, later)
    assert (short.id, long.id) == ("level-one", "level-two")
    assert long.page("hope_impact")
    # At introduction nothing can have changed yet.
    with pytest.raises(KeyError):
        responses.questionnaire_for(person, first).page("hope_impact")


def test_answers_are_kept_and_replaced(resident):
    response = begin(resident)
    given = [scored("control", 2), Answer("matters_most", ANSWERED, choices=("control", "hope"))]
    responses.save(response, [*given, Answer("said", ANSWERED, words="A line\nand <b>")])
    db.session.commit()
    assert responses.answers(response) == {
        **{answer.question: answer for answer in given},
        "said": Answer("said", ANSWERED, words="A line\nand <b>"),
    }
    responses.save(response, [Answer("control", PREFER_NOT_TO_SAY), Answer("said", SKIPPED)])
    db.session.commit()
    kept = responses.answers(response)
    assert (kept["control"], kept["said"]) == (Answer("control", PREFER_NOT_TO_SAY), Answer("said", SKIPPED))
    assert db.session.scalars(select(AnswerWords)).all() == []
    assert len(db.session.scalars(select(AnswerRow)).all()) == 3


def test_answers_sent_once_stay_as_they_were(resident):
    response = begin(resident)
    responses.save(response, [scored("control", 2)])
    responses.submit(response)
    with pytest.raises(responses.AlreadySent):
        responses.save(response, [scored("control", 5)])
    assert responses.answers(response)["control"].number == 2


def test_sending_twice_counts_once_and_gives_the_same_reference(resident):
    response = begin(resident)
    responses.save(response, [scored("control", 2), Answer("helped", ANSWERED, choices=("nobody",))])
    reference = responses.submit(response)
    first_time = response.submitted_at
    assert responses.submit(response) == reference == response.reference
    assert (response.submitted_at, response.helped) == (first_time, "nobody")
    lines = db.session.scalars(select(TrailLine).where(TrailLine.act == "answers sent")).all()
    assert [(line.detail, line.user_id) for line in lines] == [("wave 0", None)]


def test_sending_writes_the_rows_of_change(resident):
    response = begin(resident)
    responses.save(response, [scored("control", 2), Answer("hope", SKIPPED)])
    assert db.session.scalars(select(ChangeRow)).all() == []
    responses.submit(response)
    rows = {row.outcome: row for row in db.session.scalars(select(ChangeRow))}
    assert (rows["control"].before, rows["control"].now_reason) == (2, "not_asked")
    assert (rows["hope"].before, rows["hope"].before_reason) == (None, SKIPPED)


def test_one_person_has_one_response_in_a_wave(resident):
    response = begin(resident)
    twin = Response(
        resident_id=resident.id,
        wave_id=response.wave_id,
        questionnaire_id=response.questionnaire_id,
        submission_key="another",
    )
    db.session.add(twin)
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_link_that_is_held_is_the_same_link(app):
    resident = making.people(making.evaluation(before=THEN_AND_NOW))[0]
    token = invitations.current_link(resident).token
    assert invitations.hold(token) == invitations.find(token)
    assert invitations.hold(token).id == resident.id
    assert invitations.hold("nobody") is None


def test_two_requests_at_once_make_one_draft_and_send_it_once(app, resident):
    token, together = invitations.current_link(resident).token, Barrier(2, timeout=10)
    db.session.commit()

    def go_through(score):
        with app.app_context():
            together.wait()
            held = invitations.hold(token)
            standing = responses.standing(held)
            response = standing.response or responses.start(held, standing.wave)
            with suppress(responses.AlreadySent):
                responses.save(response, [scored("control", score)])
            reference = responses.submit(response)
            db.session.commit()
            return reference

    with ThreadPoolExecutor(2) as pool:
        references = set(pool.map(go_through, (2, 4)))
    assert references == {each.reference for each in db.session.scalars(select(Response))}
    assert len(references) == 1
    assert len(db.session.scalars(select(AnswerRow)).all()) == 1
    assert len(db.session.scalars(select(TrailLine).where(TrailLine.act == "answers sent")).all()) == 1


def test_a_partners_answers_come_back_shares_and_words_among_them(app):
    partner = making.partner(making.evaluation())
    shares = {"coordinator": 60, "other_services": 40}
    response = making.partner_answer(
        partner,
        fewer_gp_visits_seen="better",
        fewer_gp_visits_shares=shares,
        traditional_response="A bed",
        happened_instead="A friend",
    )
    kept = responses.answers(response)
    assert dict(kept["fewer_gp_visits_shares"].shares) == {
        **dict.fromkeys(("your_organisation", "family_and_friends", "the_person", "something_else"), 0),
        **shares,
    }
    assert kept["traditional_response"].words == "A bed"
    assert stands(invitations.find(_token(partner))) == SENT
    [case] = cases.of(partner.evaluation)
    assert (case.happened_instead, case.stakeholder_id) == ("A friend", partner.id)
    # Nobody's row of change, and no area or level.
    assert db.session.query(ChangeRow).count() == 0
    assert "a partner sent answers" in [line.act for line in db.session.query(TrailLine)]


def _token(partner):
    invitations.replace(partner, *invitations.prepare(1))
    db.session.commit()
    return invitations.current_link(partner).token


def test_a_partner_who_tells_no_case_leaves_none(app):
    partner = making.partner(making.evaluation())
    making.partner_answer(partner, fewer_gp_visits_seen="better")
    assert cases.of(partner.evaluation) == []


def test_answers_that_a_later_answer_took_away_are_not_sent(app):
    [person, other] = making.people(making.evaluation(before=THEN_AND_NOW), 2)
    given = {"matters_most": ["hope"], "hope_anyway": "25", "control_anyway": "75", "hope": 4, "hope_then": 2}
    for each in (person, other):
        response = making.answer(each, 1, sent=False, **given)
        responses.save(response, [Answer("hope_anyway", ANSWERED, choices=("25",))])
        responses.save(response, [Answer("control_anyway", ANSWERED, choices=("75",))])
        responses.save(response, [Answer("matters_most", ANSWERED, choices=("hope",))])
    responses.submit(response)
    assert responses.answers(response)["hope_anyway"].choices == ("25",)
    assert "control_anyway" not in responses.answers(response)
    # Of a draft nothing goes: the answer may yet be wanted again.
    draft = responses.start(person, responses.standing(person).wave)
    assert "control_anyway" in responses.answers(draft)


def test_a_partner_who_sends_twice_has_sent_once(app):
    partner = making.partner(making.evaluation())
    response = making.partner_answer(partner, sent=False, traditional_response="A bed")
    assert responses.submit(response) == responses.submit(response)
    assert len(cases.of(partner.evaluation)) == 1
    assert db.session.query(TrailLine).filter_by(act="a partner sent answers").count() == 1
