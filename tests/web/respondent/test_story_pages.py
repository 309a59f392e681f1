"""A story from its first page to its thanks; left, found again, closed, sent once."""

import pytest
from lxml import html

from survey.engagement import safeguarding
from survey.engagement import telling as asking_for
from survey.questionnaires.story_ids import PROMPTS
from survey.records.base import db
from survey.records.response import AnswerWords, Response
from survey.records.story import StoryConsent
from tests import making
from tests.reading import Reader, text
from tests.web.respondent import telling
from tests.web.respondent.telling import stories

LONG = "żółć 🌼 שלום " * 2000


@pytest.fixture
def evaluation(app):
    return telling.asking()


@pytest.fixture
def at(client, evaluation):
    return telling.begun(client, evaluation)


def sent():
    db.session.rollback()
    return db.session.query(Response).filter(Response.submitted_at.is_not(None)).count()


def test_the_first_page_says_what_this_is_who_reads_it_and_what_help_there_is(client, evaluation):
    page = client.page(client.fill(telling.poster(evaluation), follow=False).location)
    for said in (
        "Nobody reads anything until you send it.",
        "leave out every part",
        "A person whose task that is takes out names and places first.",
        "may be in danger",
        "take it back later",
        "First come four questions about your story. Then come some quick ones",
        "Get help now",
    ):
        assert said in text(page), said
    assert "your own link" not in text(page), "it came by the poster"
    assert len(PROMPTS) == 4, "the words say how many"
    assert db.session.query(Response).count() == 0


def test_parts_are_counted_in_words_and_every_one_can_be_left_empty(client, at):
    assert "Part 1 of 13" in text(client.page(f"{at}/story-before"))
    telling.on_to_check(client, at)
    assert "Check your story" in text(client.page(f"{at}/check"))


def test_thanks_give_the_reference_and_the_storys_own_code_and_link(client, evaluation):
    at = telling.told(client, evaluation, story_happened="It went well", **making.EVERY_USE)
    page = text(client.page(f"{at}/thank-you"))
    [response] = db.session.query(Response)
    link = telling.invitations.current_link(stories()[0])
    for said in (response.reference, link.spoken_code, link.address, "take your story back"):
        assert said in page
    assert "within one day" not in page and "You asked us to contact you" not in page
    assert "You can also see what you said yes to. You can stop any use." in page
    assert "If you are not safe, call now. It may be tomorrow before anybody reads this." in page


def test_who_asked_to_be_contacted_is_told_when(client, evaluation):
    at = telling.told(client, evaluation, story_contact_wanted="yes", story_contact="01632 960 001")
    page = text(client.page(f"{at}/uses"))
    assert "You asked us to contact you. Someone will." in page and "within one day" not in page
    page = text(client.page(f"{at}/thank-you"))
    assert "You asked us to contact you. Someone will." in page and "within one day" in page
    assert "If you are not safe, call now. It may be tomorrow before anybody reads this." in page


def test_who_asked_without_saying_how_is_promised_nothing_that_nobody_can_do(client, evaluation):
    at = telling.told(client, evaluation, story_contact_wanted="yes")
    for page in (text(client.page(f"{at}/{part}")) for part in ("thank-you", "uses")):
        assert "You asked us to contact you, but we do not know how to reach you." in page
        assert "Please call one of the numbers below, or speak to your coordinator." in page
        assert "Someone will." not in page


def test_where_no_numbers_stand_below_none_are_spoken_of(app, client, evaluation, monkeypatch):
    monkeypatch.setitem(app.jinja_env.globals, "help_lines", [])
    at = telling.told(client, evaluation, story_contact_wanted="yes")
    for page in (text(client.page(f"{at}/{part}")) for part in ("thank-you", "uses")):
        assert "how to reach you. Please speak to your coordinator." in page and "numbers" not in page


def test_once_someone_has_been_in_touch_nothing_is_promised_any_more(client, evaluation):
    at = telling.told(client, evaluation, story_contact_wanted="yes", story_contact="01632 960 001")
    [flag] = safeguarding.open_flags(evaluation)
    safeguarding.settle(flag, "contacted", "Rang and talked.")
    db.session.commit()
    for part in ("thank-you", "uses"):
        assert "You asked us to contact you" not in text(client.page(f"{at}/{part}")), part


def test_no_cookie_is_left_on_the_phone(client, evaluation):
    at = telling.told(client, evaluation)
    assert (
        client.get_cookie("flower", path="/a/") is None and client.get(at).headers.get("Set-Cookie") is None
    )


def test_a_story_is_carried_on_with_its_code_on_another_phone(app, client, at):
    client.fill(f"{at}/story-before", story_before="Where I began")
    code = client.page(at).xpath("string(//main//strong)")
    other = Reader(app)
    assert other.fill("/", code=code, follow=False).location == at
    page = other.page(at)
    assert "Nobody has read it" in text(page) and "There are 12 parts left." in text(page)
    assert other.page(f"{at}/story-before").xpath("string(//textarea)").strip() == "Where I began"


def test_uses_that_were_passed_over_by_editing_the_address_are_no_consent(client, at):
    client.fill(f"{at}/story-before", story_before="Mine")
    key = telling.key_of(client.page(f"{at}/story-happened"))
    assert client.get(f"{at}/check").location == f"{at}/story-happened"
    assert client.post(f"{at}/check", data={"submission_key": key}).location == f"{at}/story-happened"
    assert client.get(f"{at}/thank-you").location == at and sent() == 0
    client.fill(f"{at}/use-published")
    telling.on_to_check(client, at)
    client.fill(f"{at}/check")
    assert sent() == 1 and db.session.query(StoryConsent).count() == 0


def test_sending_twice_is_one_story(client, at):
    telling.on_to_check(client, at, story_before="Once", **making.EVERY_USE)
    key = telling.key_of(client.page(f"{at}/check"))
    for _ in range(3):
        assert client.post(f"{at}/check", data={"submission_key": key}).location == f"{at}/thank-you"
    assert sent() == 1 and db.session.query(StoryConsent).count() == 5


def test_what_is_typed_in_another_tab_after_sending_is_refused_kindly(client, at):
    key = telling.key_of(client.page(f"{at}/story-before"))
    telling.on_to_check(client, at, story_before="As sent")
    client.fill(f"{at}/check")
    reply = client.post(f"{at}/story-before", data={"story_before": "Later", "submission_key": key})
    assert reply.status_code == 409
    assert html.fromstring(reply.text).xpath("//main//a/@href") == [f"{at}/uses"]
    assert [row.words for row in db.session.query(AnswerWords)] == ["As sent"]


def test_what_is_typed_when_stories_close_is_kept_and_waits(client, at, evaluation):
    key = telling.key_of(client.page(f"{at}/story-before"))
    asking_for.close_telling(evaluation)
    db.session.commit()
    reply = client.post(f"{at}/story-before", data={"story_before": "Half-way", "submission_key": key})
    assert reply.location == at
    page = client.page(at)
    assert "What you told us is kept safe" in text(page)
    assert client.post(f"{at}/check", data={"submission_key": key}).status_code == 409 and sent() == 0
    asking_for.open_telling(evaluation)
    db.session.commit()
    assert client.page(f"{at}/story-before").xpath("string(//textarea)").strip() == "Half-way"


def test_a_story_that_was_not_started_does_not_start_while_none_are_asked_for(client, evaluation):
    at = client.fill(telling.poster(evaluation), follow=False).location
    asking_for.leads(evaluation)[0].active = False
    db.session.commit()
    assert client.post(at).status_code == 409 and db.session.query(Response).count() == 0


def test_twenty_thousand_signs_of_any_script_are_kept_and_more_come_back_with_a_plain_word(client, at):
    most = LONG[:19_999].strip()
    client.fill(f"{at}/story-before", story_before=most)
    assert db.session.query(AnswerWords).one().words == most
    for much in ("x" * 100_000, "🌼" * 100_000):
        reply = client.fill(f"{at}/story-happened", story_happened=much)
        assert reply.status_code == 422 and "Characters to take out: 80000" in text(reply)
        assert html.fromstring(reply.text).xpath("string(//textarea)").strip() == much
    assert db.session.query(AnswerWords).one().words == most


def test_markup_comes_back_as_words(client, at):
    payload = "</textarea><script>alert(1)</script>\u202eevil"
    client.fill(f"{at}/story-before", story_before=payload)
    for page in (client.get(f"{at}/story-before"), telling.on_to_check(client, at)):
        assert "<script>alert" not in page.text and payload in html.fromstring(page.text).text_content()
