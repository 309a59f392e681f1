"""How somebody tells a story on a phone, part by part, and comes back to it."""

from playwright.sync_api import Page, expect

from survey.engagement import telling
from survey.questionnaires.model import Questionnaire
from survey.questionnaires.story_ids import LEARNING, PUBLISHED, QUOTED_UNNAMED, use_of
from survey.records.base import db
from survey.records.evaluation import Evaluation
from tests import making
from tests.journeys import filling
from tests.journeys.steps import fill, follow, heading, press, reads

# The fewest uses with which a story can be quoted in a release.
QUOTED_EVERYWHERE = {use_of(purpose): "one_year" for purpose in (LEARNING, QUOTED_UNNAMED, PUBLISHED)}


def asking(server, email: str, **details) -> tuple[int, Questionnaire]:
    """An evaluation that asks for stories, whose owner has both duties; what tellers are asked."""
    server.account(email)
    with server.records():
        evaluation = making.evaluation(making.user(email), **details)
        making.lead(evaluation, email)
        telling.open_telling(evaluation)
        return evaluation.id, telling.asked(evaluation)


def of(evaluation_id: int) -> Evaluation:
    return db.session.get(Evaluation, evaluation_id)


def tell(page: Page, asked: Questionnaire, given: dict) -> None:
    """From the first page of telling to the thanks."""
    expect(heading(page)).to_have_text("Share your story")
    press(page, "I agree, start")
    expect(page.get_by_text("Part 1 of")).to_be_visible()
    filling.walk(page, asked, given)
    expect(heading(page)).to_have_text("Check your story")
    fits(page)
    press(page, "Send my story")
    expect(heading(page)).to_have_text("Thank you for your story")
    fits(page)


def own_code(page: Page) -> str:
    """The code of the story, as the page shows it to be written down."""
    return page.get_by_text("Your code:").first.locator("strong").inner_text()


def type_code(page: Page, code: str) -> None:
    page.goto("/")
    fill(page, {"What is your code?": code})
    press(page, "Continue")


def take_use_back(page: Page, asked: str) -> None:
    follow(page, f"Take this yes back : {asked}")
    reads(page, asked, "You cannot say yes again here.")
    press(page, "Yes, take it back")
    expect(heading(page)).to_have_text("What we may do with your story")


def take_all_back(page: Page) -> None:
    follow(page, "Take my story back")
    reads(page, "We cannot bring it back for you afterwards.")
    press(page, "Yes, take my story back")
    expect(heading(page)).to_have_text("You took your story back")


def fits(page: Page) -> None:
    """Nothing has to be moved sideways to be read."""
    wide, shown = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= shown, f"{page.url} is {wide} wide on {shown}"
