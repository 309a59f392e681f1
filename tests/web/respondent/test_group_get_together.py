import pytest

from survey.engagement import get_togethers
from survey.records.base import db
from survey.records.form_sent import FormSent
from tests import making
from tests.reading import text
from tests.web.respondent import grouping

BETTY = {"name": "Betty", "contact": "01632 960001"}


@pytest.fixture
def session(app):
    grouping.session(making.evaluation(making.user("noise@example.org")))
    return grouping.session(making.evaluation())


@pytest.fixture
def address(session):
    return f"{grouping.place(session)}/get-together"


def wishes(session):
    db.session.rollback()
    return [(each.name, each.contact) for each in get_togethers.of(session.evaluation)]


def test_it_says_that_this_is_kept_apart(client, address):
    assert "We keep this apart from what you chose and from any story." in text(client.get(address))


def test_somebody_leaves_a_name_and_how_to_be_reached(client, session, address):
    reply = client.fill(address, **BETTY)
    assert "We have noted it" in text(reply) and reply.request.path == f"{address}/noted"
    assert wishes(session) == [("Betty", "01632 960001")]


def test_a_second_press_notes_nothing_more(client, session, address):
    for name in ("Betty", "Brian"):
        client.post(address, data={**BETTY, "name": name, "key": "ab" * 16})
    assert wishes(session) == [("Betty", "01632 960001")]


def test_what_is_remembered_of_the_form_leads_to_nobody(client, session, address):
    client.fill(address, **BETTY)
    db.session.rollback()
    [sent] = db.session.query(FormSent)
    assert sent.location == "noted"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": "", "contact": "x"}, "Write what we may call you."),
        ({"name": "Betty", "contact": " \n "}, "Write how we can reach you, such as a phone number."),
        ({"name": "B" * 121, "contact": "x"}, "Characters to take out: 1."),
        ({}, "Write what we may call you."),
    ],
)
def test_a_problem_is_said_and_what_was_typed_stays(client, session, address, given, said):
    reply = client.post(address, data=given)
    assert reply.status_code == 422 and said in text(reply)
    for typed in given.values():
        assert not typed.strip() or f'value="{typed}"' in reply.text
    assert wishes(session) == []


def test_hostile_words_are_words(client, session, address):
    reply = client.post(address, data={"name": '"><script>alert(1)</script>', "contact": ""})
    assert "<script>alert" not in reply.text
    client.post(address, data={"name": "a\nb\x00\u202ec", "contact": "\ud800x".encode("utf-8", "replace")})
    assert wishes(session)[0][0] == "a b\u202ec"


def test_what_is_typed_while_the_group_ends_is_kept(client, session, address):
    grouping.close(session)
    reply = client.post(address, data={"name": "Betty"})
    assert reply.status_code == 422 and 'value="Betty"' in reply.text
    assert "We have noted it" in text(client.fill(address, **BETTY))
    assert wishes(session) == [("Betty", "01632 960001")]
