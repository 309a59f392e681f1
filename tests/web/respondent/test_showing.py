import pytest
from jinja2 import TemplateNotFound

from survey.web.respondent.showing import send_to, show


def test_a_page_is_made_without_asking_who_is_signed_in(app, monkeypatch):
    monkeypatch.setattr(app.login_manager, "_load_user", lambda: pytest.fail("asked who is signed in"))
    with app.test_request_context():
        assert show("goodbye").status_code == 200


def test_a_template_that_is_not_there_is_not_passed_over(app):
    with app.test_request_context(), pytest.raises(TemplateNotFound):
        show("nothing")


def test_after_a_post_one_is_sent_to_see(app):
    with app.test_request_context():
        response = send_to("/a/x/check")
    assert (response.status_code, response.location) == (303, "/a/x/check")
