"""What a phone has to load: the first page whole in the first round trip, later ones a fifth of that."""

import gzip
import re

import pytest
from flask.testing import FlaskClient
from lxml import html

from survey.records.evaluation import THEN_AND_NOW, WAVES
from survey.settings import ROOT
from tests.web.respondent import answering

FIRST, LATER = 14_000, 3_000
PHONE = {"Accept-Encoding": "gzip, deflate, br"}
WHOLE = (ROOT / "static" / "build" / "resident.css").read_text()


def journey(client, home):
    """Every page from the first one to the checking of the answers, as a phone gets them."""
    phone = FlaskClient(client.application)
    yield phone.get(home, headers=PHONE)
    address = client.post(home).location
    while not address.endswith("/check"):
        yield phone.get(address, headers=PHONE)
        address = client.fill(address, follow=False).location
    yield phone.get(address, headers=PHONE)


def wire(response):
    """Bytes of the answer with its headers, without what the server adds of itself."""
    return len(response.data) + sum(len(name) + len(value) + 4 for name, value in response.headers)


def rules(css):
    """Each selector of a style sheet with what it says; what stands within @media is taken as one."""
    flat = re.sub(r"@media[^{]*\{((?:[^{}]*\{[^}]*\})*)\}", "", css)
    for selectors, said in re.findall(r"([^{}]+)\{([^}]*)\}", flat):
        yield from ((selector.strip(), said) for selector in re.split(r",(?![^(]*\))", selectors))


def applies(selector, page):
    """Whether everything that a selector names is on the page, wherever it stands."""
    names = set(re.findall(r"\.([\w-]+)", selector))
    known = {name for each in page.xpath("//@class") for name in each.split()}
    tags = set(re.findall(r"(?:^|[\s>+])([a-z]+)", selector))
    return names <= known and tags <= {element.tag for element in page.iter() if isinstance(element.tag, str)}


@pytest.fixture(params=[(WAVES, "one"), (WAVES, "two"), (THEN_AND_NOW, "one"), (THEN_AND_NOW, "two")])
def home(app, request):
    before, level = request.param
    return answering.home(answering.evaluation_with_one(before, level, made_up=True))


def test_the_first_page_fits_the_first_round_trip_and_later_ones_are_small(client, home):
    first, *later = journey(client, home)
    assert wire(first) <= FIRST
    assert {name: len(page.data) for name, page in named(later) if len(page.data) > LATER} == {}
    assert len(later) > 2


def test_every_page_is_one_request(client, home):
    for page in journey(client, home):
        tree = html.fromstring(gzip.decompress(page.data))
        assert not tree.xpath("//script | //img | //@src | //link[not(starts-with(@href, 'data:'))]")
        assert "url(" not in tree.xpath("string(//style)")


def test_a_page_with_a_smaller_sheet_looks_as_with_the_whole_one(client, home):
    for name, response in named(journey(client, home)):
        page = html.fromstring(gzip.decompress(response.data))
        there = set(rules(page.xpath("string(//style)")))
        missing = [rule for rule in rules(WHOLE) if applies(rule[0], page) and rule not in there]
        assert not missing, name


def named(pages):
    return [(page.request.path.rpartition("/")[2], page) for page in pages]
