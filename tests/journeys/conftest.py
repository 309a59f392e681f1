"""A served app and browsers for journeys: what people do, done in a real browser."""

import shutil

import pytest
from playwright.sync_api import expect

from tests.journeys.serving import Served

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
PATIENCE = 60_000
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--log-level=3"]

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = shutil.which("chromium")
    assert chromium, "There is no chromium here: make setup installs it."
    return {**browser_type_launch_args, "executable_path": chromium, "args": QUIET}


@pytest.fixture(scope="session")
def whole_server(tmp_path_factory):
    server = Served(tmp_path_factory.mktemp("served"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(whole_server):
    """The server of all journeys, which must not have failed in this one."""
    whole_server.forget_tries()
    whole_server.faults.clear()
    yield whole_server
    assert not whole_server.faults


@pytest.fixture(scope="session")
def base_url(whole_server):
    return whole_server.address


def complains(message):
    """Whether a browser finds fault with a page, its style or its safety."""
    # It also names every page that answers 4xx, which is what some journeys are about.
    return message.type == "error" and "Failed to load resource" not in message.text


@pytest.fixture
def browse(new_context):
    """Opens a browser of someone's own, with nothing kept from before; gives its first tab."""
    complaints = []

    def heard(message):
        if complains(message):
            complaints.append(message.text)

    def browse(size=PHONE, **options):
        context = new_context(viewport=size, **options)
        context.set_default_timeout(PATIENCE)
        context.on("console", heard)
        return context.new_page()

    yield browse
    assert not complaints


@pytest.fixture
def phone(browse):
    return browse()


@pytest.fixture
def desk(browse):
    return browse(DESK)
