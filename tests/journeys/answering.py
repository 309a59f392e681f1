"""How a resident answers, page by page."""

from playwright.sync_api import Page, expect

from survey.engagement import invitations
from survey.questionnaires import loading
from survey.questionnaires.composing import HELPED_QUESTION
from survey.questionnaires.model import Question
from tests import making
from tests.journeys.steps import choose, heading, press

LIBRARY = loading.library()["resident-outcomes"]
NOBODY, COORDINATOR = HELPED_QUESTION.choices[0].text, HELPED_QUESTION.choices[2].text
MATTERS_MOST = "Which of these matter most to you?"


def invited(server, email: str, count: int = 1, level: str = "two", **details):
    """An evaluation with so many residents in it; gives their links, to be used in a browser."""
    server.account(email)
    with server.records():
        evaluation = making.evaluation(making.user(email), **details)
        people = making.people(evaluation, count, level=level)
        return evaluation.id, [invitations.current_link(person) for person in people]


def asked(level: str) -> list[Question]:
    """The outcomes that a level is usually asked about."""
    return list(loading.library()["level-one-short" if level == "one" else "resident-outcomes"].outcomes)


def words_for(outcome: str, score: int) -> str:
    """What stands beside a score of a library outcome."""
    return next(choice.text for choice in LIBRARY.question(outcome).choices if choice.value == score)


def begin(page: Page, address: str) -> None:
    page.goto(address)
    press(page, "I agree, start")
    expect(page.get_by_text("Question 1 of")).to_be_visible()


def answer(page: Page, *words: str) -> None:
    """Choose an answer for each question of the page, in order, and go on; "" leaves one out."""
    for place, choice in enumerate(words):
        if choice:
            choose(page.get_by_role("group").nth(place), choice)
    leave(page)


def leave(page: Page) -> None:
    """Go on, and be on another page then."""
    before = page.title()
    press(page, "Continue")
    expect(page).not_to_have_title(before)


def finish(page: Page, helped: str = NOBODY) -> None:
    """The last page, and sending."""
    answer(page, helped)
    expect(heading(page)).to_have_text("Check your answers")
    press(page, "Send my answers")
    expect(heading(page)).to_have_text("Thank you")


def reference(page: Page) -> str:
    return page.get_by_text("Your reference:").locator("strong").inner_text()


def answer_plainly(client, link: str, **scores: int) -> None:
    """The same pages and forms without a browser: outcomes that are not named are left out."""
    address = client.fill(link, follow=False).location
    while not address.endswith("/check"):
        outcome = address.rsplit("/", 1)[1].replace("-", "_")
        given = {outcome: str(scores[outcome])} if outcome in scores else {}
        address = client.fill(address, follow=False, **given).location
    assert client.fill(address, follow=False).location.endswith("/thank-you")
