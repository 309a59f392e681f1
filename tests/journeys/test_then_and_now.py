"""The before and the now asked in one sitting: on a phone, and what the phone keeps of it."""

import pytest
from playwright.sync_api import expect

from tests.journeys import answering, paper
from tests.journeys.steps import choose, download, follow, heading, press, reads

pytestmark = pytest.mark.journey

# Outcome, score now, score before; 5 is the good end of the first, 1 of the second.
GIVEN = [
    ("control", 4, 1),
    ("someone_to_rely_on", 3, 3),
    ("low_mood", 2, 5),
    ("independence", 2, 4),
    ("isolation", 1, 4),
    ("hope", 5, 2),
    ("confidence", 4, 4),
    ("crime_worry", None, 3),
]
BETTER = (
    "These are better for you than before: Feeling in control, Low mood, Isolation and Hope for the future."
)
SAME = "These are the same as before: Someone to rely on and Confidence."
HARDER = "This is harder for you than before: Independence. It is not your fault."


@pytest.fixture
def link(server):
    _, [link] = answering.invited(server, "then-and-now@example.org", before="then_and_now")
    return f"/a/{link.token}"


def sent(page, link):
    """All asked about then and now, answered and sent."""
    answering.begin(page, link)
    for outcome, now, before in GIVEN:
        answering.answer(page, *(score and answering.words_for(outcome, score) for score in (now, before)))
    choose(page, "Hope for the future")
    answering.leave(page)
    answering.answer(page, "No, none of it", "Mostly my coordinator")
    answering.finish(page)


def test_the_flower_says_what_changed_and_goes_when_told_to(phone, browse, link):
    sent(phone, link)
    reads(phone, BETTER, SAME, HARDER)
    reference = answering.reference(phone)
    expect(phone.locator("svg[role=img]")).to_be_visible()
    said = paper.words(download(phone, "Keep this as a PDF"))
    assert BETTER in said and SAME in said and HARDER in said and reference in said

    elsewhere = browse()
    for address in (link, f"{link}/thank-you", f"{link}/my-flower.pdf", f"{link}/check", f"{link}/control"):
        elsewhere.goto(address)
        expect(elsewhere.locator("body")).not_to_contain_text("better for you")
        expect(elsewhere.locator("svg[role=img]")).to_have_count(0)
        reads(elsewhere, reference)

    phone.goto(link)
    follow(phone, "See your flower again")
    press(phone, "Finish and forget")
    expect(heading(phone)).to_have_text("All done")
    phone.goto(f"{link}/thank-you")
    reads(phone, reference)
    expect(phone.locator("body")).not_to_contain_text("better for you")
    phone.go_back()
    phone.go_back()
    expect(phone.locator("body")).not_to_contain_text("better for you")


def test_the_whole_way_with_scripts_off(browse, link):
    plain = browse(java_script_enabled=False)
    sent(plain, link)
    reads(plain, BETTER, HARDER)
    press(plain, "Finish and forget")
    expect(heading(plain)).to_have_text("All done")


def test_level_one_is_short(browse, server):
    _, [link] = answering.invited(server, "short@example.org", level="one")
    phone = browse()
    phone.goto(f"/a/{link.token}")
    reads(phone, "There are 4 short questions", "It takes less than a minute")
    press(phone, "I agree, start")
    for _ in range(3):
        answering.leave(phone)
    answering.finish(phone, answering.COORDINATOR)
    reads(phone, "You chose not to answer these questions")
