import logging

import pytest

from survey.web import log

CODE = "Wren" + "-12"


@pytest.fixture
def app(new_app):
    return new_app


@pytest.fixture
def lines(app, caplog):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    with caplog.at_level(logging.INFO):
        yield lambda: "\n".join(logging.Formatter().format(record) for record in caplog.records)


def fail_with(secret):
    try:
        int(secret)
    except ValueError as error:
        raise KeyError(f"no {secret}") from error


def test_a_fault_is_logged_with_its_place_and_cause_only(app, client, lines):
    def answer(token):
        fail_with(token)

    app.add_url_rule("/a/<token>/to/try", "answer", answer, methods=["GET", "POST"])
    client.post("/a/secrettoken/to/try", data={"control": "private answer"})
    logged = lines()
    assert "Fault at POST answer" in logged
    assert "builtins.ValueError\nwhich led to\n" in logged
    assert "builtins.KeyError" in logged
    assert "in fail_with" in logged
    assert "secrettoken" not in logged
    assert "private answer" not in logged


def test_refusals_are_logged_by_page_not_by_address(app, client, lines):
    app.add_url_rule("/a/<token>/to/try", "answer", lambda token: app.aborter(400))
    client.get("/a/secrettoken/to/try?code=BCD")
    client.get("/a/secrettoken/no/page/here")
    assert lines().count("Answered 400 at GET answer") == 1
    assert "secrettoken" not in lines()
    assert "BCD" not in lines()


def test_a_page_that_is_not_ours_has_no_name(app):
    with app.test_request_context("/a/secrettoken/no/page/here"):
        assert log.place() == "GET no page of ours"


@pytest.mark.parametrize("name", log.TELLING)
def test_the_server_below_us_tells_no_link_and_no_message(app, lines, name):
    try:
        fail_with(CODE)
    except KeyError:
        logging.getLogger(name).exception("Exception while serving %s", "/a/secrettoken/control")
    logged = lines()
    assert "Exception while serving /a/.../control" in logged
    assert "builtins.KeyError" in logged
    assert "secrettoken" not in logged
    assert CODE not in logged


def test_a_second_app_does_not_filter_twice(app):
    log.init_app(app)
    assert len([one for one in logging.getLogger("waitress").filters if isinstance(one, log.Discreet)]) == 1


def test_welcome_links_are_hidden_too():
    assert log.without_secrets("GET /welcome/abc.def-g?x=1 200") == "GET /welcome/...?x=1 200"
    assert log.without_secrets("/accounts/3") == "/accounts/3"


def test_causes_that_were_set_aside_stay_aside():
    try:
        try:
            int(CODE)
        except ValueError:
            raise KeyError("x") from None
    except KeyError as error:
        assert "ValueError" not in log.cause(error)


def test_a_line_is_written_once_by_a_server_that_set_its_own_log_up(app):
    """Flask adds a handler of its own where the logger is asked for before the server is ready."""
    assert "logger" not in vars(app)
