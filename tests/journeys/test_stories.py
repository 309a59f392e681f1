"""A story from the poster to the paper, and back again: its teller has the last word."""

import subprocess

import pytest
from playwright.sync_api import expect

from survey.engagement import doors, invitations
from survey.questionnaires.story_ids import LEARNING, STEERING_GROUP, use_of
from survey.records.base import db
from survey.records.response import AnswerWords
from survey.records.story import Story
from tests import making
from tests.journeys import tellers
from tests.journeys.steps import arrive, choose, download, fill, follow, heading, press, reads, sign_in

pytestmark = pytest.mark.journey

TOLD = "After he died I did not leave the flat."
GIVEN = {
    "story_before": TOLD,
    "story_different": "Now I go to the lunch club on Tuesdays.",
    "story_about": ["hope"],
    "hope_direction": "better",
    "triad_who": "me_people",
    use_of(LEARNING): "three_years",
    use_of(STEERING_GROUP): "one_year",
    "story_contact_wanted": "no",
}
WHOLE = "I met Zebedee at the lunch club, and he talked me into going back."
QUOTED = "I met [name] at the lunch club, and he talked me into going back."
SCORES = [(2, 4), (3, 3), (2, 3)] * 8


def test_a_story_is_told_from_a_poster_and_taken_back(server, phone):
    evaluation_id, asked = tellers.asking(server, "poster@example.org")
    with server.records():
        poster = doors.link(doors.poster(tellers.of(evaluation_id))).address
    phone.goto(poster)
    tellers.fits(phone)
    press(phone, "Continue")
    tellers.tell(phone, asked, GIVEN)
    code = tellers.own_code(phone)
    phone.context.clear_cookies()

    tellers.type_code(phone, code)
    expect(heading(phone)).to_have_text("What we may do with your story")
    tellers.fits(phone)
    expect(phone.get_by_role("link", name="Take this yes back")).to_have_count(2)
    expect(phone.get_by_text(TOLD)).to_have_count(0)
    follow(phone, "Take this yes back : May we show it to the steering group?")
    tellers.fits(phone)
    follow(phone, "No, keep it")
    expect(phone.get_by_role("link", name="Take this yes back")).to_have_count(2)
    tellers.take_use_back(phone, "May we show it to the steering group?")
    expect(phone.get_by_role("link", name="Take this yes back")).to_have_count(1)
    assert uses(server, evaluation_id) == {LEARNING: False, STEERING_GROUP: True}

    tellers.take_all_back(phone)
    tellers.type_code(phone, code)
    expect(heading(phone)).to_have_text("You took your story back")
    with server.records():
        assert db.session.query(AnswerWords).filter(AnswerWords.words == TOLD).count() == 0


def uses(server, evaluation_id):
    """By use agreed to, whether it was taken back."""
    with server.records():
        [story] = db.session.query(Story).filter_by(evaluation_id=evaluation_id)
        return {each.purpose: each.withdrawn_at is not None for each in story.consents}


def test_a_quotation_is_released_and_left_out_when_its_teller_says_no(server, browse, tmp_path):
    evaluation_id, _ = tellers.asking(server, "quoting@example.org", before="then_and_now", name="In words")
    with server.records():
        evaluation = tellers.of(evaluation_id)
        making.pairs(evaluation, "hope", SCORES)
        story = making.story(
            evaluation, story_before=WHOLE, story_about=["hope"], **tellers.QUOTED_EVERYWHERE
        )
        number, code = story.id, invitations.current_link(story).spoken_code
    desk = browse({"width": 1280, "height": 900}, accept_downloads=True)
    sign_in(desk, "quoting@example.org")
    redact(desk, number)
    tag(desk, number)
    quote(desk)
    release(desk, 1)
    first = paper(desk, 1, tmp_path / "first.pdf")
    assert QUOTED in first and "Zebedee" not in first

    phone = browse()
    tellers.type_code(phone, code)
    tellers.take_use_back(phone, "May we publish it?")
    expect(phone.get_by_role("link", name="Take this yes back")).to_have_count(2)

    release(desk, 2)
    expect(desk.get_by_text(QUOTED)).to_have_count(0)
    reads(desk, "Since release 1, one quotation was taken out: consent was taken back.")
    second = paper(desk, 2, tmp_path / "second.pdf")
    assert QUOTED not in second and "lunch club" not in second
    follow(desk, "Releases", exact=True)
    follow(desk, "Release 1", exact=True)
    reads(desk, QUOTED, "One quotation of this release may not be told any more: consent was taken back.")
    assert paper(desk, 1, tmp_path / "again.pdf") == first
    follow(desk, "Releases", exact=True)
    follow(desk, "In words")
    follow(desk, "Trail", exact=True)
    reads(desk, "Left quotations out", "release 2; ", "consent was taken back", "Redacted a story")
    assert "Zebedee" not in desk.locator("body").inner_text()


def redact(desk, number):
    follow(desk, "In words")
    follow(desk, "Stories", exact=True)
    follow(desk, f"Story {number}", exact=True)
    reads(desk, "Names and places are still to be taken out")
    assert "Zebedee" not in desk.locator("body").inner_text()
    follow(desk, "Read it as told, and take names and places out")
    reads(desk, WHOLE)
    for box in desk.get_by_role("checkbox").all():
        box.uncheck()
    fill(desk, {"Words 1": "zebedee"})
    desk.get_by_label("What takes the place of words 1").select_option("name")
    press(desk, "Show me the result")
    reads(desk, QUOTED, "It is not confirmed yet.")
    press(desk, "Confirm")
    reads(desk, QUOTED)


def tag(desk, number):
    follow(desk, "Write the first theme of the codebook")
    fill(desk, {"Theme": "Neighbours help"})
    press(desk, "Add the theme")
    follow(desk, "Stories", exact=True)
    follow(desk, f"Story {number}", exact=True)
    choose(desk, "Neighbours help")
    press(desk, "Save the themes")
    says_here(desk, "The themes are saved.")


def quote(desk):
    follow(desk, "Place a quotation")
    # It has one part, so its words, as they were confirmed, are in the box.
    expect(desk.get_by_label("The words", exact=True)).to_have_value(QUOTED)
    fill(desk, {"The words": WHOLE})
    choose(desk, "Without a name")
    press(desk, "Place the quotation")
    reads(desk, "There is a problem")
    fill(desk, {"The words": QUOTED})
    desk.get_by_label("What do they speak of?").select_option("hope")
    press(desk, "Place the quotation")
    says_here(desk, "The quotation is placed.")


def says_here(desk, sentence):
    """It is said once, where the page has opened."""
    said = desk.get_by_role("status").filter(has_text=sentence)
    expect(said).to_have_count(1)
    expect(said).to_be_in_viewport()
    expect(desk.get_by_text(sentence)).to_have_count(1)


def release(desk, number):
    desk.goto(desk.url.partition("/stories")[0].partition("/releases")[0] + "/releases/new")
    press(desk, "Make the release")
    reads(desk, f"Release {number} is made.")


def paper(desk, number, path):
    """What the summary of the release whose page is open says, its lines put together."""
    download(desk, "summary (PDF)").save_as(path)
    said = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(said.split())


WANTED = {
    "story_happened": "There is shouting next door every night.",
    "story_contact_wanted": "yes",
    "story_contact": "Robin, 01632 960 123, after six",
}


def test_a_worry_of_a_teller_is_settled_by_the_safeguarding_lead(server, browse):
    evaluation_id, asked = tellers.asking(server, "looking-after@example.org", name="Looked after")
    with server.records():
        [resident] = making.people(tellers.of(evaluation_id), code="WREN-7")
        making.answer(resident, control=3)
        link = invitations.current_link(resident).address
    phone = browse()
    phone.goto(link)
    press(phone, "Share your story")
    tellers.tell(phone, asked, WANTED)
    reads(phone, "will look at your story within one day")

    desk = browse({"width": 1280, "height": 900})
    sign_in(desk, "looking-after@example.org")
    follow(desk, "Looked after")
    follow(desk, "Safeguarding", exact=True)
    reads(desk, "One worry is open, and it is not overdue.", "The teller asked for somebody to get in touch")
    arrive(desk, desk.get_by_role("link", name="Story").filter(has_text="worry"))
    # Its teller agreed to nothing at all: the lead alone reads it.
    reads(desk, WANTED["story_happened"], WANTED["story_contact"])
    expect(desk.get_by_text("WREN-7")).to_have_count(0)
    follow(desk, "find out who told this")
    press(desk, "Find out who told this")
    reads(desk, "There is a problem")
    fill(desk, {"Why do you need to know?": "The number does not answer."})
    press(desk, "Find out who told this")
    reads(desk, "You can see now who told it.", "WREN-7", "The number does not answer.")
    choose(desk, "I was in touch with them")
    fill(desk, {"What was done, and why?": "Called back, and spoke with the housing office."})
    press(desk, "Settle the worry")
    reads(desk, "The worry is settled.", "No worry is open.")
    arrive(desk, desk.get_by_role("link", name="Story").filter(has_text="worry"))
    reads(desk, "It is settled.", "Called back, and spoke with the housing office.")
    for gone in (WANTED["story_contact"], WANTED["story_happened"], "WREN-7"):
        expect(desk.get_by_text(gone)).to_have_count(0)
    the_trail_says_it_without_words(desk)


def the_trail_says_it_without_words(desk):
    follow(desk, "Safeguarding", exact=True)
    follow(desk, "Looked after")
    follow(desk, "Trail", exact=True)
    reads(desk, "Read a story with a worry")
    said = desk.locator("body").inner_text()
    assert "WREN-7" not in said and "01632" not in said and "shouting" not in said
