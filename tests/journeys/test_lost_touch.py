"""What goes wrong for evaluators: signed out, cookies gone, lists that do not fit. Nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from tests import making
from tests.journeys import setting_up
from tests.journeys.steps import fill, follow, heading, press, reads, sign_in

pytestmark = pytest.mark.journey

MARKUP = "<b>Sleep</b> & =1+1"
ROWS = ["Q-1, North, Level 2", "Q-2, West, Level 2", "Q-1, South, Level 1", "", "Q-4, South, Level 9"]


@pytest.fixture
def home(server, desk):
    email = server.account("lost-touch@example.org")
    with server.records():
        home = f"/evaluations/{making.evaluation(making.user(email), opened=False, name='Touch').id}"
    sign_in(desk, email)
    return home


def test_what_was_typed_outlives_the_cookies(server, desk, home):
    desk.goto(f"{home}/outcomes/own")
    fill(desk, setting_up.SLEEP)
    desk.get_by_text("A higher score is better", exact=True).click()
    desk.context.clear_cookies()
    press(desk, "Add the outcome")
    expect(heading(desk)).to_have_text("You have been signed out")
    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Sign in (opens in a new tab)").click()
    again = opened.value
    fill(again, {"E-mail address": "lost-touch@example.org", "Password": making.PASSWORD})
    press(again, "Sign in", exact=True)
    expect(heading(again)).to_have_text("Your evaluations")
    press(desk, "Carry on")
    reads(desk, "There is a problem", "We lost touch with your sign-in for a moment.")
    for label, text in setting_up.SLEEP.items():
        expect(desk.get_by_label(label, exact=True)).to_have_value(text)
    press(desk, "Add the outcome")
    reads(desk, "Sleep: added at the end, for Level 2.")


def test_signing_out_elsewhere_does_nothing_behind_ones_back(server, desk, home):
    desk.goto(f"{home}/colleagues")
    fill(desk, {"What is your colleague’s e-mail address?": server.account("touched@example.org")})
    other = desk.context.new_page()
    other.goto("/evaluations")
    press(other, "Sign out")
    expect(heading(other)).to_have_text("Sign in")
    press(desk, "Give access")
    expect(heading(desk)).to_have_text("You have been signed out")
    desk.goto(home)
    expect(heading(desk)).to_have_text("Sign in")
    fill(desk, {"E-mail address": "lost-touch@example.org", "Password": making.PASSWORD})
    press(desk, "Sign in", exact=True)
    expect(heading(desk)).to_have_text("Touch")
    follow(desk, "Colleagues", exact=True)
    expect(desk.get_by_text("touched@example.org")).to_have_count(0)


def test_markup_and_formulas_are_only_words(desk, home):
    desk.goto(f"{home}/outcomes/own")
    fill(desk, setting_up.SLEEP | {"Short name": MARKUP, "Question": "<script>alert(1)</script>"})
    desk.get_by_text("A higher score is better", exact=True).click()
    press(desk, "Add the outcome")
    reads(desk, MARKUP, "<script>alert(1)</script>")
    follow(desk, "See it as a phone will")
    follow(desk, f"{MARKUP} (Level 2)")
    expect(heading(desk)).to_have_text("<script>alert(1)</script>")


def test_a_pasted_list_is_put_right_row_by_row(desk, home):
    desk.goto(f"{home}/residents/paste")
    fill(desk, {"The list": "\n".join(ROWS)})
    press(desk, "Check the list")
    reads(desk, "Three rows do not fit. Nothing is saved yet.", "There is no area called “West”.")
    for row, said in (("2", "West"), ("3", "The code “Q-1” is also in row 1."), ("5", "Level 9")):
        expect(desk.get_by_role("row", name=f"{row} ").filter(has_text=said)).to_be_visible()
    expect(desk.get_by_label("The list")).to_have_value("\n".join(ROWS))
    put_right = "\n".join(ROWS).replace("West", "South").replace("Q-1, South", "Q-3, South")
    fill(desk, {"The list": put_right.replace("Level 9", "Level 1")})
    press(desk, "Check the list again")
    press(desk, "Add four people")
    reads(desk, "Four people added", "There are four residents.")
