import pytest
from sqlalchemy import event

from survey.engagement import invitations, responses, waves
from survey.engagement import residents as engaging
from survey.records.base import db, now
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text


@pytest.fixture
def evaluation(signed_in, evaluator):
    made = making.evaluation(evaluator)
    making.people(made, code="wren", linked=False)
    making.people(made, code="<b>robin</b>", area=1, level="one", linked=False)
    making.people(making.evaluation(making.user("other@example.org"), name="Another"), code="stranger")
    return made


def address(evaluation, rest=""):
    return f"/evaluations/{evaluation.id}/residents{rest}"


def codes(page):
    return [row.text_content().strip() for row in page.xpath("//table//th[@scope='row']")]


def test_the_first_sentence_says_how_many_and_who_has_answered(signed_in, evaluation):
    person = engaging.find(evaluation, "wren")
    response = responses.start(person, waves.planned(evaluation)[0])
    response.submitted_at, response.reference = now(), "AAAA-BBBB"
    db.session.commit()
    page = signed_in.page(address(evaluation))
    said = "There are two residents. At introduction: 1 answered; Follow-up: 0 answered."
    assert page.xpath("string(//p[@class='govuk-body-l'])") == said
    states = {row.xpath("string(th)").strip(): row.xpath("td/text()")[2:] for row in page.xpath("//tbody/tr")}
    assert states["<b>robin</b>"] == ["Nothing yet", "Nothing yet"]
    assert states["wren"][0].startswith("Sent ")


def test_a_draft_shows_as_started(signed_in, evaluation):
    responses.start(engaging.find(evaluation, "wren"), waves.planned(evaluation)[0])
    db.session.commit()
    assert "Started" in text(signed_in.page(address(evaluation)))


def test_the_address_filters(signed_in, evaluation):
    south = evaluation.areas[1].id
    assert codes(signed_in.page(address(evaluation))) == ["<b>robin</b>", "wren"]
    assert codes(signed_in.page(address(evaluation, f"?area={south}"))) == ["<b>robin</b>"]
    page = signed_in.page(address(evaluation, f"?area={south}&level=one&unsent=0"))
    assert codes(page) == ["<b>robin</b>"]
    assert "There is one resident (South, Level 1)." in text(page)
    assert "Nobody here fits that" in text(signed_in.page(address(evaluation, f"?area={south}&level=two")))


@pytest.mark.parametrize("query", ["?area=x", "?level=three", "?unsent=9", "?page=0", "?page=2", "?page=x"])
def test_what_is_not_there_is_refused(signed_in, evaluation, query):
    assert signed_in.get(address(evaluation, query)).status_code == 404


def test_two_thousand_people_come_a_hundred_at_a_time_in_a_handful_of_queries(signed_in, evaluation):
    making.people(evaluation, 1998, linked=False)
    asked = []
    event.listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    page = signed_in.page(address(evaluation))
    assert len(codes(page)) == 100
    assert "Residents 1 to 100 of 2,000" in text(page)
    assert len(asked) < 25
    last = signed_in.page(page.xpath("//a[@rel='next']/@href")[0].replace("page=2", "page=20"))
    assert "Residents 1,901 to 2,000 of 2,000" in text(last)
    assert not last.xpath("//a[@rel='next']")


def test_links_are_made_for_those_without(signed_in, evaluation):
    response = signed_in.fill(address(evaluation))
    assert "Links made for two people." in text(response)
    assert invitations.count_without(evaluation) == 0
    assert "no link yet" not in text(signed_in.page(address(evaluation)))


def test_a_lost_token_makes_no_links_and_says_so(signed_in, evaluation):
    response = signed_in.fill(f"{address(evaluation)}", csrf_token="stale")
    assert response.status_code == 422
    assert "press the button again" in text(response)
    assert invitations.count_without(evaluation) == 2


def test_before_anyone_is_added_the_page_says_how(signed_in, evaluator):
    page = signed_in.page(address(making.evaluation(evaluator, opened=False)))
    assert "No residents have been added yet." in text(page)
    assert not page.xpath("//table")


@pytest.mark.parametrize(
    "rest", ["", "/add", "/paste", "/cards", "/links.csv", "/erase", "/1", "/../bring-in-scores"]
)
def test_colleagues_without_access_find_nothing(signed_in, evaluation, rest):
    other = making.evaluation(making.user("other@example.org"), name="Theirs")
    making.people(other)
    assert signed_in.get(address(other, rest).replace("residents/../", "")).status_code == 404


def test_looking_at_the_list_leaves_no_trail(signed_in, evaluation):
    before = db.session.query(TrailLine).count()
    signed_in.page(address(evaluation))
    db.session.rollback()
    assert db.session.query(TrailLine).count() == before
