"""What people do in a browser, in their own words."""

from playwright.sync_api import Page, expect

from tests import making


def press(page: Page, name: str, **which) -> None:
    """Press a button by its words; it must be the only one with them."""
    page.get_by_role("button", name=name, **which).click()


def follow(page: Page, name: str, **which) -> None:
    page.get_by_role("link", name=name, **which).click()


def fill(page: Page, **fields: str) -> None:
    """Type into fields by their labels, given with _ for spaces."""
    for label, text in fields.items():
        page.get_by_label(label.replace("_", " ")).fill(text)


def choose(page: Page, words: str, **which) -> None:
    """Choose an answer by tapping its words."""
    page.get_by_text(words, exact=True, **which).click()


def heading(page: Page):
    return page.get_by_role("heading", level=1)


def reads(page: Page, *sentences: str) -> None:
    """The page says all of these somewhere."""
    for sentence in sentences:
        expect(page.locator("body")).to_contain_text(sentence)


def sign_in(page: Page, email: str, password: str = making.PASSWORD) -> None:
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    press(page, "Sign in", exact=True)
    expect(heading(page)).to_have_text("Your evaluations")
