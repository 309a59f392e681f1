import pytest
from sqlalchemy import select

from survey.engagement import cases
from survey.engagement.cases import Case
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text

BRIAN = Case("Brian", "A & E twice a month.", "He rings a friend.", "hope")
TOLD = {"case_person": "Betty", "traditional_response": "A home.", "happened_instead": "A lunch club."}


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator)


@pytest.fixture
def record(evaluation):
    made = cases.add(evaluation, BRIAN)
    db.session.commit()
    return made


def address(evaluation, rest=""):
    return f"/evaluations/{evaluation.id}/cases{rest}"


def kept(evaluation):
    db.session.expire_all()
    return [
        Case(each.person, each.traditional_response, each.happened_instead, each.outcome)
        for each in cases.of(evaluation)
    ]


def test_a_case_is_added_under_the_name_of_who_wrote_it(signed_in, evaluation, evaluator):
    response = signed_in.fill(address(evaluation, "/new"), **vars(BRIAN))
    assert "The case is recorded." in text(response)
    assert kept(evaluation) == [BRIAN]
    assert cases.of(evaluation)[0].user == evaluator


def test_the_form_says_never_to_write_a_real_name(signed_in, evaluation):
    page = text(signed_in.page(address(evaluation, "/new")))
    assert "Never the real name" in page and "for your team only" in page


def test_a_problem_is_named_and_what_was_typed_stays(signed_in, evaluation):
    given = {"person": "Brian <b>", "traditional_response": "", "happened_instead": "y" * 2001}
    response = signed_in.fill(address(evaluation, "/new"), **given)
    assert response.status_code == 422
    assert "Write what would usually have been done." in text(response)
    assert "the most is 2,000 characters" in text(response)
    assert 'value="Brian &lt;b&gt;"' in response.text and given["happened_instead"] in response.text
    assert kept(evaluation) == []


def test_a_second_press_records_nothing_more(signed_in, evaluation):
    for person in ("Brian", "Sarah"):
        response = signed_in.fill(
            address(evaluation, "/new"), once="a" * 32, **{**vars(BRIAN), "person": person}
        )
        assert response.request.path == address(evaluation)
    assert kept(evaluation) == [BRIAN]


def test_a_case_is_corrected(signed_in, evaluation, record):
    page = signed_in.page(address(evaluation, f"/{record.id}"))
    assert "A & E twice a month." in page.xpath("//textarea[@name='traditional_response']")[0].text
    response = signed_in.fill(address(evaluation, f"/{record.id}"), person="", outcome="")
    assert "The case is saved." in text(response)
    assert kept(evaluation) == [Case("", BRIAN.traditional_response, BRIAN.happened_instead, None)]


def test_a_case_is_removed_once_that_is_confirmed(signed_in, evaluation, record):
    page = text(signed_in.page(address(evaluation, f"/{record.id}/remove")))
    assert "Remove the case of Brian for good?" in page and "He rings a friend." in page
    assert kept(evaluation) == [BRIAN]
    assert "The case is removed." in text(signed_in.fill(address(evaluation, f"/{record.id}/remove")))
    assert kept(evaluation) == []


def test_the_words_of_a_partner_are_shown_and_never_rewritten(signed_in, evaluation, record):
    making.partner_answer(making.partner(evaluation, "nhs", "Elm & Road"), **TOLD)
    told = cases.of(evaluation)[1]
    before = kept(evaluation)
    page = signed_in.page(address(evaluation, f"/{told.id}"))
    assert "its words stay as they are" in text(page) and "Elm & Road" in text(page)
    assert not page.xpath("//main//form")
    token = signed_in.page(address(evaluation, "/new")).xpath("//main//input[@name='csrf_token']/@value")[0]
    response = signed_in.post(address(evaluation, f"/{told.id}"), data={**vars(BRIAN), "csrf_token": token})
    assert response.status_code == 422 and "A partner told this" in text(response)
    assert kept(evaluation) == before
    signed_in.fill(address(evaluation, f"/{told.id}/remove"))
    assert kept(evaluation) == [BRIAN]


@pytest.mark.parametrize("rest", ["/new", "/{id}", "/{id}/remove"])
def test_a_lost_token_changes_nothing_and_says_so(signed_in, evaluation, record, rest):
    where = address(evaluation, rest.format(id=record.id))
    response = signed_in.fill(where, csrf_token="stale")
    assert response.status_code == 422 and "press the button again" in text(response)
    assert kept(evaluation) == [BRIAN]


def test_cases_of_other_evaluations_are_not_found(signed_in, evaluator, record):
    other = making.evaluation(evaluator, name="Another")
    for rest in (f"/{record.id}", f"/{record.id}/remove", f"/{10**30}"):
        assert signed_in.get(address(other, rest)).status_code == 404
        assert signed_in.post(address(other, rest)).status_code == 404


def test_the_trail_holds_no_words(signed_in, evaluation, record):
    signed_in.fill(address(evaluation, f"/{record.id}"), person="Sarah")
    signed_in.fill(address(evaluation, f"/{record.id}/remove"))
    lines = db.session.scalars(select(TrailLine).where(TrailLine.evaluation_id == evaluation.id)).all()
    assert [line.act for line in lines][-2:] == ["changed a case record", "removed a case record"]
    assert not [line for line in lines if {"Brian", "Sarah"} & set(line.detail.split())]
