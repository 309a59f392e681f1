import pytest

from survey.engagement import doors, telling
from survey.records.base import db
from tests import making
from tests.reading import text


@pytest.fixture
def made(evaluator):
    made = making.evaluation(evaluator)
    making.lead(made, evaluator.email)
    return made


def address(made):
    return f"/evaluations/{made.id}/stories/poster"


@pytest.fixture
def asking(made):
    telling.open_telling(made)
    doors.poster(made)
    db.session.commit()
    return made


def test_a_poster_says_where_to_go_and_who_reads_it(signed_in, asking):
    page = signed_in.page(address(asking))
    link = doors.link(doors.current(asking))
    words = text(page)
    assert link.spoken_code in words
    assert "localhost" in words and "http" not in words
    assert "A small team reads it, if you say yes to that." in words
    assert "a person who looks after people's safety may read your story too" in words
    assert "call 999" in words
    assert page.xpath("//div[@class='app-poster__qr']/*[local-name()='svg']/*[local-name()='title']/text()")
    assert "this is an example" not in words


def test_the_poster_of_an_example_says_so_on_paper(signed_in, asking):
    asking.made_up = True
    db.session.commit()
    page = signed_in.page(address(asking))
    assert page.xpath("//*[@class='app-poster__made-up']")


def test_before_there_is_a_link_there_is_no_poster(signed_in, made):
    assert signed_in.get(address(made)).status_code == 404


def test_an_ended_link_is_not_on_the_poster(signed_in, asking):
    old = doors.link(doors.current(asking)).spoken_code
    doors.replace(doors.current(asking))
    db.session.commit()
    assert old not in text(signed_in.page(address(asking)))
