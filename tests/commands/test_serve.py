import importlib
import resource

import pytest

# The package gives the command that name, so the module is asked for by address.
serve = importlib.import_module("survey.commands.serve")


@pytest.fixture
def served(monkeypatch):
    calls = []
    monkeypatch.setattr(serve, "waitress_serve", lambda app, **options: calls.append((app, options)))
    monkeypatch.setattr(serve, "_allow_files", lambda wanted: calls.append(wanted))
    monkeypatch.setattr(serve, "Worker", Colleague)
    Colleague.seen = []
    return calls


class Colleague:
    """A worker that does nothing, and notes when it comes and goes."""

    def __init__(self, _app):
        self.seen.append("made")

    def start(self):
        self.seen.append("started")

    def stop(self):
        self.seen.append("stopped")


def test_it_serves_the_app_at_the_address_of_the_settings(app, served):
    app.config.update(HOST="127.0.0.1", PORT=8123)
    result = app.test_cli_runner().invoke(args=["serve"])
    assert result.exit_code == 0, result.output
    files, (given, options) = served
    assert given is app
    assert (options["host"], options["port"]) == ("127.0.0.1", 8123)
    assert options["connection_limit"] == 2000 < files
    assert options["asyncore_use_poll"] is True
    assert options["channel_timeout"] == 30


def test_a_worker_works_beside_it_and_leaves_with_it(app, served, monkeypatch):
    app.test_cli_runner().invoke(args=["serve"])
    assert Colleague.seen == ["made", "started", "stopped"]
    monkeypatch.setattr(serve, "waitress_serve", lambda *_, **__: 1 / 0)
    app.test_cli_runner().invoke(args=["serve"])
    assert Colleague.seen[3:] == ["made", "started", "stopped"]


def test_none_does_where_workers_run_on_their_own(app, served):
    app.config["WORKERS"] = 0
    app.test_cli_runner().invoke(args=["serve"])
    assert Colleague.seen == []


def test_the_server_lets_through_what_the_app_itself_refuses_kindly(app, served):
    app.test_cli_runner().invoke(args=["serve"])
    assert served[1][1]["max_request_body_size"] > app.config["MAX_CONTENT_LENGTH"]


@pytest.mark.parametrize(
    ("limits", "wanted", "now"),
    [
        ((1024, 4096), 2200, (2200, 4096)),
        ((1024, 2000), 2200, (2000, 2000)),
        ((1024, resource.RLIM_INFINITY), 2200, (2200, resource.RLIM_INFINITY)),
        ((8192, 8192), 2200, (8192, 8192)),
    ],
)
def test_the_file_limit_is_raised_as_far_as_needed_and_allowed(monkeypatch, limits, wanted, now):
    kept = {"limits": limits}
    monkeypatch.setattr(resource, "getrlimit", lambda _kind: kept["limits"])
    monkeypatch.setattr(resource, "setrlimit", lambda _kind, new: kept.update(limits=new))
    serve._allow_files(wanted)
    assert kept["limits"] == now
