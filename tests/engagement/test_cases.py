import pytest
from sqlalchemy import select

from survey.engagement import cases
from survey.engagement.cases import Case, ToldByPartner
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making

BRIAN = Case("Brian", "A & E twice a month.", "He rings a friend.", "hope")
TOLD = {"case_person": "Betty", "traditional_response": "A home.", "happened_instead": "A lunch club."}


@pytest.fixture(autouse=True)
def noise(app):
    made = making.evaluation(making.user("noise@example.org"))
    cases.add(made, BRIAN)
    db.session.commit()
    return made


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def said(record):
    return Case(record.person, record.traditional_response, record.happened_instead, record.outcome)


def lines(evaluation):
    found = db.session.scalars(select(TrailLine).where(TrailLine.evaluation_id == evaluation.id))
    return [(line.act, line.detail) for line in found]


def test_a_case_is_read_back_as_it_was_written(evaluation):
    record = cases.add(evaluation, BRIAN)
    db.session.commit()
    assert said(record) == BRIAN and record.stakeholder is None
    assert cases.of(evaluation) == [record] and cases.count(evaluation) == 1


def test_a_case_is_corrected_and_removed_and_the_trail_holds_no_words(evaluation):
    record = cases.add(evaluation, BRIAN)
    better = Case("", "Nothing much.", "A lot.", None)
    cases.change(evaluation, record, better)
    assert said(record) == better
    cases.remove(evaluation, record)
    db.session.commit()
    assert cases.of(evaluation) == []
    acts = [("added a case record", ""), ("changed a case record", ""), ("removed a case record", "")]
    assert lines(evaluation)[-3:] == acts


def test_a_case_is_found_in_its_own_evaluation_only(evaluation, noise):
    record = cases.add(evaluation, BRIAN)
    assert cases.get(evaluation, record.id) == record
    assert cases.get(noise, record.id) is None


def test_a_partner_tells_a_case_with_its_answers(evaluation):
    line = making.partner(evaluation)
    making.partner_answer(line, sent=False, **TOLD)
    assert cases.of(evaluation) == []
    making.partner_answer(line, **TOLD)
    [record] = cases.of(evaluation)
    assert said(record) == Case("Betty", "A home.", "A lunch club.")
    assert record.stakeholder == line and record.user is None


@pytest.mark.parametrize("half", ["traditional_response", "happened_instead"])
def test_half_a_case_is_kept_and_a_name_alone_is_none(evaluation, half):
    making.partner_answer(making.partner(evaluation), case_person="Betty")
    assert cases.of(evaluation) == []
    making.partner_answer(making.partner(evaluation, "police", "Team"), **{half: "A home."})
    [record] = cases.of(evaluation)
    assert {record.traditional_response, record.happened_instead} == {"A home.", ""}


def test_the_words_of_a_partner_are_not_rewritten_but_can_be_removed(evaluation):
    making.partner_answer(making.partner(evaluation), **TOLD)
    [record] = cases.of(evaluation)
    with pytest.raises(ToldByPartner, match="its words stay as they are"):
        cases.change(evaluation, record, BRIAN)
    assert record.person == "Betty"
    cases.remove(evaluation, record)
    assert cases.count(evaluation) == 0
