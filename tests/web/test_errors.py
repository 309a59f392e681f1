import io

import pytest
from flask import abort, request
from lxml import html

from survey.access.permissions import may
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.web.error_words import FOR_EVALUATORS, FOR_RESIDENTS
from tests import making
from tests.reading import dict_of_lists, text

RESIDENTS, EVALUATORS = "/a/secrettoken/try", "/try"


@pytest.fixture
def app(new_app):
    return new_app


@pytest.fixture
def failing(app):
    """Pages at both kinds of address that answer with the status they are asked for."""

    def answer(status):
        if status == 500:
            raise ValueError("Wren-12 answered 3")
        abort(status)

    def try_out(status):
        if request.method == "POST":
            return dict_of_lists(request.form.items(multi=True))
        return answer(status)

    app.config["PROPAGATE_EXCEPTIONS"] = False
    for start in (RESIDENTS, EVALUATORS):
        app.add_url_rule(f"{start}/<int:status>", f"try_out{start}", try_out, methods=["GET", "POST"])
    return app


@pytest.mark.parametrize("status", sorted(FOR_RESIDENTS))
def test_residents_meet_their_own_look(failing, client, status):
    response = client.get(f"{RESIDENTS}/{status}")
    assert response.status_code == status
    page = html.fromstring(response.text)
    assert str(FOR_RESIDENTS[status].heading) == page.xpath("string(//h1)")
    assert page.xpath("//*[@id='help']")
    assert all(str(sentence) in text(page) for sentence in FOR_RESIDENTS[status].text)


@pytest.mark.parametrize("status", sorted(FOR_EVALUATORS))
def test_evaluators_meet_theirs(failing, client, status):
    response = client.get(f"{EVALUATORS}/{status}")
    assert response.status_code == status
    page = html.fromstring(response.text)
    assert page.xpath("string(//h1)") == FOR_EVALUATORS[status].heading
    assert not page.xpath("//*[@id='help']")
    for link in page.xpath("//main//a/@href"):
        assert link == "/evaluations"


@pytest.mark.parametrize("start", [RESIDENTS, EVALUATORS])
def test_a_status_without_words_of_its_own_gets_a_page_too(failing, client, start):
    response = client.get(f"{start}/415")
    assert response.status_code == 415
    assert "We could not read that" in text(response)


def test_addresses_that_are_not_there(client):
    assert client.get("/nowhere").status_code == 404
    assert client.post("/sign-out/", data={}).status_code == 404
    assert client.get("/sign-out").status_code == 405


def test_an_error_never_repeats_its_cause(failing, client):
    page = client.get(f"{RESIDENTS}/500").text
    assert "Wren" not in page
    assert "secrettoken" not in page


def test_our_fault_is_told_even_when_the_database_is_gone(failing, signed_in, monkeypatch):
    def gone(*_args, **_kwargs):
        raise RuntimeError("no database")

    monkeypatch.setattr(db.session, "execute", gone)
    monkeypatch.setattr(db.session, "scalar", gone)
    response = signed_in.get(f"{EVALUATORS}/500")
    assert response.status_code == 500
    assert "Something went wrong" in text(response)


def test_what_failed_half_way_is_not_kept(failing, client, evaluator):
    def half_way():
        making.evaluation(evaluator, opened=False, name="Noise")
        db.session.add(Evaluation(name="no areas, no dates"))
        db.session.flush()

    failing.add_url_rule("/half-way", "half_way", half_way, methods=["POST"])
    assert client.post("/half-way").status_code == 500
    assert [each.name for each in db.session.scalars(db.select(Evaluation))] == ["Noise"]


def test_too_large_a_post_is_said_plainly(failing, client):
    failing.config["MAX_CONTENT_LENGTH"] = 1000
    for start, words in ((RESIDENTS, FOR_RESIDENTS), (EVALUATORS, FOR_EVALUATORS)):
        too_much = {"file": (io.BytesIO(b"x" * 2000), "scores.csv")}
        response = client.post(f"{start}/200", data=too_much)
        assert response.status_code == 413
        assert str(words[413].text[0]) in text(response)


def test_another_host_gets_a_plain_answer(client):
    response = client.get("/sign-in", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert response.mimetype == "text/plain"
    assert "evil" not in response.text


@pytest.fixture
def guarded(app):
    @may("list evaluations")
    def guarded():
        return dict_of_lists(request.form.items(multi=True))

    app.add_url_rule("/guarded", "guarded", guarded, methods=["GET", "POST"])
    return app


def test_signed_out_readers_sign_in_and_come_back(guarded, client, evaluator):
    response = client.get("/guarded?area=2&level=one")
    assert response.status_code == 302
    page = client.page(response.location)
    form = dict(page.forms[0].form_values()) | {"email": evaluator.email, "password": making.PASSWORD}
    assert client.post("/sign-in", data=form).location == "/guarded?area=2&level=one"


def test_what_a_signed_out_writer_typed_waits_and_goes_on(guarded, client, evaluator):
    typed = {"name": ['A "quoted" <b>name</b>'], "areas": ["North", "South"], "lines": ["one\r\ntwo"]}
    response = client.post("/guarded?step=2", data=typed | {"new_password": ["kept secret"]})
    assert response.status_code == 401
    assert "kept secret" not in response.text
    form = html.fromstring(response.text).forms[0]
    assert form.action == "/guarded?step=2"
    client.sign_in(evaluator.email)
    sent = client.post(form.action, data=dict_of_lists(form.form_values())).json
    assert {name: [value.replace("\r", "") for value in values] for name, values in sent.items()} == {
        "name": typed["name"],
        "areas": typed["areas"],
        "lines": ["one\ntwo"],
    }


def test_a_signed_out_page_makes_no_new_token(guarded, client):
    """Otherwise a form on another site would come back with a token of ours in it."""
    page = html.fromstring(client.post("/guarded", data={"name": "planted"}).text)
    assert page.xpath("//form[@action='/guarded']//input/@name") == ["name"]


@pytest.mark.parametrize("address", ["/", "/sign-in", "/evaluations/new"])
@pytest.mark.parametrize("body", ["5", "[]", '{"code": "x"}', "{"])
def test_only_forms_are_read(client, address, body):
    response = client.post(address, data=body, content_type="application/json")
    assert response.status_code == 415
    assert "We could not read that" in text(response)
