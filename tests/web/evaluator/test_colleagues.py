import pytest
from lxml import html

from survey.access import trail
from survey.engagement import duties, evaluations, telling
from survey.records.base import db
from tests import making
from tests.reading import text


@pytest.fixture
def made(evaluator):
    return making.evaluation(evaluator)


@pytest.fixture
def ada(app):
    user = making.user("ada@example.org")
    user.name = "Ada"
    db.session.commit()
    return user


def address(made):
    return f"/evaluations/{made.id}/colleagues"


def emails(made):
    db.session.expire_all()
    return [user.email for user in evaluations.colleagues(made)]


def test_the_only_one_cannot_be_taken_away(signed_in, evaluator, made):
    page = signed_in.page(address(made))
    assert "Only you can work on this evaluation." in text(page)
    assert "Take access away" not in text(page)
    token = page.xpath("//main//input[@name='csrf_token']/@value")[0]
    response = signed_in.post(take_away(made, evaluator), data={"csrf_token": token})
    assert response.status_code == 422
    assert "Somebody has to have access." in text(response)
    assert emails(made) == ["eva@example.org"]


def take_away(made, user):
    return f"{address(made)}/{user.id}/take-access-away"


def test_a_colleague_is_given_access_by_address(signed_in, made, ada):
    response = signed_in.fill(address(made), email=" ADA@example.org ")
    assert "Ada can work on this evaluation." in text(response)
    assert "Two people can work on this evaluation." in text(response)
    assert emails(made) == ["ada@example.org", "eva@example.org"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nobody@example.org", "An administrator has to make the account first"),
        ("not <an> address", "Nobody with this e-mail address has an account."),
        ("", "Write the e-mail address"),
    ],
)
def test_an_address_without_an_account_is_said_and_kept(signed_in, made, typed, said):
    response = signed_in.fill(address(made), email=typed)
    assert response.status_code == 422
    assert said in text(response)
    assert f'value="{typed}"'.replace("<an>", "&lt;an&gt;") in response.text or not typed
    assert len(emails(made)) == 1


def test_a_lost_token_keeps_the_address(signed_in, made, ada):
    response = signed_in.fill(address(made), email="ada@example.org", csrf_token="stale")
    assert response.status_code == 422
    assert "press the button again" in text(response)
    assert 'value="ada@example.org"' in response.text
    assert len(emails(made)) == 1


def test_access_is_taken_away(signed_in, made, ada):
    evaluations.grant(made, ada)
    db.session.commit()
    response = signed_in.fill(address(made), form=0)
    assert "Ada can no longer work on this evaluation." in text(response)
    assert emails(made) == ["eva@example.org"]


def test_one_can_go_oneself(signed_in, made, ada):
    evaluations.grant(made, ada)
    db.session.commit()
    response = signed_in.fill(address(made), form=1)
    assert response.request.path == "/evaluations"
    assert "You can no longer work on Walking alongside." in text(response)
    assert emails(made) == ["ada@example.org"]


def test_a_lost_token_takes_nothing_away(signed_in, made, ada):
    evaluations.grant(made, ada)
    db.session.commit()
    response = signed_in.post(take_away(made, ada), data={"csrf_token": "stale"})
    assert response.status_code == 422
    assert "press the button again" in text(response)
    assert len(emails(made)) == 2


def test_only_a_colleague_can_be_named(signed_in, made, ada):
    assert signed_in.post(take_away(made, ada)).status_code == 404
    assert signed_in.post(f"{address(made)}/999999/take-access-away").status_code == 404


def press_duty(client, made, words, name):
    """Press one of the buttons beside a duty."""
    page = client.page(address(made))
    [button] = [
        each
        for each in page.xpath("//main//button")
        if words in each.text_content() and name in each.text_content()
    ]
    [form] = button.xpath("ancestor::form")
    sent = dict(form.form_values()) | {button.get("name"): button.get("value")}
    return client.post(form.action, data=sent, follow_redirects=True)


def held(made):
    db.session.expire_all()
    return duties.of(made)


def test_duties_are_given_and_taken_by_buttons(signed_in, evaluator, made, ada):
    evaluations.grant(made, ada)
    db.session.commit()
    response = press_duty(signed_in, made, "Give the duty “safeguarding lead”", "to Ada")
    assert "Ada has this duty now: safeguarding lead." in text(response)
    assert held(made) == {evaluator.id: [], ada.id: ["safeguards"]}
    response = press_duty(signed_in, made, "Take away the duty “safeguarding lead”", "from Ada")
    assert "Ada no longer has this duty: safeguarding lead." in text(response)
    assert held(made) == {evaluator.id: [], ada.id: []}


def test_who_gives_a_duty_to_themselves_is_asked_first_and_the_trail_says_so(signed_in, evaluator, made):
    asked = press_duty(signed_in, made, "Give the duty “reads stories as told”", "to Eva")
    assert "You give this to yourself. The trail says so." in text(asked)
    assert held(made) == {evaluator.id: []}
    [form] = [each for each in html.fromstring(asked.text).forms if "/sign-out" not in (each.action or "")]
    sent = dict(form.form_values()) | {"sure": "yes"}
    done = signed_in.post(asked.request.path, data=sent, follow_redirects=True)
    assert "Eva has this duty now: reads stories as told." in text(done)
    assert held(made) == {evaluator.id: ["reads_stories"]}
    line = trail.of(made, None, 1)[0]
    assert (line.act, line.user_id) == ("gave themselves a duty", evaluator.id)
    # To lose one is asked of nobody.
    press_duty(signed_in, made, "Take away the duty “reads stories as told”", "from Eva")
    assert held(made) == {evaluator.id: []}


def test_the_last_lead_is_told_what_to_do_first(signed_in, evaluator, made, ada):
    evaluations.grant(made, ada)
    making.lead(made, evaluator.email)
    telling.open_telling(made)
    db.session.commit()
    response = press_duty(signed_in, made, "Take away the duty “safeguarding lead”", "from Eva")
    assert response.status_code == 422
    assert "Make somebody else safeguarding lead first, or stop asking for stories." in text(response)
    response = signed_in.fill(address(made), form=1)
    assert response.status_code == 422 and "only safeguarding lead" in text(response)
    assert len(emails(made)) == 2


def test_a_duty_is_one_of_ours_and_of_a_colleague(signed_in, evaluator, made, ada):
    page = signed_in.page(address(made))
    token = page.xpath("//main//input[@name='csrf_token']/@value")[0]
    there = f"{address(made)}/{evaluator.id}/duties"
    assert signed_in.post(there, data={"csrf_token": token, "give": "active"}).status_code == 404
    assert signed_in.post(there, data={"csrf_token": token}).status_code == 404
    assert signed_in.post(there, data={"csrf_token": "stale", "give": "safeguards"}).status_code == 422
    theirs = f"{address(made)}/{ada.id}/duties"
    assert signed_in.post(theirs, data={"csrf_token": token, "give": "safeguards"}).status_code == 404
    assert held(made) == {evaluator.id: []}


def test_an_account_that_is_switched_off_is_marked(signed_in, made, ada):
    evaluations.grant(made, ada)
    ada.active = False
    db.session.commit()
    assert "Ada (account switched off)" in text(signed_in.page(address(made)))
