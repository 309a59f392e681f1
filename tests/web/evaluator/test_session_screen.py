import pytest

from survey.engagement import doors
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text
from tests.web.evaluator import grouping
from tests.web.evaluator.grouping import address


@pytest.fixture
def session(signed_in, evaluator):
    return grouping.session(making.evaluation(evaluator, made_up=True))


def test_the_code_stands_large_beside_the_square_and_the_address(signed_in, session):
    page = signed_in.page(address(session, "/screen"))
    link = doors.link(doors.current(session.evaluation, session))
    assert page.xpath("//p[@class='app-join__code']/text()") == [link.spoken_code]
    assert page.xpath("//h1/text()") == [session.title]
    assert "localhost" in text(page) and "You do not need a phone." in text(page)
    [square] = page.xpath("//*[local-name()='svg'][contains(@class, 'app-qr')]")
    assert square.get("role") == "img"


def test_on_paper_it_says_that_it_is_made_up(signed_in, session):
    page = signed_in.page(address(session, "/screen"))
    assert page.xpath("//p[@class='app-join__made-up']")


def test_before_it_is_open_only_the_screen_says_so(signed_in, session, evaluator):
    early = grouping.session(session.evaluation, opened=False)
    page = signed_in.page(address(early, "/screen"))
    [said] = page.xpath("//p[contains(., 'Nobody can join yet')]")
    assert "app-screen-only" in said.get("class")


def test_the_trail_says_who_showed_it_and_holds_no_code(signed_in, session):
    signed_in.page(address(session, "/screen"))
    line = db.session.query(TrailLine).order_by(TrailLine.id.desc()).first()
    assert (line.act, line.detail) == ("showed the code of a session", f"session {session.id}")


def test_looking_makes_no_door(signed_in, session):
    for door in db.session.query(doors.Door):
        db.session.delete(door)
    db.session.commit()
    assert "This session has no code." in text(signed_in.page(address(session, "/screen")))
    assert db.session.query(doors.Door).count() == 0
