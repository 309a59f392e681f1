from datetime import date

import pytest

from survey.engagement import participants, sessions, votes
from survey.engagement.sessions import Details
from survey.engagement.votes import AlreadyVoted, Changed, Count, NoVote, Over
from survey.records.base import db
from survey.records.session import Vote
from survey.records.trail import TrailLine
from tests import making
from tests.databases import could_lock

WORDS = "Neighbours look in more often."


def opened(evaluation):
    session = sessions.add(evaluation, Details("Tea", date(2026, 11, 3)))
    sessions.open_joining(session)
    return session


def phone(session):
    return participants.find(participants.join(session, ""))


@pytest.fixture(autouse=True)
def noise(app):
    session = opened(making.evaluation(making.user("noise@example.org")))
    statement = votes.put(session, WORDS, None)
    votes.vote(phone(session), statement.id, "agree", WORDS)
    votes.count_hands(session, statement, Count(7, 7, 7))
    db.session.commit()
    return statement


@pytest.fixture
def session(app):
    made = opened(making.evaluation())
    db.session.commit()
    return made


@pytest.fixture
def statement(session):
    made = votes.put(session, WORDS, "hope")
    db.session.commit()
    return made


def total(session):
    db.session.expire_all()
    return [result.total for result in votes.results(session)]


def test_statements_stand_in_the_order_in_which_they_were_put(session, statement):
    votes.put(session, "A second.", None)
    db.session.commit()
    assert [each.words for each in session.statements] == [WORDS, "A second."]
    assert [each.position for each in session.statements] == [0, 1]
    assert total(session) == [Count(), Count()]


def test_phones_and_hands_are_added(session, statement):
    for said in ("agree", "agree", "not_sure", "disagree"):
        votes.vote(phone(session), statement.id, said, WORDS)
    votes.count_hands(session, statement, Count(3, 0, 1))
    [result] = votes.results(session)
    assert result.phones == Count(2, 1, 1) and result.hands == Count(3, 0, 1)
    assert result.total == Count(5, 1, 2) and result.total.all == 8


def test_no_hands_counted_is_not_the_same_as_none_raised(session, statement):
    assert votes.results(session)[0].hands is None
    votes.count_hands(session, statement, Count())
    assert votes.results(session)[0].hands == Count()
    votes.count_hands(session, statement, None)
    assert votes.results(session)[0].hands is None


def test_the_last_word_of_a_phone_counts(session, statement):
    voter = phone(session)
    for said in ("agree", "disagree", "not_sure"):
        votes.vote(voter, statement.id, said, WORDS)
    assert total(session) == [Count(not_sure=1)]
    assert votes.of_phone(voter) == {statement.id: "not_sure"}


def test_nothing_is_kept_when_the_session_is_over(session, statement):
    voter = phone(session)
    sessions.close_joining(session)
    with pytest.raises(Over):
        votes.vote(voter, statement.id, "agree", WORDS)
    assert total(session) == [Count()]


def test_a_vote_on_other_words_or_of_another_session_does_not_count(session, statement, noise):
    voter = phone(session)
    for statement_id, words in ((statement.id, "Other words."), (noise.id, WORDS), (999_999, WORDS)):
        with pytest.raises(Changed):
            votes.vote(voter, statement_id, "agree", words)
    with pytest.raises(NoVote):
        votes.vote(voter, statement.id, "perhaps", WORDS)
    assert total(session) == [Count()]


def test_words_change_while_nobody_voted(session, statement):
    votes.change(session, statement, "Better words.", None)
    assert (statement.words, statement.outcome) == ("Better words.", None)


@pytest.mark.parametrize("how", ["phone", "hand"])
def test_what_was_voted_on_keeps_its_words_and_may_be_about_another_outcome(session, statement, how):
    if how == "phone":
        votes.vote(phone(session), statement.id, "agree", WORDS)
    else:
        votes.count_hands(session, statement, Count(0, 0, 0))
    with pytest.raises(AlreadyVoted, match="its words stay"):
        votes.change(session, statement, "Other words.", "hope")
    votes.change(session, statement, WORDS, "control")
    assert (statement.words, statement.outcome) == (WORDS, "control")


def test_a_statement_goes_with_its_votes_and_no_other(session, statement, noise):
    votes.vote(phone(session), statement.id, "agree", WORDS)
    db.session.commit()
    votes.remove(session, statement)
    db.session.commit()
    db.session.expire_all()
    assert session.statements == []
    assert [each.statement_id for each in db.session.query(Vote)] == [noise.id]


def test_a_statement_is_found_in_its_own_session_only(session, statement, noise):
    assert votes.get(session, statement.id) == statement
    assert votes.get(session, noise.id) is None


def test_a_vote_keeps_the_session_open_and_the_words_as_they_are_until_it_is_kept(session, statement):
    voter = phone(session)
    # Who joins holds the session too, until that is kept.
    db.session.commit()
    assert could_lock(session, "UPDATE")
    votes.vote(voter, statement.id, "agree", WORDS)
    assert not could_lock(session, "UPDATE")
    assert not could_lock(statement, "UPDATE")
    assert could_lock(statement, "KEY SHARE")


def test_the_trail_holds_no_words_and_no_votes(session, statement):
    votes.vote(phone(session), statement.id, "agree", WORDS)
    votes.count_hands(session, statement, Count(1, 2, 3))
    votes.remove(session, statement)
    db.session.commit()
    lines = db.session.query(TrailLine).filter_by(evaluation_id=session.evaluation_id).all()
    assert [line.act for line in lines][-3:] == [
        "put a statement to a group",
        "counted hands",
        "removed a statement",
    ]
    assert {line.detail for line in lines[-3:]} == {f"session {session.id}"}
