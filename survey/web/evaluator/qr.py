"""An address as a square that a phone's camera reads."""

import segno
from flask import current_app
from markupsafe import Markup

# Trying all eight masks takes four times as long and helps no camera of today.
MASK = 2


def typed_address() -> str:
    """Where to go without a camera: our address as people type it."""
    return current_app.config["BASE_URL"].split("://", 1)[1]


def qr(address: str, title: str) -> Markup:
    """The QR code as an SVG that fills its box, with a name for those who cannot see it."""
    code = segno.make_qr(address, error="m", mask=MASK)
    svg = code.svg_inline(border=4, omitsize=True, svgclass="app-qr", lineclass=None, title=title)
    return Markup(svg.replace("<svg ", '<svg role="img" ', 1))  # noqa: S704
