"""How an evaluator sets an evaluation up, page by page."""

from playwright.sync_api import Page, expect

from tests.journeys.steps import choose, fill, follow, heading, press, reads

IN_WAVES, THEN_AND_NOW = "In waves", "Then and now, in one sitting"

SLEEP = {
    "Short name": "Sleep",
    "Question": "How well do you sleep?",
    "1, the lowest score": "Very badly",
    "2": "Badly",
    "3, the middle": "Neither well nor badly",
    "4": "Well",
    "5, the highest score": "Very well",
}


def create(page: Page, name: str, before: str, areas: dict[str, tuple[str, str]]) -> None:
    """A new evaluation; `areas` holds how many people coordinators supported at Level 1 and Level 2."""
    page.goto("/evaluations")
    follow(page, "Create an evaluation")
    fill(page, {"What is this evaluation called?": name, "Which council is it for?": "Example Council"})
    day(page, "When does the period start?", "1", "4", "2026")
    day(page, "When does the period end?", "31", "3", "2027")
    choose(page, before)
    for place, (area, (one, two)) in enumerate(areas.items(), 1):
        row = page.get_by_role("group", name=f"Area {place}")
        fill(row, {"Name": area, "People at Level 1": one, "People at Level 2": two})
    press(page, "Create the evaluation")
    expect(heading(page)).to_have_text(name)


def day(page: Page, question: str, *parts: str) -> None:
    asked = page.get_by_role("group", name=question)
    fill(asked, dict(zip(("Day", "Month", "Year"), parts, strict=True)))


def ask_only(page: Page, *kept: str) -> None:
    """Take out every chosen outcome but these."""
    follow(page, "What we ask", exact=True)
    chosen = page.locator(".app-outcome h3")
    names = [text.split(". ", 1)[1] for text in chosen.all_inner_texts()]
    assert set(kept) <= set(names)
    for name in set(names) - set(kept):
        press(page, f"Take out : {name}")
        reads(page, f"{name}: taken out.")


def add_own_outcome(page: Page, words: dict[str, str]) -> None:
    follow(page, "Write an outcome of your own")
    fill(page, words)
    choose(page, "A higher score is better")
    press(page, "Add the outcome")
    reads(page, f"{words['Short name']}: added at the end, for Level 2.")


def open_evaluation(page: Page) -> None:
    follow(page, "Open", exact=True)
    press(page, "Open the evaluation and fix its questions")
    reads(page, "The evaluation is open.")
