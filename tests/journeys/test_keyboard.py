"""The whole way by the keys alone: for a resident, and for an evaluator."""

import pytest
from playwright.sync_api import expect

from survey.records.base import db
from survey.records.resident import Resident
from tests import making
from tests.journeys import answering
from tests.journeys.keys import Keys
from tests.journeys.steps import heading, reads

pytestmark = pytest.mark.journey


def test_a_resident_needs_no_mouse(server, phone):
    _, [link] = answering.invited(server, "keys@example.org", level="one", before="then_and_now")
    keys = Keys(phone)
    phone.goto("/")
    keys.write("What is your code?", link.spoken_code)
    keys.follow("Continue", "How are things for you?")
    keys.reach("I agree, start")
    keys.press("Space")
    expect(phone.get_by_text("Question 1 of 4")).to_be_visible()
    for number, outcome in enumerate(answering.asked("one"), 1):
        expect(phone.get_by_text(f"Question {number} of 4")).to_be_visible()
        keys.choose(outcome.choices[0].text, outcome.choices[3].text)
        keys.choose(outcome.choices[0].text, outcome.choices[1].text)
        keys.reach("Continue")
        keys.press("Enter")
    expect(phone.get_by_text("Question 4 of 4")).to_be_visible()
    keys.choose(answering.NOBODY, answering.NOBODY)
    keys.follow("Continue", "Check your answers")
    keys.reach("Change")
    keys.press("Enter")
    expect(phone.get_by_text("Question 1 of 4")).to_be_visible()
    keys.follow("Continue", "Check your answers")
    keys.follow("Send my answers", "Thank you")
    reads(phone, "These are better for you than before")
    keys.follow("Finish and forget", "All done")


def test_an_evaluator_needs_no_mouse(server, desk):
    keys = Keys(desk)
    sign_in(keys, server.account("keys-too@example.org"))
    keys.follow("Create an evaluation", "Create an evaluation")
    describe(keys, "By the keys")
    keys.follow("Create the evaluation", "By the keys")
    keys.follow("What we ask", "What we ask")
    keys.reach("Take out : Worry about crime")
    keys.press("Enter")
    reads(desk, "Worry about crime: taken out.")
    keys.reach("Add : Belonging")
    keys.press("Space")
    reads(desk, "Belonging: added at the end.")
    keys.follow("By the keys", "By the keys")
    keys.follow("Open", "Open the evaluation")
    keys.follow("Open the evaluation and fix its questions", "By the keys")
    reads(desk, "The evaluation is open.")
    add_a_resident(keys)
    with server.records():
        person = db.session.query(Resident).order_by(Resident.id.desc()).first()
        making.answer(person, 1, control=4, control_then=2)
    keys.follow("Residents", "Residents")
    keys.follow("By the keys", "By the keys")
    keys.reach("Results")
    keys.press("Enter")
    reads(desk, "Percentage change from before, by outcome")
    keys.reach("Download the summary")
    with desk.expect_download() as paper:
        keys.press("Enter")
    assert paper.value.suggested_filename == "by-the-keys-then-and-now-summary-internal.pdf"


def sign_in(keys, email):
    keys.page.goto("/sign-in")
    keys.write("E-mail address", email)
    keys.write("Password", making.PASSWORD)
    keys.press("Enter")
    expect(heading(keys.page)).to_have_text("Your evaluations")


def describe(keys, name):
    keys.write("What is this evaluation called?", name)
    keys.write("Which council is it for?", "Example Council")
    for day, month, year in (("1", "4", "2026"), ("31", "3", "2027")):
        for label, part in (("Day", day), ("Month", month), ("Year", year)):
            keys.write(label, part)
    keys.choose("In waves", "Then and now, in one sitting")
    keys.write("Name", "North")
    keys.write("People at Level 1", "40")


def add_a_resident(keys):
    keys.follow("Residents", "Residents")
    keys.follow("Add a resident", "Add a resident")
    keys.choose("North", "North")
    keys.choose("Level 1", "Level 2")
    keys.write("Code of your own", "wren-1")
    keys.follow("Add this resident", "wren-1")
