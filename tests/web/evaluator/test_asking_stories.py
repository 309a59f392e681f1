import pytest
from sqlalchemy import func, select

from survey.engagement import doors, telling
from survey.records.base import db
from survey.records.response import Response
from survey.records.story import Door
from tests import making
from tests.reading import text


@pytest.fixture
def made(evaluator):
    noise = making.evaluation(making.user("noise@example.org"), name="Noise")
    making.lead(noise, "noise@example.org")
    telling.open_telling(noise)
    return making.evaluation(evaluator)


@pytest.fixture
def led(made, evaluator):
    making.lead(made, evaluator.email)
    return made


def address(made, rest=""):
    return f"/evaluations/{made.id}/stories/asking{rest}"


def is_open(made):
    db.session.expire_all()
    return telling.is_open(made)


def press(client, made, rest="", **data):
    """Press a button that the page may not show."""
    page = client.page(f"/evaluations/{made.id}/colleagues")
    token = page.xpath("//main//input[@name='csrf_token']/@value")[0]
    return client.post(address(made, rest), data=data | {"csrf_token": token}, follow_redirects=True)


def test_before_the_evaluation_is_open_it_says_to_open_it_first(signed_in, evaluator):
    made = making.evaluation(evaluator, opened=False)
    making.lead(made, evaluator.email)
    page = signed_in.page(address(made))
    assert "because the evaluation is not open" in text(page)
    assert page.xpath(f"//main//a[@href='/evaluations/{made.id}/open']") and not page.xpath("//main//button")
    response = press(signed_in, made, open="yes")
    assert response.status_code == 422 and "Open the evaluation first" in text(response)


def test_before_a_lead_is_there_it_says_where_to_choose_one(signed_in, made):
    page = signed_in.page(address(made))
    assert "because nobody is safeguarding lead" in text(page)
    assert page.xpath(f"//main//a[@href='/evaluations/{made.id}/colleagues#duties']")
    assert not page.xpath("//main//button")
    response = press(signed_in, made, open="yes")
    assert response.status_code == 422 and "safeguarding lead first" in text(response)
    assert not is_open(made) and doors.current(made) is None


def test_telling_is_opened_closed_and_opened_again_with_the_same_poster(signed_in, led):
    assert "Stories are not asked for yet." in text(signed_in.page(address(led)))
    response = signed_in.fill(address(led), button=("open", "yes"))
    assert "Stories can be told now." in text(response) and is_open(led)
    link = doors.link(doors.current(led))
    assert link.address in text(response) and link.spoken_code in text(response)
    assert "Eva. A worry in a story is due to be looked at within a day." in text(response)
    response = signed_in.fill(address(led), button=("close", "yes"))
    assert "No story can be begun now." in text(response) and not is_open(led)
    assert "Story telling was closed on" in text(response)
    signed_in.fill(address(led), button=("open", "yes"))
    assert is_open(led)
    assert doors.link(doors.current(led)) == link


def test_a_page_that_says_neither_is_not_there(signed_in, led):
    assert press(signed_in, led).status_code == 404


def test_the_link_and_the_square_lead_to_the_story(signed_in, client, led):
    page_of_link = doors.link(doors.poster(led)).address
    telling.open_telling(led)
    db.session.commit()
    page = signed_in.page(address(led))
    assert page.xpath("//div[@class='app-door__qr']/*[local-name()='svg']")
    assert "Share your story" in text(signed_in.get(page_of_link))


def test_a_new_link_takes_the_old_ones_place(signed_in, led):
    signed_in.fill(address(led), button=("open", "yes"))
    old = doors.link(doors.current(led))
    response = press(signed_in, led, "/door")
    assert "The old ones no longer work." in text(response)
    new = doors.link(doors.current(led))
    assert new.token != old.token and new.address in text(response)
    assert signed_in.get(old.address).status_code == 410
    assert db.session.scalar(select(func.count()).select_from(Door).where(Door.evaluation_id == led.id)) == 2


def test_there_is_no_link_to_replace_before_there_is_one(signed_in, led):
    assert press(signed_in, led, "/door").status_code == 404


def test_a_lost_token_changes_nothing(signed_in, led):
    response = signed_in.fill(address(led), button=("open", "yes"), csrf_token="stale")
    assert response.status_code == 422 and "press the button again" in text(response)
    assert not is_open(led)


def test_without_a_lead_who_can_sign_in_the_page_and_the_queue_say_so(signed_in, evaluator, made):
    lead = making.lead(made, "lead@example.org")
    telling.open_telling(made)
    lead.active = False
    db.session.commit()
    assert "No story can be told now: no safeguarding lead can sign in." in text(
        signed_in.page(address(made))
    )
    assert "No story can be told now" in text(signed_in.page(f"/evaluations/{made.id}/stories"))
    assert "Nobody yet." in text(signed_in.page(address(made)))


def test_what_tellers_are_asked_can_be_looked_at_and_nothing_is_kept(signed_in, led):
    page = signed_in.page(address(led))
    [first] = page.xpath("//a[.='Begin with the first page']/@href")
    preview = f"/evaluations/{led.id}/preview/story"
    assert first == f"{preview}/story_before"
    shown = signed_in.page(first)
    assert "Preview, those who tell a story: nothing is saved." in text(shown)
    assert "Part 1 of" in text(shown)
    response = signed_in.fill(first, story_before="CANARY")
    assert response.request.path == f"{preview}/story_happened"
    assert "CANARY" not in response.text
    assert db.session.scalar(select(func.count()).select_from(Response)) == 0
    last = page.xpath("//ol//a/@href")[-1]
    assert signed_in.fill(last, use_published="no").request.path == address(led)


def test_somebody_elses_evaluation_is_not_there(signed_in, made):
    theirs = making.evaluation(making.user("noise@example.org"), name="Theirs")
    assert signed_in.get(address(theirs)).status_code == 404
    assert signed_in.get(f"/evaluations/{theirs.id}/stories/poster").status_code == 404
