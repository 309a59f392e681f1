"""From an empty account to a percentage-change table and a PDF: the main journey, on a phone."""

import csv

import pytest
from playwright.sync_api import expect

from tests.journeys import answering, paper, setting_up
from tests.journeys.answering import answer, begin, finish, leave, words_for
from tests.journeys.steps import choose, download, fill, follow, heading, press, reads, sign_in
from tests.journeys.tables import row

pytestmark = pytest.mark.journey

NAME, OUTCOME = "Walking alongside in Example", "Feeling in control"
# Scores before and now of one outcome, from 1 to 5; the last two gave only one.
PAIRS = [(1, 4), (2, 4), (2, 3), (1, 3), (3, 4), (2, 2), (4, 5), (5, 5), (2, 4), (1, 5), (3, 2), (2, 4)]
SINGLES = [(2, None), (None, 4)]
CODES = [f"P-{number:02}" for number in range(1, 15)]
GIVEN = dict(zip(CODES, PAIRS + SINGLES, strict=True))
# In the browser; the others answer the same pages without one.
BY_LINK, BY_CODE, ON_TWO_DEVICES, CHANGING = CODES[:4]

SENTENCE = (
    "Feeling in control rose by 61 per cent of its starting level, from 2.3 to 3.8 out of 5 (12 people)."
)
IMPROVED = (
    "Nine of 12 people (75 per cent) moved towards the good end, two stayed where they were and "
    "one moved away from it."
)


@pytest.fixture
def links(server, phone):
    """An opened evaluation with fourteen residents, all made in the browser; their links and codes."""
    sign_in(phone, server.account("main@example.org"))
    setting_up.create(phone, NAME, setting_up.IN_WAVES, {"North": ("40", "20"), "South": ("", "30")})
    setting_up.ask_only(phone, OUTCOME, "Low mood", "Isolation")
    setting_up.add_own_outcome(phone, setting_up.SLEEP)
    press(phone, "Up : Sleep")
    reads(phone, "Sleep: moved up.")
    follow(phone, NAME)
    setting_up.open_evaluation(phone)
    follow(phone, "Residents", exact=True)
    follow(phone, "Paste a list")
    areas = ["North", "South"] * 7
    rows = [f"{code}; {area}; Level 2" for code, area in zip(CODES, areas, strict=True)]
    fill(phone, {"The list": "\n".join(rows)})
    press(phone, "Check the list")
    press(phone, "Add 14 people", exact=True)
    reads(phone, "14 people added")
    merge = download(phone, "Download their links")
    with open(merge.path(), encoding="utf-8-sig", newline="") as file:
        return {row["Code"]: row for row in csv.DictReader(file)}


def test_twelve_people_answer_twice_and_the_figures_are_on_page_and_paper(server, browse, phone, links):
    before = {code: pair[0] for code, pair in GIVEN.items()}
    ways_through(browse, links, before, last_time=False)
    the_others(server, links, before, left_out=())

    phone.goto("/evaluations")
    follow(phone, NAME)
    reads(phone, "14 of 14 residents have answered")
    open_the_follow_up(phone)

    now = {code: pair[1] for code, pair in GIVEN.items()}
    ways_through(browse, links, now, last_time=True)
    the_others(server, links, now, left_out=(CODES[12],))

    follow(phone, NAME)
    follow(phone, "Results", exact=True)
    shows_the_figures(phone)
    on_paper(phone)
    as_pairs(phone)


def open_the_follow_up(page):
    follow(page, "Waves", exact=True)
    follow(page, "Change its name and weeks : Follow-up")
    page.get_by_label("How many weeks").fill("0")
    press(page, "Save", exact=True)
    press(page, "Open : Follow-up")
    reads(page, "Follow-up: open. Residents can answer it.")


def ways_through(browse, links, scores, *, last_time):
    by_link(browse(), links[BY_LINK]["Link"], scores[BY_LINK], asked_why=last_time)
    by_code(browse(), links[BY_CODE]["Spoken code"], scores[BY_CODE])
    on_two_devices(browse(), browse(), links[ON_TWO_DEVICES]["Link"], scores[ON_TWO_DEVICES])
    changing(browse(), links[CHANGING]["Link"], scores[CHANGING])
    if last_time:
        elsewhere = browse()
        elsewhere.goto(links[BY_LINK]["Link"])
        expect(heading(elsewhere)).to_have_text("We have your answers")


def by_link(page, link, score, *, asked_why):
    """All pages; and an impatient finger on the last button."""
    begin(page, link)
    answer(page, words_for("control", score))
    answer(page, words_for("low_mood", 3))
    answer(page, "Neither well nor badly")
    answer(page, words_for("isolation", 2))
    choose(page, "Sleep")
    leave(page)
    if asked_why:
        answer(page, "Yes, a little of it", "My coordinator and others, about the same")
    answer(page, answering.NOBODY)
    page.get_by_role("button", name="Send my answers").dblclick()
    expect(heading(page)).to_have_text("Thank you")
    reference = answering.reference(page)
    page.goto(link)
    expect(heading(page)).to_have_text("We have your answers")
    assert answering.reference(page) == reference


def by_code(page, code, score):
    """Typed as it was heard: small letters, a space for each dash."""
    page.goto("/")
    fill(page, {"What is your code?": code.lower().replace("-", " ")})
    press(page, "Continue")
    press(page, "I agree, start")
    answer(page, words_for("control", score))
    leave_the_rest(page)
    finish(page)


def on_two_devices(phone, computer, link, score):
    begin(phone, link)
    answer(phone, words_for("control", score))
    answer(phone, words_for("low_mood", 4))
    computer.goto(link)
    reads(computer, "Your answers so far are safe. There are 4 questions left of 6.")
    follow(computer, "Carry on")
    expect(computer.get_by_text("Question 3 of 6")).to_be_visible()
    leave_the_rest(computer, already=2)
    answer(computer, answering.NOBODY)
    reads(computer, words_for("control", score), words_for("low_mood", 4))
    press(computer, "Send my answers")
    expect(heading(computer)).to_have_text("Thank you")


def changing(page, link, score):
    """A wrong answer first; put right from the next page, and another one from the check page."""
    begin(page, link)
    answer(page, words_for("control", 5 if score < 5 else 1))
    follow(page, "Back", exact=True)
    expect(page.get_by_label(words_for("control", 5 if score < 5 else 1))).to_be_checked()
    answer(page, words_for("control", 1 if score > 1 else 2))
    leave_the_rest(page)
    answer(page, answering.NOBODY)
    follow(page, "Change How much do you feel in control of your life?")
    answer(page, words_for("control", score))
    expect(heading(page)).to_have_text("Check your answers")
    reads(page, words_for("control", score))
    press(page, "Send my answers")
    expect(heading(page)).to_have_text("Thank you")


def leave_the_rest(page, already=1):
    """Leave out every question that is left, up to the one about help."""
    for _ in range(5 - already):
        leave(page)


def the_others(server, links, scores, left_out):
    with server.reader() as client:
        for code in CODES[4:]:
            if code not in left_out:
                link = links[code]["Link"].removeprefix(server.address)
                given = {"control": scores[code]} if scores[code] else {}
                answering.answer_plainly(client, link, **given)


def shows_the_figures(page):
    """Every figure of the worked-out case, rounded as people read them."""
    reads(page, SENTENCE, IMPROVED)
    assert row(page, "Percentage change from before, by outcome", OUTCOME) == {
        "With both": "12",
        "Before": "2.3",
        "Now": "3.8",
        "Change": "1.4",
        "Percentage change from before": "61",
        "Share of the scale moved": "35",
        "Improved": "75",
    }
    sure = row(page, "How sure we are, by outcome", OUTCOME)
    assert (
        sure
        | {
            "Before only": "1",
            "Now only": "1",
            "Improved": "9",
            "Same": "2",
            "Worse": "1",
            "Signed-rank p": "0.010",
            "Rank-biserial": "0.91",
        }
        == sure
    )
    assert row(page, "Who answered", "Follow-up")["Sent answers"] == "13"


def on_paper(page):
    summary = download(page, "Download the summary")
    lines = paper.lines(summary)
    assert f"1 {OUTCOME} 12 2.3 3.8 1.4 61 35 75" in lines
    assert any(line.endswith(" 9 2 1 52.5 2.5 0.010 0.91") for line in lines), "how sure we are"
    assert f"{OUTCOME} 35.4 28.3 60.7 106.3 53.1 50.8 3 1" in lines, "the six ways, floor and ceiling"
    said = paper.words(summary)
    assert SENTENCE in said
    assert "Follow-up: 13 sent answers, of 14 people added (93 per cent)" in said


def as_pairs(page):
    pairs = download(page, "Download the pairs")
    with open(pairs.path(), encoding="utf-8-sig", newline="") as file:
        rows = [each for each in csv.DictReader(file) if each["outcome"] == "control"]
    found = {each["code"]: (each["before"], each["now"]) for each in rows}
    assert found == {
        code: tuple("" if score is None else str(score) for score in pair) for code, pair in GIVEN.items()
    }
