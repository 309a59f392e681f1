import pytest

from survey.engagement import sessions, themes, votes
from survey.records.base import db
from tests import making
from tests.reading import text
from tests.web.evaluator import grouping
from tests.web.evaluator.grouping import address


@pytest.fixture
def session(signed_in, evaluator):
    return grouping.session(making.evaluation(evaluator))


def test_notes_stand_by_theme_in_the_order_of_the_codebook_those_without_last(signed_in, session):
    hope, belonging = (themes.add(session.evaluation, name, "") for name in ("Hope", "Belonging"))
    themes.add(session.evaluation, "Never noted", "")
    for words, theme in (("None.", None), ("H.", hope), ("B1.", belonging), ("B2.", belonging)):
        sessions.add_note(session, words, theme)
    db.session.commit()
    page = signed_in.page(address(session))
    headings = [each.text for each in page.xpath("//h2[@id='notes']/following-sibling::h3")]
    assert headings == ["Belonging", "Hope", "Without a theme"]
    assert page.xpath("//ul[contains(@class, 'app-notes')]//span[@class='app-told']/text()") == [
        *("B1.", "B2.", "H.", "None.")
    ]


def test_only_the_form_that_was_sent_says_what_is_wrong(signed_in, session):
    page = signed_in.page(address(session))
    token = page.xpath("//main//input[@name='csrf_token']/@value")[0]
    reply = signed_in.post(address(session, "/notes"), data={"csrf_token": token, "note": ""})
    assert reply.status_code == 422 and "Write what was said." in text(reply)
    assert "Write the statement." not in text(reply)


@pytest.mark.parametrize(("came", "said"), [(None, ""), (6, ""), (5, "five people"), (0, "no people")])
def test_more_votes_than_people_are_said_and_kept(signed_in, session, came, said):
    votes.put(session, "Nobody voted on this.", None)
    sessions.count_people(session, None, came)
    grouping.vote(session, "agree", "disagree")
    votes.count_hands(session, session.statements[0], votes.Count(3, 0, 1))
    db.session.commit()
    page = signed_in.page(address(session))
    remarks = page.xpath("//section//strong/text()")
    assert remarks == ([f"There are six votes on this, but {said} came."] if said else [])
    assert ("Fewer people came than voted on one statement." in text(page)) is bool(said)
    assert page.xpath("//table[contains(@class, 'app-votes')]//tr[last()]/td/text()") == ["2", "4", "6"]


@pytest.mark.parametrize("opened", [True, False])
def test_stories_are_offered_only_while_they_are_told(signed_in, session, opened):
    if opened:
        making.story(session.evaluation, sent=False)
    page = text(signed_in.page(address(session)))
    assert ("Write down a story for somebody" in page) is opened
    assert ("Stories cannot be told at the moment" in page) is not opened
