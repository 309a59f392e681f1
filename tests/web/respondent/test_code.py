import pytest

from survey.access import links
from survey.engagement import invitations
from survey.records.base import db
from survey.web.respondent.code import NEVER
from tests import making
from tests.reading import text


@pytest.fixture
def link(resident):
    return invitations.current_link(resident)


def problem(client, code):
    response = client.post("/", data={"code": code})
    assert response.status_code == 422
    assert f'value="{code}"' in response.text
    return text(response)


@pytest.mark.parametrize("written", [str.lower, str.upper, lambda code: f"  {code.replace('-', ' ')} "])
def test_a_code_leads_to_the_link_however_it_is_written(client, link, written):
    response = client.fill("/", code=written(link.spoken_code), follow=False)
    assert (response.status_code, response.location) == (303, f"/a/{link.token}")
    assert link.code not in response.location


def test_signs_that_no_code_has_are_named(client, link):
    assert "Codes never have these: A, E, I, L, O, S, U, Y, Z, 0, 1, 2, 5. Look again at: O, 1." in problem(
        client, "OBCD FGH 1O"
    )
    assert not set(NEVER) & set(links.SIGNS)
    assert set(NEVER) | set(links.SIGNS) == set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def test_a_code_of_the_wrong_length_is_counted(client):
    assert "A code has 10 letters and numbers. You typed 4." in problem(client, "BCDF")


def test_a_slip_of_one_sign_is_told_from_an_unknown_code(client, link):
    other = "C" if link.code[0] == "B" else "B"
    assert "may have changed places" in problem(client, other + link.code[1:])
    assert "We do not know this code" in problem(client, links.link(links.new_seed()).code)


def test_an_empty_code_is_asked_for(client):
    assert "Type your code." in problem(client, "")


def test_a_replaced_card_is_told_so(client, resident, link):
    invitations.replace(resident, invitations.prepare(1)[0])
    db.session.commit()
    assert "This card has been replaced" in problem(client, link.code)
    assert client.post("/", data={"code": invitations.current_link(resident).code}).status_code == 303


def test_markup_in_a_code_stays_text(client):
    response = client.post("/", data={"code": '"><b>x</b>'})
    assert "<b>" not in response.text and "&lt;b&gt;" in response.text


def test_after_ten_wrong_tries_one_has_to_wait_and_keeps_what_was_typed(client, link):
    for _ in range(10):
        assert client.post("/", data={"code": "BCDFGHJKMN"}).status_code == 422
    response = client.post("/", data={"code": link.spoken_code})
    assert response.status_code == 429
    assert link.spoken_code in response.text and "Wait a minute" in text(response)
    assert client.post("/", data={"code": "x" * 10_000_000}).status_code == 429
    assert client.get("/").status_code == 200


def test_right_codes_use_up_no_tries(client, link):
    for _ in range(12):
        assert client.post("/", data={"code": link.code}).status_code == 303


def test_staff_find_their_way(client):
    assert client.page("/").xpath("//footer//a[@href='/sign-in']")


def test_a_code_of_another_evaluation_leads_to_its_own(client, link):
    other = invitations.current_link(making.people(making.evaluation(name="Other"))[0])
    assert client.post("/", data={"code": other.code}).location == f"/a/{other.token}"


def test_who_has_no_card_reads_where_else_a_code_may_be(client):
    assert "on the poster or screen, or you wrote it down: ten letters" in text(client.page("/"))
