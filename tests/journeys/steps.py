"""What people do in a browser, in their own words."""

from playwright.sync_api import Download, Locator, Page, expect

from tests import making


def press(page: Page, name: str, **which) -> None:
    """Press a button by its words; it must be the only one with them."""
    arrive(page, page.get_by_role("button", name=name, **which))


def follow(page: Page, name: str, **which) -> None:
    arrive(page, page.get_by_role("link", name=name, **which))


def arrive(page: Page, way: Locator) -> None:
    """Click on what leads to a page, and be there when all of it is."""
    # A click does not wait for the page that it opens: what is read at once may be of half of it.
    with page.expect_navigation():
        way.click()


def download(page: Page, name: str) -> Download:
    """The file behind a link, by the words of the link."""
    with page.expect_download() as coming:
        page.get_by_role("link", name=name).click()
    return coming.value


def fill(page: Page, texts: dict[str, str]) -> None:
    """Type texts into the fields with these labels."""
    for label, text in texts.items():
        page.get_by_label(label, exact=True).fill(text)


def choose(within: Page | Locator, words: str) -> None:
    """Choose an answer by tapping its words."""
    within.get_by_text(words, exact=True).click()
    expect(within.get_by_label(words, exact=True)).to_be_checked()


def heading(page: Page):
    return page.get_by_role("heading", level=1)


def reads(page: Page, *sentences: str) -> None:
    """The page says all of these somewhere."""
    for sentence in sentences:
        expect(page.locator("body")).to_contain_text(sentence)


def takes_the_focus(page: Page) -> None:
    """What is wrong in a form is where the keys are, and the next key leads to its first link."""
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    expect(summary.get_by_role("link").first).to_be_focused()


def sign_in(page: Page, email: str, password: str = making.PASSWORD) -> None:
    page.goto("/sign-in")
    fill(page, {"E-mail address": email, "Password": password})
    press(page, "Sign in", exact=True)
    expect(heading(page)).to_have_text("Your evaluations")
