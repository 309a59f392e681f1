"""What every answer of the server tells the browser about safety and keeping."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from flask import Flask, Response, g

# Pages run no script but one of ours, load nothing from elsewhere and cannot be framed.
ALWAYS = (
    "default-src 'none'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)

# The page on which a colleague listens to a recording, and no other, may play sound.
SOUND = "; media-src 'self'"

SAFETY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def init_app(
    app: Flask,
    resident_sheets: Iterable[str],
    council_css: str,
    scripts: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Send the headers with every page; only the style sheets given may stand in a page.

    `scripts` are by the sheet of the only pages in which each may stand.
    """
    residents = {css: f"{ALWAYS}; style-src {hash_of(css)}" for css in resident_sheets}
    for css, script in scripts.items():
        residents[css] += f"; script-src {hash_of(script)}"
    evaluators = f"{ALWAYS}; style-src 'self' {hash_of(council_css)}; font-src 'self'"

    @app.after_request
    def protect(response: Response) -> Response:
        policy = residents.get(g.get("resident_css"), evaluators)
        if g.get("plays_sound"):
            policy += SOUND
        given = {name.lower() for name, _ in response.headers}
        for name, value in (("Content-Security-Policy", policy), *SAFETY.items()):
            if name.lower() not in given:
                response.headers.add(name, value)
        if response.mimetype == "text/html":
            response.headers["Cache-Control"] = "no-store"
        return response


def hash_of(text: str) -> str:
    """The source expression that allows exactly this style sheet or script."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
