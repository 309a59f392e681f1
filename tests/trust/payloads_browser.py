"""A real browser that watches itself: what runs, what is asked for, what the page complains of."""

from urllib.parse import urlsplit

LIVE = """() => {
    const found = [];
    const NEVER = ["script", "iframe", "object", "embed", "base", "x-ran", "audio", "video"];
    if (window.ran) found.push("it ran");
    for (const each of document.querySelectorAll("*")) {
        const name = each.localName;
        if (NEVER.includes(name)) found.push(name);
        for (const held of each.attributes) {
            if (held.name.startsWith("on") || held.name === "srcdoc") found.push(`${name} ${held.name}`);
            if (/^[\\s\\x00-\\x20]*(javascript|vbscript):/i.test(held.value) && held.name !== "value")
                found.push(`${name} ${held.name}=${held.value.slice(0, 40)}`);
        }
    }
    return found;
}"""
PATIENCE = 15_000


class Watched:
    """One browser of one person; `wrong` gathers what came alive."""

    def __init__(self, browser, address: str, **options):
        self.address, self.wrong, self.looked_at = address, [], 0
        self._context = browser.new_context(**options)
        self._context.set_default_timeout(PATIENCE)
        self._page = self._context.new_page()
        self._page.on("dialog", self._dialog)
        self._page.on("pageerror", lambda error: self._note(f"error {error}"))
        self._page.on("console", self._console)
        self._page.on("request", self._request)
        self._page.on("popup", lambda _page: self._note("a window opened"))
        self._here = ""

    def __enter__(self) -> "Watched":
        return self

    def __exit__(self, *_exception) -> None:
        self._context.close()

    def sign_in(self, cookie: str) -> None:
        self._context.add_cookies([{"name": "session", "value": cookie, "url": self.address}])

    def look(self, address: str) -> None:
        self._here = self.address + address
        answer = self._page.goto(self._here)
        if answer.status != 200:
            self._note(f"answered {answer.status}")
        self._check()

    def show(self, page: str) -> None:
        """A page that was kept, as the answer to its address, with nothing said about what it may do."""
        self._here = f"{self.address}/kept"
        self._page.route(
            "**/kept", lambda route: route.fulfill(body=page, content_type="text/html; charset=utf-8")
        )
        self._page.goto(self._here)
        self._check()

    def _check(self) -> None:
        self.looked_at += 1
        for each in self._page.evaluate(LIVE):
            self._note(each)

    def _note(self, what: str) -> None:
        self.wrong.append(f"{self._here}: {what}")

    def _dialog(self, dialog) -> None:
        self._note(f"a dialog ran: {dialog.message[:60]}")
        dialog.dismiss()

    def _console(self, message) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self._note(f"complained: {message.text[:120]}")

    def _request(self, request) -> None:
        parts = urlsplit(request.url)
        ours = f"{parts.scheme}://{parts.netloc}" == self.address
        if parts.scheme == "data" or (
            ours and (request.is_navigation_request() or parts.path.startswith("/static/"))
        ):
            return
        self._note(f"asked for {request.url[:80]}")
