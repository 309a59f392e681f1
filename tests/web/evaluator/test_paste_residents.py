import pytest
from lxml import html

from survey.engagement import invitations
from survey.records.base import db
from survey.records.resident import Resident
from tests import making
from tests.reading import text


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator)


def paste(client, evaluation, people, **fields):
    return client.fill(f"/evaluations/{evaluation.id}/residents/paste", people=people, **fields)


def press_add(client, evaluation, checked, **fields):
    """Press the button that adds, on a page that has been checked."""
    form = [form for form in html.fromstring(checked.text).forms if "people" in form.fields][0]
    sent = dict(form.fields) | {"add": "1"} | fields
    return client.post(f"/evaluations/{evaluation.id}/residents/paste", data=sent, follow_redirects=True)


def codes():
    db.session.expire_all()
    return [person.code for person in db.session.query(Resident).order_by(Resident.id)]


def test_a_good_list_is_looked_at_first_and_then_added(signed_in, evaluation):
    checked = paste(signed_in, evaluation, "a1, North, Level 2\na2, South, Level 1")
    assert checked.status_code == 200
    assert "All rows fit: two people can be added" in text(checked) or "2 people can be added" in text(
        checked
    )
    assert codes() == []
    added = press_add(signed_in, evaluation, checked)
    assert "Two people added, each with a link and a code." in text(added)
    assert codes() == ["a1", "a2"]


def test_problems_are_named_by_row_and_what_was_typed_stays(signed_in, evaluation):
    making.people(evaluation, code="a1", linked=False)
    typed = "a1,North,2\n\na2,<script>,2\na3,North,2"
    checked = paste(signed_in, evaluation, typed)
    assert checked.status_code == 422
    assert "already in use here" in text(checked) and "There is no area called “<script>”" in text(checked)
    assert "Add the one person and leave out two rows" in text(checked)
    assert "<script>" not in checked.text
    assert "a2,&lt;script&gt;,2" in checked.text
    assert codes() == ["a1"]
    press_add(signed_in, evaluation, checked)
    assert codes() == ["a1", "a3"]


def test_only_what_was_checked_is_added(signed_in, evaluation):
    checked = paste(signed_in, evaluation, "a1,North,2")
    again = press_add(signed_in, evaluation, checked, people="a1,North,2\na2,North,2")
    assert again.status_code == 422 and "Look at it once more" in text(again)
    assert codes() == []
    press_add(signed_in, evaluation, again)
    assert codes() == ["a1", "a2"]


def test_an_add_that_nobody_looked_at_adds_nothing(signed_in, evaluation):
    assert paste(signed_in, evaluation, "a1,North,2", add="1").status_code == 422
    assert codes() == []


@pytest.mark.parametrize("listed", ["a1,North,2", "North,2"])
def test_a_second_press_adds_nobody_twice(signed_in, evaluation, listed):
    checked = paste(signed_in, evaluation, listed)
    first, second = (press_add(signed_in, evaluation, checked) for _ in range(2))
    assert first.request.path == second.request.path == f"/evaluations/{evaluation.id}/residents"
    assert len(codes()) == 1


def test_the_same_list_may_be_checked_and_added_again(signed_in, evaluation):
    checked = paste(signed_in, evaluation, "North,2")
    press_add(signed_in, evaluation, checked)
    press_add(signed_in, evaluation, press_add(signed_in, evaluation, checked, add=""))
    assert len(codes()) == 2


def test_someone_added_meanwhile_is_noticed(signed_in, evaluation, monkeypatch):
    checked = paste(signed_in, evaluation, "a1,North,2\na2,North,2")
    prepare = invitations.prepare

    def slowly(count):
        making.people(evaluation, code="a2", linked=False)
        return prepare(count)

    monkeypatch.setattr(invitations, "prepare", slowly)
    answer = press_add(signed_in, evaluation, checked)
    assert answer.status_code == 422 and "already in use" in text(answer)
    assert codes() == ["a2"]


@pytest.mark.parametrize("fields", [{"people": ""}, {"people": "a,North,2", "csrf_token": "stale"}])
def test_an_empty_list_or_a_lost_token_is_said(signed_in, evaluation, fields):
    assert paste(signed_in, evaluation, **fields).status_code == 422


def test_two_thousand_rows_with_problems_are_not_all_listed(signed_in, evaluation):
    checked = paste(signed_in, evaluation, "\n".join(f"p{n},Nowhere,2" for n in range(2000)))
    assert checked.status_code == 422
    assert "These are the first 200 of 2,000." in text(checked)
    assert "2,000 rows do not fit. Nothing is saved yet." in text(checked)


def test_too_many_rows_are_refused_whole(signed_in, evaluation):
    checked = paste(signed_in, evaluation, "North,2\n" * 2001)
    assert "2,001 people, and 2,000 at once is the most" in text(checked)
    assert "leave out" not in text(checked)
