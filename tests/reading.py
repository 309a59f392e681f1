"""A test client that reads pages as a person would, and finds fault with each of them."""

from collections import Counter

from flask import g
from flask.testing import FlaskClient
from lxml import html

from tests import making

NO_LABEL = {"hidden", "submit", "button"}


class Reader(FlaskClient):
    def open(self, *args, **kwargs):
        # The tests' own app context would carry who is signed in from one request into the next.
        for name in list(g):
            g.pop(name)
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and response.data and response.status_code not in (301, 302, 303):
            check(html.fromstring(response.text), response.request.path)
        return response

    def page(self, address):
        """The page at an address, as a tree; it must be there."""
        response = self.get(address, follow_redirects=True)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        return html.fromstring(response.text)

    def fill(self, address, button=None, follow=True, form=0, **fields):
        """Open the page, fill its form in and press the button: all that a browser would send is sent."""
        page = self.page(address)
        forms = [
            each for each in page.forms if each.method == "POST" and "/sign-out" not in (each.action or "")
        ]
        sent = dict_of_lists(forms[form].form_values())
        sent |= {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
        if button:
            sent |= {button[0]: [button[1]]}
        target = forms[form].action or address
        return self.post(target, data=sent, follow_redirects=follow)

    def sign_in(self, email, password=making.PASSWORD):
        response = self.fill("/sign-in", email=email, password=password)
        assert response.status_code == 200, response.status_code


def dict_of_lists(pairs):
    found = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def text(tree_or_response):
    """The words of a page, with single spaces."""
    tree = (
        tree_or_response if hasattr(tree_or_response, "itertext") else html.fromstring(tree_or_response.text)
    )
    return " ".join(" ".join(tree.xpath("//body//text()[not(ancestor::style)]")).split())


def check(page, address):
    """One h1, a title, a language, a label for every input, no id twice; only a problem takes the focus."""
    assert len(page.xpath("//h1")) == 1, f"{address}: {len(page.xpath('//h1'))} h1"
    assert page.xpath("string(//title)").strip(), f"{address}: no title"
    assert page.xpath("//html/@lang"), f"{address}: no language"
    twice = [name for name, count in Counter(page.xpath("//@id")).items() if count > 1]
    assert not twice, f"{address}: ids more than once: {twice}"
    summaries = page.xpath("//*[@class='govuk-error-summary']")
    assert page.xpath("//*[@autofocus]") == summaries[:1], f"{address}: what takes the focus"
    labelled = set(page.xpath("//label/@for"))
    for field in page.xpath("//input | //select | //textarea"):
        if field.get("type") not in NO_LABEL:
            named = field.get("id") in labelled or field.get("aria-label") or field.get("aria-labelledby")
            assert named, f"{address}: {field.get('name')} has no label"
