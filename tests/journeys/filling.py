"""Fills in any questionnaire in a browser, page by page, from answers by question."""

from playwright.sync_api import Page, expect

from survey.questionnaires.model import CHOICES, DATE, NUMBER, SHARE, WORDS, Question, Questionnaire
from tests.journeys.answering import leave
from tests.journeys.steps import choose, fill, heading, press


def begin(page: Page, home: str, button: str) -> None:
    page.goto(home)
    press(page, button)
    expect(page.get_by_text("Question 1 of")).to_be_visible()


def walk(page: Page, asked: Questionnaire, given: dict) -> None:
    """From the page that is open to the last look; what is not among the answers is left out."""
    while not page.url.endswith("/check"):
        fill_in(page, asked, given)
        leave(page)


def walk_to(page: Page, asked: Questionnaire, given: dict, page_id: str) -> None:
    while here(page) != page_id:
        fill_in(page, asked, given)
        leave(page)


def fill_in(page: Page, asked: Questionnaire, given: dict) -> None:
    """Everything on the page that is open, but not yet sent."""
    for question in asked.page(here(page)).questions:
        if question.id in given:
            put(page, question, given[question.id])


def here(page: Page) -> str:
    return page.url.split("?")[0].rsplit("/", 1)[1].replace("-", "_")


def send(page: Page, words: str) -> None:
    expect(heading(page)).to_have_text("Check your answers")
    press(page, "Send my answers")
    expect(heading(page)).to_have_text(words)


def put(page: Page, question: Question, value) -> None:
    """Choose or type one answer. Shares are given by contributor, a day as day, month and year."""
    group = page.get_by_role("group", name=question.text)
    if question.kind in (NUMBER, WORDS):
        fill(page, {question.text: str(value)})
    elif question.kind == SHARE:
        names = {choice.value: choice.text for choice in question.choices}
        fill(group, {names[who]: str(part) for who, part in value.items()})
    elif question.kind == DATE:
        fill(group, dict(zip(("Day", "Month", "Year"), value, strict=True)))
    else:
        for each in value if question.kind == CHOICES else (value,):
            choose(group, words_for(question, each))


def words_for(question: Question, value) -> str:
    """What stands beside a choice, or beside a state such as dont_know."""
    texts = {str(choice.value): choice.text for choice in question.choices}
    return texts.get(str(value)) or question.text_of(value)


def holds(page: Page, question: Question, value) -> None:
    """What was typed or chosen is still there."""
    group = page.get_by_role("group", name=question.text)
    if question.kind in (NUMBER, WORDS):
        expect(page.get_by_label(question.text, exact=True)).to_have_value(value)
    elif question.kind == SHARE:
        for choice in question.choices:
            expect(group.get_by_label(choice.text, exact=True)).to_have_value(value.get(choice.value, ""))
    elif question.kind == DATE:
        for name, part in zip(("Day", "Month", "Year"), value, strict=True):
            expect(group.get_by_label(name, exact=True)).to_have_value(part)
    else:
        expect(group.get_by_label(words_for(question, value), exact=True)).to_be_checked()
