"""The council whose pages these are: its name, colour and logo, and whom to call for help."""

import base64
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# Every resident's page carries the logo, so that one request brings it all.
LARGEST_LOGO = 40_000


@dataclass(frozen=True)
class Council:
    name: str
    colour: str
    logo_url: str = ""


@dataclass(frozen=True)
class HelpLine:
    name: str
    number: str

    @property
    def dial(self) -> str:
        """The number as a telephone wants it."""
        return re.sub(r"[^0-9+]", "", self.number)


def council_of(config: Mapping) -> Council:
    """The council named in the settings. Raises ValueError for a colour or logo that pages cannot carry."""
    colour = config["COUNCIL_COLOUR"]
    # It goes into a style sheet that every page trusts.
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValueError(f"COUNCIL_COLOUR must look like #2f5d50, not {colour!r}")
    return Council(config["COUNCIL_NAME"], colour, _logo_url(config["COUNCIL_LOGO"]))


def help_lines_of(config: Mapping) -> list[HelpLine]:
    return [HelpLine(name, number) for name, number in config["HELP_LINES"]]


def _logo_url(file: str) -> str:
    """The picture as an address that needs no further request; empty where there is none."""
    if not file:
        return ""
    picture = Path(file).read_bytes()
    if len(picture) > LARGEST_LOGO:
        raise ValueError(f"COUNCIL_LOGO has {len(picture)} bytes; keep it under {LARGEST_LOGO}")
    kind = mimetypes.guess_type(file)[0] or ""
    if not kind.startswith("image/"):
        raise ValueError(f"COUNCIL_LOGO must be a picture, such as logo.svg or logo.png, not {file!r}")
    return f"data:{kind};base64,{base64.b64encode(picture).decode()}"
