"""No fault that axe finds, and no sideways scrolling, on any page in any state, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from werkzeug.exceptions import HTTPException

from tests.journeys import places
from tests.journeys.conftest import DESK
from tests.journeys.states import NOBODY, STATES
from tests.journeys.steps import heading, sign_in

pytestmark = pytest.mark.journey

NARROW = {"width": 320, "height": 640}
# Not pages: files, and what a resident's own picture is on paper.
DOWNLOADS = {"evaluator.summary_pdf", "evaluator.pairs_csv", "evaluator.links_csv", "respondent.my_flower"}
NOT_OURS = {"static", "security.static", "security.verify"}
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def known(whole_server):
    return places.make(whole_server)


@pytest.fixture(scope="module")
def signed_in(browser, whole_server, known):
    """What a browser keeps of having signed in, by person."""
    kept = {NOBODY: None}
    for person in (places.EVALUATOR, places.ADMINISTRATOR, places.NEWCOMER):
        context = browser.new_context(base_url=whole_server.address)
        sign_in(context.new_page(), person)
        kept[person] = context.storage_state()
        context.close()
    return kept


@pytest.mark.parametrize(
    ("who", "address", "then", "words"), STATES, ids=[f"{n} {each[1]}" for n, each in enumerate(STATES)]
)
def test_a_page_is_for_everyone(server, browse, signed_in, known, who, address, then, words):
    page = browse(DESK, storage_state=signed_in[who])
    page.goto(address.format(**known))
    then(page, known)
    expect(heading(page)).to_contain_text(words)
    page.evaluate(Axe().axe_script)
    assert faults(page) == [], "at 1280 px"
    page.set_viewport_size(NARROW)
    assert faults(page) == [], "at 320 px"
    assert page.evaluate(WIDER) == 0, "the page scrolls sideways"


def test_no_page_is_forgotten(server, known):
    """Whoever adds a page adds its states to the list."""
    rules = server.app.url_map.iter_rules()
    pages = {rule.endpoint for rule in rules if "GET" in rule.methods} - DOWNLOADS - NOT_OURS
    assert pages - {endpoint_of(server, each[1].format(**known)) for each in STATES} == set()


def endpoint_of(server, address):
    try:
        return server.app.url_map.bind("localhost").match(address.split("?")[0])[0]
    except HTTPException:
        return None


def faults(page):
    found = page.evaluate("() => axe.run({resultTypes: ['violations']})")["violations"]
    return [
        f"{each['id']}: {each['help']}: {node['target']} {node['html']}"
        for each in found
        for node in each["nodes"]
    ]
