from werkzeug.exceptions import TooManyRequests

from survey.web.respondent import refusals
from tests.reading import text


def test_a_post_that_is_too_big_is_refused_on_every_page_that_reads_one(client, home):
    for address in ("/", f"{home}/check"):
        response = client.post(address, data={"code": "x" * 10_000_000})
        assert response.status_code == 413
        assert "what you wrote should still be there" in text(response)
        assert "Get help now" in text(response)


def test_only_respondents_pages_are_answered_so(client):
    assert "what you wrote should still be there" not in client.get("/nowhere").text


def test_who_tries_codes_is_told_so_and_a_crowd_at_a_door_is_not(app):
    for address, words in (("/", "That was a lot of tries."), ("/join/any", "Many people came here")):
        with app.test_request_context(address, method="POST"):
            reply = refusals.too_many(TooManyRequests())
        assert reply.status_code == 429 and words in reply.get_data(as_text=True), address
