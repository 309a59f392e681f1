import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db
from survey.records.resident import Invitation
from survey.records.response import AnswerRow, Response
from survey.records.stakeholder import KINDS, Stakeholder, StakeholderContact
from tests.records.worlds import count, kept, world


@pytest.fixture
def here(app):
    return world()


def stakeholder(here, **known):
    return kept(Stakeholder(evaluation_id=here.evaluation.id, **{"kind": "nhs", "organisation": "A"} | known))


def response(partner, key="key", **known):
    opened = db.session.scalar(db.select(OpenedQuestionnaire))
    usual = {"stakeholder_id": partner.id, "questionnaire_id": opened.id, "submission_key": key}
    return Response(**usual | known)


def test_a_stakeholder_is_of_a_known_kind(here):
    assert [stakeholder(here, kind=kind).audience for kind in KINDS] == list(KINDS)
    with pytest.raises(IntegrityError):
        stakeholder(here, kind="press")


def test_a_partner_answers_once_and_in_no_wave(here):
    partner = stakeholder(here)
    kept(response(partner))
    with pytest.raises(IntegrityError):
        kept(response(partner, key="other"))


@pytest.mark.parametrize("wrong", ["both", "neither", "partner in a wave", "resident in no wave"])
def test_a_response_is_a_residents_in_a_wave_or_a_partners_in_none(here, wrong):
    partner, person = stakeholder(here), here.residents[0]
    known = {
        "both": {"resident_id": person.id, "wave_id": here.waves[0].id},
        "neither": {"stakeholder_id": None},
        "partner in a wave": {"wave_id": here.waves[0].id},
        "resident in no wave": {"stakeholder_id": None, "resident_id": person.id},
    }[wrong]
    with pytest.raises(IntegrityError):
        kept(response(partner, **known))


def test_a_link_reaches_one_or_the_other(here):
    partner, person = stakeholder(here), here.residents[0]
    hashes = {"seed": b"0" * 16, "token_hash": "t", "code_hash": "c"}
    with pytest.raises(IntegrityError):
        kept(Invitation(resident_id=person.id, stakeholder_id=partner.id, **hashes))
    db.session.rollback()
    with pytest.raises(IntegrityError):
        kept(Invitation(**hashes))


def test_contact_link_and_answers_go_with_their_line_and_no_other(here):
    partner, other = stakeholder(here), stakeholder(here, organisation="B")
    for place, each in enumerate((partner, other)):
        each.contact = StakeholderContact(name="Sam", details="sam@example.org")
        each.invitations.append(Invitation(seed=b"0" * 16, token_hash=f"t{place}", code_hash=f"c{place}"))
        sent = kept(response(each, key=f"key {place}"))
        kept(AnswerRow(response_id=sent.id, question_id="hope_anyway", state="skipped"))
    before = {table: count(table) for table in (StakeholderContact, Invitation, Response, AnswerRow)}
    db.session.execute(db.delete(Stakeholder).where(Stakeholder.id == partner.id))
    assert {table: before[table] - count(table) for table in before} == dict.fromkeys(before, 1)
