"""What goes wrong for residents: each time a plain page, one answer, and nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from survey.access import links
from survey.engagement import invitations, waves
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.resident import Resident
from survey.records.response import Response
from tests.journeys import answering
from tests.journeys.answering import answer, begin, finish, leave, reference, words_for
from tests.journeys.steps import choose, fill, heading, press, reads, takes_the_focus

pytestmark = pytest.mark.journey

CODE = "What is your code?"


def invited(server, name):
    evaluation_id, [link] = answering.invited(server, f"{name}@example.org", level="one")
    return evaluation_id, f"/a/{link.token}", link


def to_the_end(page, home):
    """Everything left out, up to the last look."""
    begin(page, home)
    for _ in range(3):
        leave(page)
    answer(page, answering.NOBODY)
    expect(heading(page)).to_have_text("Check your answers")


def type_code(page, code):
    fill(page, {CODE: code})
    press(page, "Continue")


def test_a_mistyped_code_can_be_put_right(server, phone):
    _, _, link = invited(server, "mistyped")
    with server.records():
        nobodys = links.link(links.new_seed()).spoken_code
    code = link.spoken_code
    other = next(sign for sign in links.SIGNS if sign != code[0])
    phone.goto("/")
    for wrong, said in (
        ("", "Type your code."),
        (code[:-1] + "O", "Look again at: O."),
        (code[:6], "A code has 10 letters and numbers. You typed 5."),
        (other + code[1:], "One of these may be wrong"),
        (nobodys, "We do not know this code."),
    ):
        type_code(phone, wrong)
        reads(phone, "There is a problem", said)
        takes_the_focus(phone)
        expect(phone.get_by_label(CODE)).to_have_value(wrong)
    type_code(phone, f"  {code.lower()} ")
    expect(heading(phone)).to_have_text("How are things for you?")


def test_too_many_codes_have_to_wait(server, phone):
    phone.goto("/")
    for _ in range(10):
        type_code(phone, "guess")
        reads(phone, "There is a problem")
    _, _, link = invited(server, "guessed")
    type_code(phone, link.spoken_code)
    reads(phone, "That was a lot of tries. Wait a minute, then try again.")
    expect(phone.get_by_label(CODE)).to_have_value(link.spoken_code)


def test_a_lost_card_opens_nothing_and_its_answers_wait_behind_the_new_one(server, phone):
    _, home, old = invited(server, "lost")
    begin(phone, home)
    answer(phone, words_for("control", 4))
    with server.records():
        person = db.session.get(Resident, invitations.find(old.token).id)
        invitations.replace(person, *invitations.prepare(1))
        new = invitations.current_link(person)
    leave_open = phone.url
    press(phone, "Continue")
    expect(heading(phone)).to_have_text("This link has been replaced by a newer one")
    phone.goto(leave_open)
    type_code(phone, old.spoken_code)
    reads(phone, "This card has been replaced by a newer one.")
    type_code(phone, new.spoken_code)
    reads(phone, "There are 3 questions left of 4.")


def test_a_wave_that_closes_half_way_keeps_what_was_answered(server, phone):
    evaluation_id, home, _ = invited(server, "closing")
    begin(phone, home)
    answer(phone, words_for("control", 4))
    open_or_close(server, evaluation_id, waves.close_wave)
    press(phone, "Continue")
    expect(heading(phone)).to_have_text("There is nothing to answer now")
    reads(phone, "These questions closed before your answers were sent.")
    open_or_close(server, evaluation_id, waves.open_wave)
    phone.goto(f"{home}/control")
    expect(phone.get_by_label(words_for("control", 4))).to_be_checked()


def open_or_close(server, evaluation_id, change):
    with server.records():
        evaluation = db.session.get(Evaluation, evaluation_id)
        change(evaluation, waves.find(evaluation, 0))


def sent(server, evaluation_id):
    """The references of all that was sent."""
    with server.records():
        theirs = db.session.query(Response).join(Resident).filter_by(evaluation_id=evaluation_id)
        return [response.reference for response in theirs if response.submitted_at]


def test_back_after_sending_sends_nothing_twice(server, phone):
    evaluation_id, home, _ = invited(server, "back")
    to_the_end(phone, home)
    press(phone, "Send my answers")
    expect(heading(phone)).to_have_text("Thank you")
    given = reference(phone)
    phone.go_back()
    reads(phone, "We have your answers", given)
    phone.go_back()
    reads(phone, given)
    phone.reload()
    reads(phone, given)
    assert sent(server, evaluation_id) == [given]


def test_two_tabs_send_once(server, phone):
    evaluation_id, home, _ = invited(server, "tabs")
    to_the_end(phone, home)
    late, later = phone.context.new_page(), phone.context.new_page()
    late.goto(f"{home}/check")
    later.goto(f"{home}/control")
    press(phone, "Send my answers")
    expect(heading(phone)).to_have_text("Thank you")
    press(late, "Send my answers")
    expect(heading(late)).to_have_text("Thank you")
    answer(later, words_for("control", 5))
    expect(heading(later)).to_have_text("These answers were already sent")
    assert reference(phone) == reference(late) == reference(later)
    assert sent(server, evaluation_id) == [reference(phone)]


def test_two_people_at_once_are_one_person(server, browse):
    """The resident and the coordinator both open the link, and each answers a part."""
    _, home, _ = invited(server, "both")
    hers, theirs = browse(), browse()
    hers.goto(home)
    theirs.goto(home)
    press(hers, "I agree, start")
    press(theirs, "I agree, start")
    answer(hers, words_for("control", 2))
    expect(theirs.get_by_text("Question 1 of 4")).to_be_visible()
    leave(hers)
    leave(hers)
    finish(hers, answering.COORDINATOR)
    choose(theirs, words_for("control", 5))
    press(theirs, "Continue")
    expect(heading(theirs)).to_have_text("These answers were already sent")
    assert reference(theirs) == reference(hers)
