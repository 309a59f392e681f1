"""Partners of every kind and six residents say what came of it; page and paper show what that makes."""

import pytest
from playwright.sync_api import expect

from survey.engagement import partners
from tests.journeys import answering, due, filling
from tests.journeys.filling import begin, holds, put, send, walk, walk_to
from tests.journeys.steps import choose, fill, follow, heading, press, reads, sign_in
from tests.journeys.voices import CASE, GP_VISITS, NAME, PARTNERS, RESIDENTS, make, open_or_close

pytestmark = pytest.mark.journey

RECEIPT = "Thank you: we have your answers"
NOT_OPEN = "These questions are not open now"
TEAM, SILENT = "partners@example.org", "Made-up group that is silent"


def test_partners_and_residents_answer_and_the_figures_are_on_page_and_paper(server, phone, browse):
    made = make(server, TEAM, [kind for kind in PARTNERS if kind != "nhs"], people=len(RESIDENTS))
    team = browse()
    sign_in(team, TEAM)
    links = made.partners | {"nhs": a_partner_is_added(team)}
    partners_are_asked(team)
    for link, given in zip(made.residents, RESIDENTS, strict=True):
        begin(phone, link, "I agree, start")
        walk(phone, made.asked["two"], given)
        send(phone, "Thank you")
    for kind, given in PARTNERS.items():
        begin(phone, links[kind], "Start")
        walk(phone, made.asked[kind], given)
        send(phone, RECEIPT)
        reads(phone, f"Sent for Made-up {kind} on")
    the_receipt_holds_ones_own_answers_only(browse(), links["police"])
    the_register_says_who_has_not_answered(team)
    due.the_impact_page_shows_the_figures(team)
    due.the_paper_says_the_same(team)
    due.a_figure_comes_from_somewhere_and_can_be_entered(team)


def a_partner_is_added(page):
    """To the register, in the browser; gives its link."""
    follow(page, NAME)
    follow(page, "Stakeholders", exact=True)
    reads(page, "None of six partners has answered yet.")
    for kind, name in (("Community and voluntary groups", SILENT), ("NHS", "Made-up nhs")):
        follow(page, "Add a stakeholder")
        choose(page, kind)
        fill(page, {"Organisation or group": name, "How were they engaged?": "Invited by e-mail"})
        press(page, "Add to the register")
        reads(page, "Added to the register.")
        link = page.get_by_text("/a/", exact=False).first.inner_text()
        follow(page, "Stakeholders", exact=True)
    return link


def partners_are_asked(page):
    follow(page, "What partners are asked, and when")
    press(page, "Open the questions for partners and fix them")
    reads(page, "Partners have been able to answer since")


def the_register_says_who_has_not_answered(page):
    follow(page, "Stakeholders", exact=True)
    reads(page, "Seven of eight partners have answered.")
    rows = page.get_by_role("table", name="The register, by kind").get_by_role("row")
    expect(rows.filter(has_text=SILENT)).to_contain_text("Link made")
    expect(rows.filter(has_text="Made-up nhs")).to_contain_text("Answered on")


def the_receipt_holds_ones_own_answers_only(page, link):
    """Whoever holds the link reads it, on another device too."""
    page.goto(link)
    reads(page, "Made-up police", "The coordinator 40, your organisation 60", "call-outs")
    for others in ("themselves 25", "themselves 80", "Made-up community", "The coordinator 50"):
        expect(page.locator("body")).not_to_contain_text(others)


def test_what_does_not_fit_is_said_kindly_and_stays(server, phone):
    made = make(server, "partners-mistyped@example.org", ["nhs"])
    asked = made.asked["nhs"]
    open_or_close(server, made)
    begin(phone, made.partners["nhs"], "Start")
    walk_to(phone, asked, GP_VISITS, "fewer_gp_visits_size")
    sizes_that_do_not_fit(phone, asked)
    walk_to(phone, asked, GP_VISITS, "fewer_gp_visits_cause")
    shares_that_do_not_fit(phone, asked)
    walk(phone, asked, GP_VISITS | CASE)
    reads(phone, "The coordinator 50, your organisation 50", *CASE.values())
    send(phone, RECEIPT)
    reads(phone, "For how many people? 30", "counted in GP visits? 120", *CASE.values())


def sizes_that_do_not_fit(page, asked):
    """More people than were supported, less than nothing, days outside the period and the wrong way round."""
    people, amount, first, last = (
        asked.question(f"fewer_gp_visits_{name}") for name in ("people", "amount", "from", "until")
    )
    refused(
        page,
        {people: "91", amount: "-120", first: ("31", "3", "2026")},
        "Write a whole number from 0 to 90.",
        "Write a whole number, 0 or more.",
        "Write a date from 1 April 2026 to 31 March 2027.",
    )
    refused(
        page,
        {people: "half", amount: "1,000", first: ("1", "9", "2026"), last: ("1", "6", "2026")},
        "Write figures only, such as 3, without words.",
        "Write 1000 without commas.",
        "This is before 1 September 2026, the day on which it began.",
    )
    put(page, first, ("", "", ""))
    put(page, last, ("", "", ""))


def shares_that_do_not_fit(page, asked):
    """Shares of 90, and per cent with the sign or as a word; the running total says it meanwhile."""
    anyway, exactly, shares = (
        asked.question(f"fewer_gp_visits_{name}") for name in ("anyway", "anyway_exact", "shares")
    )
    ninety = {"coordinator": "40", "your_organisation": "50"}
    for typed, said in (("50%", "Write 50 without the per cent sign."), ("half", "Write figures only")):
        given = {anyway: "50", exactly: typed, shares: ninety}
        refused(page, given, said, "These make 90. They need to make 100, so 10 more.")
        reads(page, "So far these make 90 of 100.")
    put(page, exactly, "")


def refused(page, given, *said):
    """Answers that do not fit: each is said, and everything typed still stands there."""
    for question, value in given.items():
        put(page, question, value)
    press(page, "Continue")
    reads(page, "There is a problem", *said)
    for question, value in given.items():
        holds(page, question, value)


def test_a_colleague_carries_on_where_the_first_one_stopped(server, phone, desk):
    made = make(server, "partners-handing@example.org", ["fire_and_rescue"])
    asked, given = made.asked["fire_and_rescue"], PARTNERS["fire_and_rescue"]
    open_or_close(server, made)
    link = made.partners["fire_and_rescue"]
    begin(phone, link, "Start")
    walk_to(phone, asked, given, "someone_to_rely_on")
    filling.fill_in(phone, asked, given)

    desk.goto(link)
    reads(desk, "Your answers so far are safe.")
    follow(desk, "Carry on")
    assert filling.here(desk) == "someone_to_rely_on"
    walk(desk, asked, given)
    send(desk, RECEIPT)
    reads(desk, "No difference", "The coordinator 40, family and friends 60")

    press(phone, "Continue")
    expect(heading(phone)).to_have_text("These answers were already sent")
    assert answering.reference(phone) == answering.reference(desk)


def test_a_link_says_when_it_is_not_open_and_keeps_what_was_saved(server, phone):
    made = make(server, "partners-closing@example.org", ["housing"])
    asked, given, link = made.asked["housing"], PARTNERS["housing"], made.partners["housing"]
    phone.goto(link)
    expect(heading(phone)).to_have_text(NOT_OPEN)
    open_or_close(server, made)
    begin(phone, link, "Start")
    walk_to(phone, asked, given, "tenancies_kept_size")
    filling.fill_in(phone, asked, given)
    open_or_close(server, made, partners.close_asking)
    press(phone, "Continue")
    expect(heading(phone)).to_have_text(NOT_OPEN)
    reads(phone, "What you saved is kept, but it is not counted.")
    phone.goto(link)
    expect(heading(phone)).to_have_text(NOT_OPEN)
    open_or_close(server, made)
    phone.goto(link)
    follow(phone, "Carry on")
    follow(phone, "Back", exact=True)
    # The page that was open when they closed is kept with the others.
    amount = asked.question("tenancies_kept_amount")
    holds(phone, amount, given[amount.id])
