"""No fault that axe finds, and no sideways scrolling, on any page in any state, on a phone and on a desk."""

import re
from pathlib import Path

import pytest
import tinycss2
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from werkzeug.exceptions import HTTPException

from tests.journeys import places
from tests.journeys.conftest import DESK, PATIENCE, complains
from tests.journeys.states import NOBODY, STATES
from tests.journeys.steps import heading, sign_in

pytestmark = pytest.mark.journey

BUILT = Path(__file__).resolve().parents[2] / "static" / "build"
COLOUR = re.compile(r"(?<![-a-z])(color|background(-color)?|fill|opacity):")
NARROW = {"width": 320, "height": 640}
# Not pages: files, and what a resident's own picture is on paper.
DOWNLOADS = {
    "evaluator.summary_pdf",
    "evaluator.results_xlsx",
    "evaluator.value_spreadsheet_xlsx",
    "evaluator.pairs_csv",
    "evaluator.release_file",
    "evaluator.release_for_others",
    "evaluator.job_file",
    "evaluator.links_csv",
    "evaluator.partner_links_csv",
    "respondent.my_flower",
    "evaluator.recording",
    "evaluator.case_study_pdf",
    "evaluator.flagged_recording",
    "evaluator.pack_pdf",
}
NOT_OURS = {"static", "security.static", "security.verify"}
FAULTS = """async (rules) => {
    const found = await axe.run({preload: false, resultTypes: ["violations"], rules});
    return found.violations.flatMap(each => each.nodes.map(node => `${each.id}: ${node.html}: ${each.help}`));
}"""
# No colour hangs on the width (see below), and looking at colours takes three quarters of the time.
SAME_COLOURS = {"color-contrast": {"enabled": False}}
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def known(whole_server):
    return places.make(whole_server)


@pytest.fixture(scope="module")
def kept(browser, whole_server, known):
    """What a browser keeps of having signed in, by person."""
    context = browser.new_context(base_url=whole_server.address)
    cookies = {NOBODY: []}
    for person in (places.EVALUATOR, places.ADMINISTRATOR, places.NEWCOMER):
        context.clear_cookies()
        sign_in(context.new_page(), person)
        cookies[person] = context.cookies()
    context.close()
    return cookies


@pytest.fixture(scope="module")
def tab(browser, whole_server):
    """One tab for all: a new browser for each page would take longer than looking at the page."""
    context = browser.new_context(base_url=whole_server.address)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(Axe().axe_script)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(tab, kept, who):
    """The tab with someone signed in; what its pages complain of is wrong."""
    complaints = []

    def heard(message):
        if complains(message):
            complaints.append(message.text)

    tab.context.clear_cookies()
    tab.context.add_cookies(kept[who])
    tab.set_viewport_size(DESK)
    tab.on("console", heard)
    yield tab
    tab.remove_listener("console", heard)
    assert not complaints


@pytest.mark.parametrize(
    ("who", "address", "then", "words"), STATES, ids=[f"{n} {each[1]}" for n, each in enumerate(STATES)]
)
def test_a_page_is_for_everyone(server, page, known, who, address, then, words):
    page.goto(address.format(**known))
    then(page, known)
    expect(heading(page)).to_contain_text(words)
    assert page.evaluate(FAULTS, {}) == [], "at 1280 px"
    page.set_viewport_size(NARROW)
    assert page.evaluate(FAULTS, SAME_COLOURS) == [], "at 320 px"
    assert page.evaluate(WIDER) == 0, "the page scrolls sideways"


def test_no_width_changes_the_colour_of_words():
    sheets = sorted(BUILT.glob("*.css"))
    rules = [rule for each in sheets for rule in of_some_width(each.read_text())]
    assert len(sheets) > 3 and len(rules) > 30
    assert [rule for rule in rules if COLOUR.search(rule)] == []


def of_some_width(css):
    """The rules of a sheet that hold for some widths alone, one by one."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and "width" in tinycss2.serialize(rule.prelude) and rule.content:
            yield from tinycss2.serialize(rule.content).split("}")


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
