import pytest

from survey.engagement import evaluations, invitations, partners
from survey.records.base import db
from tests import making
from tests.reading import text


@pytest.fixture
def made(evaluator):
    partners.open_asking(making.evaluation(making.user("noise@example.org")))
    return making.evaluation(evaluator)


def address(made):
    return f"/evaluations/{made.id}/stakeholders/asking"


def asking(made):
    db.session.expire_all()
    return partners.asking(made)


def test_before_the_evaluation_is_open_it_says_to_open_it_first(signed_in, evaluator):
    made = making.evaluation(evaluator, opened=False)
    page = signed_in.page(address(made))
    assert "Partners cannot be asked yet, because the evaluation is not open." in text(page)
    assert page.xpath(f"//main//a[@href='/evaluations/{made.id}/open']") and not page.xpath("//main//button")
    response = signed_in.fill(f"/evaluations/{made.id}/open", follow=False)
    assert response.status_code == 303


def test_a_button_pressed_too_early_is_refused_in_words(signed_in, made, evaluator):
    token = signed_in.page(address(made)).xpath("//main//input[@name='csrf_token']/@value")[0]
    early = making.evaluation(evaluator, opened=False, name="Early")
    response = signed_in.post(address(early), data={"open": "yes", "csrf_token": token})
    assert response.status_code == 422 and "Open the evaluation first" in text(response)
    assert not asking(early).opened_at
    evaluations.open_evaluation(early)


def test_questions_are_opened_closed_and_opened_again(signed_in, made):
    page = signed_in.page(address(made))
    assert "Partners are not asked yet: their links say that the questions are not open." in text(page)
    response = signed_in.fill(address(made), button=("open", "yes"))
    assert "Partners can answer now." in text(response) and asking(made).is_open
    assert "Partners have been able to answer since" in text(response)
    response = signed_in.fill(address(made), button=("close", "yes"))
    assert "No partner can answer now." in text(response) and not asking(made).is_open
    assert "Partners’ questions were closed on" in text(response)
    response = signed_in.fill(address(made), button=("open", "yes"))
    assert asking(made).is_open


def test_a_link_says_whether_the_questions_are_open(signed_in, client, made):
    line = making.partner(made, linked=True)
    link = f"/a/{invitations.current_link(line).token}"
    assert "These questions are not open now" in text(client.get(link))
    signed_in.fill(address(made), button=("open", "yes"))
    assert "What would have happened anyway" in text(client.get(link))
    signed_in.fill(address(made), button=("close", "yes"))
    assert "These questions are not open now" in text(client.get(link))


def test_every_kind_is_shown_with_its_pages_how_long_it_takes_and_how_many_are_asked(signed_in, made):
    making.partner(made, "police", "Team")
    page = signed_in.page(address(made))
    for kind, name in partners.partners.PARTNER_KINDS.items():
        assert page.xpath(f"//h3[@id='{kind}']/text()") == [name]
        asked = partners.preview(made, kind)
        first = f"/evaluations/{made.id}/preview/{kind}/{asked.pages[0].id}"
        assert page.xpath(f"//a[@href='{first}']")
        listed = page.xpath(f"//h3[@id='{kind}']/following-sibling::details[1]//li")
        assert len(listed) == len(asked.pages)
    [said] = page.xpath("//h3[@id='police']/following-sibling::p[1]")
    assert (
        "From five pages (about " in said.text_content() and "One partner of this kind" in said.text_content()
    )
    assert "No partners of this kind" in text(page)


@pytest.mark.parametrize("forged", [("sing", "yes"), ("opened", "yes")])
def test_forged_buttons_are_not_found(signed_in, made, forged):
    assert signed_in.fill(address(made), button=forged).status_code == 404
    assert not asking(made).opened_at


def test_a_lost_token_opens_nothing(signed_in, made):
    response = signed_in.fill(address(made), button=("open", "yes"), csrf_token="stale")
    assert response.status_code == 422 and "press the button again" in text(response)
    assert not asking(made).opened_at
