import gzip

import pytest
from jinja2 import TemplateNotFound

from survey.web.respondent.showing import send_to, show, show_alike


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


def words(response):
    return response.get_data(as_text=True)


def asked(app, own, **values):
    with app.test_request_context(headers=values.pop("headers", None)):
        return show_alike("already_sent", False, own, **values)


def test_a_page_that_is_alike_for_all_is_made_once_and_holds_each_readers_own_words(app, monkeypatch):
    first = asked(app, ("mine", "key-1"), reference="of mine and key-1")
    monkeypatch.setattr(type(app.jinja_env), "get_template", lambda *_: pytest.fail("made again"))
    second = asked(app, ("yours", "key-2"), reference="of yours and key-2")
    assert "of mine and key-1" in words(first)
    assert "of yours and key-2" in words(second)
    assert "mine" not in words(second)


def test_a_page_of_other_values_is_another_page(app):
    assert "of anyone" in words(asked(app, ("mine", "key-1"), reference="of anyone"))
    assert "of no one" in words(asked(app, ("mine", "key-1"), reference="of no one"))


def test_a_browser_that_can_unpack_gets_a_packed_page(app):
    packed = asked(app, ("mine", "key"), reference="1", headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data).decode() == words(asked(app, ("mine", "key"), reference="1"))


@pytest.mark.parametrize("said", ["identity", "br", "gzip;q=0", ""])
def test_another_gets_a_plain_one(app, said):
    plain = asked(app, ("mine", "key"), reference="1", headers={"Accept-Encoding": said})
    assert "Content-Encoding" not in plain.headers
    assert "These answers were already sent" in words(plain)
