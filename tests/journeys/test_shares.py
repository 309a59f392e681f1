"""Sharing out a hundred: the running total where scripts run, and all the rest where none does."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from survey.questionnaires import loading
from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db
from tests.journeys import answering
from tests.journeys.steps import fill, heading, press, reads, takes_the_focus

pytestmark = pytest.mark.journey

WHO = ("The coordinator", "Family and friends", "Something else")
QUESTION = {
    "id": "who",
    "kind": "share",
    "short_name": "Who",
    "text": "Who had how large a part in it?",
    "choices": [{"value": name.lower().replace(" ", "_"), "text": name} for name in WHO],
    "also": ["dont_know"],
}
OTHER = {"id": "visits", "kind": "number", "short_name": "Visits", "text": "How many visits?"}
PAGES = [
    {"id": "who", "title": "Who", "questions": [QUESTION]},
    {"id": "visits", "title": "Visits", "questions": [OTHER]},
]
PLACE = {"id": "shared", "version": 1, "title": "Shared", "source": "Tests", "licence": "None"}
SCROLLS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def link(server):
    """A resident who is asked who had a part, and how many visits there were."""
    made, [link] = answering.invited(server, "shares@example.org")
    asked = loading.read(PLACE | {"pages": PAGES}, "shared")
    with server.records():
        for row in db.session.query(OpenedQuestionnaire).filter_by(evaluation_id=made):
            row.document, row.digest = loading.to_json(asked), asked.digest
    return f"/a/{link.token}"


def total(page):
    return page.locator("output")


def test_a_running_total_says_how_much_is_shared_out(phone, link):
    answering.begin(phone, link)
    expect(total(phone)).to_have_text("")
    fill(phone, {"The coordinator": "40"})
    expect(total(phone)).to_have_text("So far these make 40 of 100.")
    fill(phone, {"Something else": "60"})
    expect(total(phone)).to_have_text("So far these make 100 of 100.")
    fill(phone, {"Something else": "half"})
    expect(total(phone)).to_have_text("")


def test_without_scripts_the_same_is_asked_said_and_kept(browse, link):
    plain = browse(java_script_enabled=False)
    answering.begin(plain, link)
    reads(plain, "Write whole numbers that make 100. An empty box counts as 0.")
    fill(plain, {"The coordinator": "40", "Something else": "50"})
    press(plain, "Continue")
    reads(plain, "These make 90. They need to make 100, so 10 more.")
    expect(plain.get_by_label("The coordinator")).to_have_value("40")
    expect(plain.get_by_label("Something else")).to_have_value("50")
    fill(plain, {"Something else": "60%"})
    press(plain, "Continue")
    reads(plain, "Something else: Write 60 without the per cent sign.")
    expect(plain.get_by_label("The coordinator")).to_have_value("40")
    fill(plain, {"Something else": "60"})
    press(plain, "Continue")
    expect(heading(plain)).to_have_text("How many visits?")
    press(plain, "Continue")
    reads(plain, "The coordinator 40, something else 60")


def test_a_typed_answer_that_is_off_is_totalled_when_the_page_comes_back(phone, link):
    answering.begin(phone, link)
    fill(phone, {"Family and friends": "90"})
    press(phone, "Continue")
    reads(phone, "There is a problem")
    takes_the_focus(phone)
    expect(total(phone)).to_have_text("So far these make 90 of 100.")
    assert not Axe().run(phone).response["violations"]
    phone.set_viewport_size({"width": 320, "height": 640})
    assert not phone.evaluate(SCROLLS)


def test_pages_that_share_out_nothing_load_no_script(phone, link):
    answering.begin(phone, link)
    press(phone, "Continue")
    expect(heading(phone)).to_have_text("How many visits?")
    expect(phone.locator("script")).to_have_count(0)


def test_a_script_that_is_not_ours_to_the_letter_does_not_run(new_context, link):
    """The control: the policy that lets the total run stops everything else."""
    tab, said = new_context().new_page(), []
    tab.on("console", lambda message: said.append(message.text))

    def tamper(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<script>", "<script>;"))

    answering.begin(tab, link)
    tab.route("**/who", tamper)
    tab.reload()
    fill(tab, {"The coordinator": "40"})
    expect(tab.locator("script")).to_have_count(1)
    expect(total(tab)).to_have_text("")
    assert any("Content Security Policy" in text for text in said)
