"""A focus group from planning to its end: five phones vote, hands are counted, and two tell stories."""

import pytest
from playwright.sync_api import expect

from survey.records.base import db
from survey.records.session import GetTogetherWish, Session, Statement, Vote
from survey.records.story import Story
from tests.journeys import tellers
from tests.journeys.setting_up import day
from tests.journeys.steps import fill, follow, heading, press, reads, sign_in

pytestmark = pytest.mark.journey

STATEMENT = "Neighbours look in more often than they did."
VOTES = ("I agree", "I agree", "I agree", "I am not sure", "I do not agree")
HANDS = {"Agree": "2", "Not sure": "1", "Disagree": "0"}
TOLD = ("The walks got me out of the house.", "It stayed as it was for me.")


def test_a_group_is_held(server, browse, desk):
    evaluation_id, asked = tellers.asking(server, "group@example.org", name="Around a table")
    sign_in(desk, "group@example.org")
    plan(desk)
    code = begin(desk)
    phones = [browse() for _ in VOTES]
    for phone, vote in zip(phones, VOTES, strict=True):
        tellers.type_code(phone, code)
        press(phone, "Join the group")
        tellers.fits(phone)
        press(phone, vote)
        reads(phone, f"You chose: {vote}")
    change_of_mind(phones[4])
    places = [phone.url.partition("#")[0] for phone in phones]
    own_codes = [tell(phone, asked, words) for phone, words in zip(phones[:2], TOLD, strict=True)]
    ask_for_get_togethers(phones[2])
    end(desk)

    for phone, place in zip(phones, places, strict=True):
        assert phone.goto(place).status == 410
        expect(heading(phone)).to_have_text("This group is over")
    late = browse()
    tellers.type_code(late, code)
    expect(heading(late)).to_have_text("This group is over")
    tellers.fits(late)
    tellers.type_code(late, own_codes[0])
    expect(heading(late)).to_have_text("What we may do with your story")
    what_is_kept(server, evaluation_id)


def plan(desk):
    follow(desk, "Around a table")
    follow(desk, "Focus groups", exact=True)
    follow(desk, "Plan a session")
    fill(desk, {"What is it called?": "Tea at the library"})
    day(desk, "On which day?", "3", "11", "2026")
    press(desk, "Plan the session")
    expect(heading(desk)).to_have_text("Tea at the library")
    fill(desk, {"Statement": STATEMENT})
    press(desk, "Add the statement")
    reads(desk, STATEMENT, "Nobody has voted yet.")


def begin(desk):
    press(desk, "Open the session")
    reads(desk, "Phones can join and vote now.")
    return desk.locator(".app-spoken").inner_text()


def change_of_mind(phone):
    """The last word counts, and nobody counts twice."""
    for vote in ("I agree", VOTES[4]):
        press(phone, vote)
        reads(phone, f"You chose: {vote}")


def tell(phone, asked, words):
    press(phone, "Tell your story")
    tellers.tell(phone, asked, {"story_different": words})
    code = tellers.own_code(phone)
    follow(phone, "Back to the group")
    follow(phone, "Go on")
    reads(phone, "You chose:")
    return code


def ask_for_get_togethers(phone):
    follow(phone, "I would like to hear about get-togethers")
    fill(phone, {"What may we call you?": "Betty", "How can we reach you?": "01632 960001"})
    press(phone, "Send")
    expect(heading(phone)).to_have_text("We have noted it")


def end(desk):
    follow(desk, "Load this page again to see the newest votes")
    reads(desk, "Five phones have joined.")
    follow(desk, f"Count hands, or change : {STATEMENT}")
    fill(desk, HANDS)
    press(desk, "Save the hands")
    votes = desk.get_by_role("table", name=f"Votes on: {STATEMENT}")
    rows = votes.get_by_role("row").all_inner_texts()
    assert [row.split() for row in rows[1:]] == [
        ["Agree", "3", "2", "5"],
        ["Not", "sure", "1", "1", "2"],
        ["Disagree", "1", "0", "1"],
        ["All", "5", "3", "8"],
    ]
    for words in TOLD:
        expect(desk.get_by_text(words)).to_have_count(0)
    press(desk, "Close the session")
    reads(desk, "This session is over.")
    follow(desk, "Who would like to hear about get-togethers")
    reads(desk, "Betty", "01632 960001")


def what_is_kept(server, evaluation_id):
    with server.records():
        told = db.session.query(Story).filter_by(evaluation_id=evaluation_id).all()
        assert [story.response.submitted_at is not None for story in told] == [True, True]
        assert db.session.query(GetTogetherWish).filter_by(evaluation_id=evaluation_id).count() == 1
        votes = db.session.query(Vote).join(Statement).join(Session).filter_by(evaluation_id=evaluation_id)
        assert votes.count() == len(VOTES)
