import pytest

from survey.engagement import invitations, partners
from survey.records.base import db
from survey.records.impact import CaseRecord
from survey.records.response import Response
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text


@pytest.fixture
def partner(app):
    """A partner with a link, beside one whose answers are nobody else's."""
    evaluation = making.evaluation()
    other = making.partner(evaluation, organisation="Another surgery")
    making.partner_answer(other, fewer_gp_visits_seen="worse", traditional_response="Not yours to read")
    return making.partner(evaluation, organisation="Our surgery", linked=True)


@pytest.fixture
def home(partner):
    return f"/a/{invitations.current_link(partner).token}"


def answer_all(client, home, **given):
    """Go through the pages one by one, as a partner would; gives the address of the check."""
    response = client.fill(home, follow=False)
    while not response.location.endswith("/check"):
        page = client.page(response.location)
        here = {name: given[name] for name in page.xpath("//@name") if name in given}
        response = client.fill(response.location, follow=False, **here)
    return response.location


def test_the_first_page_says_what_this_is_to_a_partner(client, home):
    words = text(client.page(home))
    for said in ("Our surgery", "hand this link to a colleague", "rise at first", "at least three"):
        assert said in words
    assert "coordinator" not in words.replace("Local Area Coordination", "") and "Samaritans" not in words
    assert db.session.query(Response).count() == 1


def test_a_partner_answers_sends_and_gets_a_receipt_with_its_own_answers_alone(client, home):
    check = answer_all(
        client,
        home,
        fewer_gp_visits_seen="better",
        fewer_gp_visits_amount="40",
        fewer_gp_visits_shares=["70", "", "", "20", "10", ""],
        traditional_response="A bed in hospital",
    )
    assert "A bed in hospital" in text(client.page(check))
    # A question ends in its own sign.
    assert "?:" not in text(client.page(check))
    page = text(client.fill(check))
    assert "?:" not in page
    for said in ("Thank you", "Our surgery", "Coordinator 70, family and friends 20", "A bed in hospital"):
        assert said.lower() in page.lower(), said
    assert "Not yours to read" not in page
    # The same link leads back to it, on any device and without a cookie.
    with client.application.test_client() as other:
        again = text(other.page(home))
    assert "A bed in hospital" in again and "when findings are published" in again.lower()
    assert client.get(f"{home}/my-flower.pdf").location == home


def test_sending_twice_counts_once(client, home, partner):
    check = answer_all(client, home, traditional_response="A bed in hospital")
    form = dict(client.page(check).forms[0].form_values())
    sent = [client.post(check, data=form) for _ in range(2)]
    assert [each.location for each in sent] == [f"{home}/thank-you"] * 2
    db.session.expire_all()
    assert partner.response.reference in text(client.page(home))
    assert db.session.query(CaseRecord).filter_by(stakeholder_id=partner.id).count() == 1
    # Once for this partner, once for the other.
    assert db.session.query(TrailLine).filter_by(act="a partner sent answers").count() == 2


def test_a_link_used_after_closing_says_so_and_loses_nothing(client, home, partner):
    started = client.fill(home, follow=False).location
    form = client.page(started).forms[0]
    typed = dict(form.form_values()) | {"earlier_intervention_seen": "better"}
    partners.close_asking(partner.evaluation)
    db.session.commit()
    # A page that is open when the questions close is kept with the rest.
    closed = text(client.post(started, data=typed, follow_redirects=True))
    assert (
        "not open now" in closed and "What you saved is kept" in closed and "your coordinator" not in closed
    )
    cut = {name: value for name, value in typed.items() if name != "submission_key"}
    assert client.post(started, data=cut).status_code == 409
    assert client.post(f"{home}/check", data=typed).status_code == 409
    partners.open_asking(partner.evaluation)
    db.session.commit()
    # Whoever opens it now may be a colleague who has not read the first page.
    for said in (
        "Your answers so far are safe",
        "for: Our surgery",
        "handed it to you",
        "names no organisation",
    ):
        assert said in text(client.page(home))
    again = client.page(started)
    assert again.xpath("//input[@checked]/@value") == ["better"]
    fresh = making.partner(partner.evaluation, organisation="Late", linked=True)
    partners.close_asking(partner.evaluation)
    db.session.commit()
    assert "Keep your link" in text(client.page(f"/a/{invitations.current_link(fresh).token}"))
