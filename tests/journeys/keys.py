"""Someone who uses the keys alone, and always sees where they are."""

from playwright.sync_api import Page, expect

MOST_STOPS = 150

STANDING = """() => {
    const here = document.activeElement, label = here.labels && here.labels[0];
    const looks = [getComputedStyle(here)];
    if (label) looks.push(getComputedStyle(label), getComputedStyle(label, "::before"));
    return {
        words: (label || here).innerText.replace(/\\s+/g, " ").trim(),
        marked: here === document.body || looks.some(look => look.outlineStyle !== "none"),
    };
}"""


class Keys:
    def __init__(self, page: Page):
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def standing(self) -> str:
        """The words of what the keys would act upon, which must be marked on the page."""
        here = self.page.evaluate(STANDING)
        assert here["marked"], f"nothing shows that the keys are at {here['words']!r}"
        return here["words"]

    def reach(self, words: str) -> None:
        """Tab onwards to what begins with these words."""
        seen = []
        for _ in range(MOST_STOPS):
            self.press("Tab")
            seen.append(self.standing())
            if seen[-1].startswith(words):
                return
        raise AssertionError(f"{words!r} cannot be reached; only {list(dict.fromkeys(seen))}")

    def write(self, field: str, text: str) -> None:
        self.reach(field)
        self.page.keyboard.type(text)

    def choose(self, first: str, words: str) -> None:
        """Go into a group of choices, whose first choice this is, and on to the one with these words."""
        self.reach(first)
        self.press("Space")
        for _ in range(10):
            if self.standing() == words:
                break
            self.press("ArrowDown")
        expect(self.page.locator(":focus")).to_be_checked()
        assert self.standing() == words

    def follow(self, words: str, heading: str) -> None:
        """Open a link, or press a button, and be on the page with this heading then."""
        self.reach(words)
        self.press("Enter")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
