import pytest

from survey.engagement import sessions, telling, votes
from survey.records.base import db
from survey.records.story import Story
from tests import making
from tests.reading import text
from tests.web.respondent import grouping
from tests.web.respondent.grouping import WORDS
from tests.web.respondent.telling import on_to_check

BACK = "//a[text()='Back to the group']/@href"


@pytest.fixture
def session(app):
    grouping.session(making.evaluation(making.user("noise@example.org")))
    return grouping.session(making.evaluation())


@pytest.fixture
def place(session):
    return grouping.place(session)


def vote_at(place, session, number=0):
    return f"{place}/vote/{session.statements[number].id}"


def vote(client, place, session, said, words=WORDS):
    return client.post(vote_at(place, session), data={"vote": said, "words": words})


def none_but(**votes_for):
    return {"agree": 0, "not_sure": 0, "disagree": 0, **votes_for}


def test_each_sentence_has_three_answers_to_press(client, session, place):
    page = client.page(place)
    assert page.xpath("//legend/text()") == [WORDS]
    said = page.xpath("//form[.//legend]//button")
    assert [each.text_content() for each in said] == ["I agree", "I am not sure", "I do not agree"]


def test_a_press_is_a_vote_and_leads_back_to_its_sentence(client, session, place):
    reply = client.fill(place, ("vote", "agree"), follow=False)
    assert reply.status_code == 303
    assert reply.location == f"{place}#sentence-{session.statements[0].id}"
    assert grouping.totals(session) == [none_but(agree=1)]
    assert "You chose: I agree" in text(client.get(place))


def test_the_last_word_counts_while_the_group_goes_on(client, session, place):
    for said in ("agree", "disagree", "disagree", "not_sure"):
        assert vote(client, place, session, said).status_code == 303
    assert grouping.totals(session) == [none_but(not_sure=1)]
    assert "You chose: I am not sure" in text(client.get(place))


def test_nobody_sees_what_another_chose(client, session, place):
    vote(client, grouping.place(session), session, "disagree")
    assert "You chose" not in text(client.get(place))


def test_a_vote_after_the_end_is_met_kindly_and_does_not_count(client, session, place):
    grouping.close(session)
    reply = vote(client, place, session, "agree")
    assert reply.status_code == 410 and "This group is over" in text(reply)
    assert grouping.totals(session) == [none_but()]
    assert vote(client, place, session, "perhaps").status_code == 410


def test_a_group_that_is_opened_again_goes_on(client, session, place):
    grouping.close(session)
    sessions.open_joining(session)
    db.session.commit()
    assert vote(client, place, session, "agree").status_code == 303


@pytest.mark.parametrize("said", ["", "perhaps", "AGREE", "agree\x00", "x" * 5000])
def test_what_is_no_answer_is_not_kept(client, session, place, said):
    reply = vote(client, place, session, said)
    assert reply.status_code == 422 and "Choose one of the three answers." in text(reply)
    assert grouping.totals(session) == [none_but()]


def test_a_sentence_that_changed_meanwhile_is_read_again(client, session, place):
    votes.change(session, session.statements[0], "Something else.", None)
    db.session.commit()
    reply = vote(client, place, session, "agree")
    assert reply.status_code == 422
    assert "This sentence has changed. Read it again" in text(reply) and "Something else." in text(reply)
    assert grouping.totals(session) == [none_but()]


def test_a_sentence_of_another_group_or_taken_away_is_not_voted_on(client, session, place):
    other = grouping.session(session.evaluation)
    for statement_id in (other.statements[0].id, 999_999):
        reply = client.post(f"{place}/vote/{statement_id}", data={"vote": "agree", "words": WORDS})
        assert reply.status_code == 422
    assert grouping.totals(other) == grouping.totals(session) == [none_but()]


def test_without_sentences_it_says_to_wait(client, session):
    empty = grouping.session(session.evaluation, statements=())
    assert "There is nothing to choose yet." in text(client.get(grouping.place(empty)))


def test_a_story_is_offered_and_begun_only_while_stories_are_told(client, session, place):
    assert "Tell your story" not in text(client.get(place))
    assert client.post(f"{place}/story").status_code == 422
    grouping.tell(session.evaluation)
    reply = client.fill(place, form=1, follow=False)
    assert reply.status_code == 303 and reply.location.startswith("/a/")
    assert client.get(reply.location).status_code == 200
    telling.close_telling(session.evaluation)
    db.session.commit()
    reply = client.post(f"{place}/story")
    assert reply.status_code == 422 and "No stories can be told at the moment." in text(reply)


def test_a_story_pressed_for_twice_is_one_and_says_nothing_of_the_phone(client, session, place):
    grouping.tell(session.evaluation)
    told = {client.post(f"{place}/story", data={"key": "ab" * 16}).location for _ in range(3)}
    assert len(told) == 1
    [story] = db.session.query(Story).filter_by(session_id=session.id)
    assert (story.way, story.resident_id) == ("session", None)
    assert not [key for key in Story.__table__.foreign_keys if key.column.table.name == "participant"]


def test_a_story_begun_in_the_group_can_be_finished_after_it(client, session, place):
    grouping.tell(session.evaluation)
    begun = client.post(f"{place}/story").location
    grouping.close(session)
    assert client.post(f"{place}/story").status_code == 410
    assert client.get(begun).status_code == 200


@pytest.mark.parametrize("rest", ["", "/get-together", "/get-together/noted"])
def test_an_address_that_nobody_has_is_not_known(client, session, rest):
    assert client.get(f"/group/{'0' * 32}{rest}").status_code == 404


@pytest.mark.parametrize("rest", ["/vote/1", "/story", "/get-together"])
def test_nothing_is_taken_from_a_phone_that_nobody_knows(client, session, rest):
    assert client.post(f"/group/{'0' * 32}{rest}", data={"vote": "agree"}).status_code == 404


def test_too_much_is_refused_plainly(client, session, place):
    reply = client.post(vote_at(place, session), data={"vote": "x" * 5_000_000})
    assert reply.status_code == 413


def test_looking_changes_nothing(client, session, place):
    before = grouping.totals(session), sessions.phones(session)
    for rest in ("", "/get-together", "/get-together/noted"):
        for method in ("GET", "HEAD"):
            assert client.open(f"{place}{rest}", method=method).status_code == 200
    assert (grouping.totals(session), sessions.phones(session)) == before


def test_who_told_a_story_there_finds_the_way_back_while_the_group_is_open(client, session):
    grouping.tell(session.evaluation)
    # Through the door, as a phone comes in: it is known there afterwards.
    place = client.fill(grouping.door(session), follow=False).location
    told = client.fill(place, form=1, follow=False).location
    client.fill(told)
    on_to_check(client, told)
    client.fill(f"{told}/check")
    [back] = client.page(f"{told}/thank-you").xpath(BACK)
    assert client.page(back).xpath("//a[text()='Go on']/@href") == [place]
    grouping.close(session)
    assert client.page(f"{told}/thank-you").xpath(BACK) == []
