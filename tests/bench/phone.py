"""What a phone loads, and how long that takes on an emulated bad line, beside a bare form."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench import servers, worlds

# As browsers' own "slow 3G".
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
REPEATS = 5
PAINTS = "performance.getEntriesByType('paint').find(each => each.name === 'first-contentful-paint')"


@dataclass(frozen=True)
class Loaded:
    """Bytes on the wire with all headers, and requests, of the first page, a question page, and the check."""

    first: tuple[int, int]
    later: list[tuple[int, int]]
    # Bytes of each later page itself, as it was packed.
    packed: list[int]
    # Milliseconds until it can be read: the bare form, and our first page.
    bare: float
    ours: float


def measure(folder: Path) -> Loaded:
    port = servers.free_port()
    homes, _ = worlds.homes(folder, port, REPEATS + 1)
    with servers.bare(folder) as bare, servers.ours(folder, port), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        at = f"http://127.0.0.1:{port}"
        first, later, packed = _journey(browser, at + homes[0])
        times = [
            (_readable(browser, f"http://127.0.0.1:{bare.port}/page"), _readable(browser, at + home))
            for home in homes[1:]
        ]
        browser.close()
    return Loaded(first, later, packed, median(each for each, _ in times), median(each for _, each in times))


class Wire:
    """Counts what goes over the wire for a tab."""

    def __init__(self, page: Page):
        self.session = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.session.on("Network.loadingFinished", self._finished)
        self.session.on("Network.requestWillBeSent", self._sent)
        self.session.on("Network.responseReceived", self._received)
        self.bytes = self.requests = 0
        self.packed: list[int] = []

    def slow(self) -> None:
        self.session.send("Network.emulateNetworkConditions", SLOW)

    def read(self) -> tuple[int, int]:
        """Bytes and requests since the last reading."""
        found = self.bytes, self.requests
        self.bytes = self.requests = 0
        return found

    def _finished(self, event: dict) -> None:
        self.bytes += int(event["encodedDataLength"])

    def _received(self, event: dict) -> None:
        self.packed.append(int(event["response"]["headers"].get("Content-Length", 0)))

    def _sent(self, event: dict) -> None:
        # A redirect after a post is part of going on to the next page.
        if not event["request"]["url"].startswith("data:") and event["request"]["method"] == "GET":
            self.requests += 1


def _journey(browser: Browser, home: str) -> tuple[tuple[int, int], list[tuple[int, int]], list[int]]:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    wire, later = Wire(page), []
    page.goto(home, wait_until="networkidle")
    first = wire.read()
    while page.locator("button[name=send], form[action$='/check'] button").count() == 0 and len(later) < 20:
        page.locator("main form button").first.click()
        page.wait_for_load_state("networkidle")
        later.append(wire.read())
        if page.url.endswith("/check"):
            break
    page.close()
    return first, later, wire.packed[1:]


def _readable(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    Wire(page).slow()
    page.goto(address)
    page.wait_for_function(f"() => {PAINTS} !== undefined")
    taken = page.evaluate(f"() => {PAINTS}.startTime")
    context.close()
    return taken
