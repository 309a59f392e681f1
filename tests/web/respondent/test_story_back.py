"""Back, where a story is typed: what stands in the box is kept, and the page before comes."""

import pytest
from lxml import html

from survey.engagement import telling as asking_for
from survey.records.base import db
from survey.records.response import AnswerRow, AnswerWords
from tests.reading import text
from tests.web.respondent import telling

BACK = ("go_back", "yes")


@pytest.fixture
def evaluation(app):
    return telling.asking()


@pytest.fixture
def at(client, evaluation):
    return telling.begun(client, evaluation)


def kept():
    db.session.rollback()
    return [row.words for row in db.session.query(AnswerWords)]


def box(page):
    return page.xpath("string(//textarea)").strip()


def go_back(client, address, **typed):
    return client.fill(address, BACK, follow=False, **typed)


def test_what_was_typed_is_kept_and_the_page_before_comes(client, at):
    client.fill(f"{at}/story-before", story_before="First")
    assert go_back(client, f"{at}/story-happened", story_happened="Then").location == f"{at}/story-before"
    assert kept() == ["First", "Then"]
    assert go_back(client, f"{at}/story-before", story_before="At first").location == at
    assert box(client.page(f"{at}/story-before")) == "At first"
    assert box(client.page(f"{at}/story-happened")) == "Then"


def test_without_back_the_same_form_leads_on(client, at):
    assert client.fill(f"{at}/story-before", follow=False).location == f"{at}/story-happened"


def test_back_stands_first_looks_and_is_named_as_elsewhere_and_belongs_to_the_form(client, at):
    page = client.page(f"{at}/story-before")
    [back] = page.xpath("//main/button")
    assert back.text == "Back" and "govuk-back-link" in back.get("class") and back.get("type") == "submit"
    assert [back.get("form")] == page.xpath("//main//form/@id") and (
        back.get("name"),
        back.get("value"),
    ) == BACK
    assert not page.xpath("//a[text()='Back']")
    # The first button answers the Enter key, so a box that Enter leaves would lead back.
    assert not page.xpath("//main//form//input[not(@type='hidden')]")


def test_where_nothing_is_typed_back_is_a_link(client, at):
    for each in telling.PROMPTS:
        client.fill(f"{at}/{each}")
    page = client.page(f"{at}/story-about")
    assert page.xpath("//a[text()='Back']/@href") == [f"{at}/story-tell-people"]
    assert not page.xpath("//button[@name='go_back']")


def test_who_came_from_the_check_goes_back_to_it(client, at):
    telling.on_to_check(client, at, story_before="First")
    reply = go_back(client, f"{at}/story-before?back=check", story_before="Changed")
    assert reply.location == f"{at}/check" and kept() == ["Changed"]


def test_a_page_that_was_only_looked_at_is_not_passed_and_one_that_was_emptied_is_emptied(client, at):
    client.fill(f"{at}/story-before", story_before="First")
    go_back(client, f"{at}/story-happened")
    assert [row.question_id for row in db.session.query(AnswerRow)] == ["story_before"]
    go_back(client, f"{at}/story-before", story_before="")
    assert kept() == [] and "There are 12 parts left." in text(client.page(at))


def test_a_text_that_is_too_long_comes_back_with_its_message_and_nothing_is_lost(client, at):
    much = "x" * 20_007
    reply = go_back(client, f"{at}/story-before", story_before=much)
    assert reply.status_code == 422 and "Characters to take out: 7" in text(reply)
    page = html.fromstring(reply.text)
    assert box(page) == much and page.xpath("//main/button[@name='go_back']") and kept() == []


def test_what_is_typed_when_stories_close_is_kept_by_back_too(client, at, evaluation):
    key = telling.key_of(client.page(f"{at}/story-before"))
    asking_for.close_telling(evaluation)
    db.session.commit()
    data = {"go_back": "yes", "story_before": "Half-way", "submission_key": key}
    assert client.post(f"{at}/story-before", data=data).location == at and kept() == ["Half-way"]
    assert client.post(f"{at}/story-before", data=data | {"submission_key": "no"}).status_code == 409
