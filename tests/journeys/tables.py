"""Reading tables off a page of results."""

import re

from playwright.sync_api import Page


def row(page: Page, caption: str, heading: str) -> dict[str, str]:
    """The cells of a row by the words of their columns, units and pictures left out."""
    table = page.get_by_role("table", name=caption)
    names = [re.sub(r"\s*\(.*\)", "", words) for words in table.locator("thead th").all_inner_texts()]
    texts = table.get_by_role("row", name=heading).locator("td").all_inner_texts()
    cells = [" ".join(text.split()) for text in texts]
    named = dict(zip(names[1:], cells, strict=True))
    named.pop("Worse, same, improved", None)
    return named
