from datetime import date

import pytest
from sqlalchemy import func, select

from survey.engagement import cases, invitations, partners, stakeholders
from survey.engagement.stakeholders import KINDS, AlreadyAnswered, Details
from survey.records.base import db
from survey.records.impact import CaseRecord
from survey.records.resident import Invitation
from survey.records.response import AnswerRow, Response
from survey.records.stakeholder import KINDS as KEPT_KINDS
from survey.records.stakeholder import Stakeholder, StakeholderContact
from survey.records.trail import TrailLine
from tests import making

SURGERY = {"kind": "nhs", "organisation": "Elm Road Surgery"}
TOLD = {"case_person": "Betty", "traditional_response": "A home.", "happened_instead": "A lunch club."}


@pytest.fixture(autouse=True)
def noise(app):
    """Another evaluation with the same organisation, whom nothing here may touch."""
    made = making.evaluation(making.user("noise@example.org"))
    making.partner(made, "nhs", "Elm Road Surgery")
    return made


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def rows(table):
    return db.session.scalar(select(func.count()).select_from(table))


def acts(evaluation):
    lines = select(TrailLine).where(TrailLine.evaluation_id == evaluation.id).order_by(TrailLine.id)
    return [(line.act, line.detail) for line in db.session.scalars(lines)]


def test_the_records_know_the_same_kinds_and_those_with_questions_come_first():
    assert tuple(KINDS) == KEPT_KINDS
    assert tuple(KINDS)[: len(partners.KINDS)] == partners.KINDS


def test_a_line_is_read_back_as_it_was_described(evaluation):
    full = Details(
        **SURGERY,
        area=evaluation.areas[1],
        contact_name="Sam Example",
        contact_details="sam@example.org",
        engaged_how="interview",
        engaged_on=date(2026, 5, 3),
    )
    line = stakeholders.add(evaluation, full)
    db.session.commit()
    db.session.expire_all()
    assert stakeholders.described(line) == full


def test_kind_and_organisation_are_enough(evaluation):
    line = stakeholders.add(evaluation, Details(**SURGERY))
    assert (line.area, line.contact, line.invitations, line.response) == (None, None, [], None)
    assert stakeholders.described(line) == Details(**SURGERY)


def test_the_trail_says_what_was_done_and_never_to_whom(evaluation):
    line = stakeholders.add(evaluation, Details(**SURGERY, contact_name="Sam Example"))
    stakeholders.change(line, Details("nhs", "Oak Health Centre"))
    stakeholders.remove(line)
    assert acts(evaluation)[-3:] == [
        ("added a stakeholder", ""),
        ("changed a stakeholder", ""),
        ("removed a stakeholder", ""),
    ]


def test_a_contact_that_is_cleared_is_gone(evaluation):
    line = stakeholders.add(evaluation, Details(**SURGERY, contact_details="01234"))
    db.session.commit()
    kept = rows(StakeholderContact)
    stakeholders.change(line, Details(**SURGERY))
    db.session.commit()
    assert line.contact is None and rows(StakeholderContact) == kept - 1


def test_once_it_has_begun_to_answer_its_kind_stays_and_all_else_may_change(evaluation):
    line = making.partner(evaluation)
    making.partner_answer(line, sent=False)
    with pytest.raises(AlreadyAnswered, match="begun to answer"):
        stakeholders.change(line, Details("police", "North team"))
    assert (line.kind, line.organisation) == ("nhs", "Made-up surgery")
    stakeholders.change(line, Details("nhs", "North surgery", why_not="no time"))
    assert (line.organisation, line.why_not) == ("North surgery", "no time")


def test_removing_takes_everything_of_this_one_and_nothing_of_others(evaluation, noise):
    making.partner_answer(stakeholders.of(noise)[0], **TOLD)
    tables = (Stakeholder, StakeholderContact, Invitation, Response, AnswerRow, CaseRecord)
    before = {table: rows(table) for table in tables}
    line = stakeholders.add(evaluation, Details(**SURGERY, contact_name="Sam"), invitations.prepare(1)[0])
    making.partner_answer(line, **TOLD)
    assert all(rows(table) > before[table] for table in tables)
    stakeholders.remove(line)
    db.session.commit()
    assert {table: rows(table) for table in tables} == before


def test_what_goes_with_a_line_is_counted(evaluation):
    line = making.partner(evaluation)
    assert stakeholders.kept(line) == stakeholders.Kept(0, False)
    making.partner_answer(line, **TOLD)
    answers = select(func.count(AnswerRow.id)).join(Response).where(Response.stakeholder_id == line.id)
    assert stakeholders.kept(line) == stakeholders.Kept(db.session.scalar(answers), True)
    assert cases.count(evaluation) == 1


def test_the_register_is_in_the_usual_order_of_kinds_and_then_by_name(evaluation):
    for kind, name in (("other", "A"), ("nhs", "oak"), ("family", "B"), ("nhs", "Elm"), ("nhs", "oak")):
        making.partner(evaluation, kind, name)
    listed = stakeholders.of(evaluation)
    assert [(line.kind, line.organisation) for line in listed] == [
        ("nhs", "Elm"),
        ("nhs", "oak"),
        ("nhs", "oak"),
        ("family", "B"),
        ("other", "A"),
    ]
    assert listed[1].id < listed[2].id
    assert stakeholders.count(evaluation) == 5


def test_a_line_is_found_in_its_own_evaluation_only(evaluation, noise):
    line = making.partner(evaluation)
    assert stakeholders.get(evaluation, line.id) == line
    assert stakeholders.get(noise, line.id) is None


def test_an_organisation_is_listed_once_for_a_kind_and_an_area(evaluation):
    north, south = evaluation.areas
    line = stakeholders.add(evaluation, Details(**SURGERY, area=north))
    everywhere = stakeholders.add(evaluation, Details("police", "Team"))
    listed = stakeholders.is_listed
    assert listed(evaluation, Details("nhs", "ELM ROAD surgery", north))
    assert listed(evaluation, Details("police", "Team"))
    assert not listed(evaluation, Details("nhs", "Elm Road Surgery", south))
    assert not listed(evaluation, Details("nhs", "Elm Road Surgery"))
    assert not listed(evaluation, Details("police", "Elm Road Surgery", north))
    assert not listed(evaluation, Details("nhs", "Elm Road Surgery", north), besides=line)
    assert not listed(evaluation, Details("police", "Team"), besides=everywhere)


def test_only_those_whose_link_no_longer_works_are_without_one(evaluation):
    with_link = making.partner(evaluation, "nhs", "With", linked=True)
    without = making.partner(evaluation, "nhs", "Without")
    ended = making.partner(evaluation, "police", "Ended", linked=True)
    ended.invitations[0].ended_at = with_link.added_at
    making.partner(evaluation, "family", "Never asked")
    assert stakeholders.without_link(evaluation, partners.KINDS) == [without, ended]
    assert stakeholders.without_link(evaluation, ["police"]) == [ended]


def test_only_what_was_sent_counts_as_answered(evaluation):
    line = making.partner(evaluation)
    assert not stakeholders.has_sent(line)
    making.partner_answer(line, sent=False)
    assert not stakeholders.has_sent(line)
    making.partner_answer(line)
    db.session.expire_all()
    assert stakeholders.has_sent(line)
