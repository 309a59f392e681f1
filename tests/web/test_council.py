import base64

import pytest

from survey.web.council import LARGEST_LOGO, HelpLine, council_of, help_lines_of

SETTINGS = {"COUNCIL_NAME": "Elm Council", "COUNCIL_COLOUR": "#2f5d50", "COUNCIL_LOGO": ""}


def test_a_council_without_a_logo_is_shown_by_its_name():
    council = council_of(SETTINGS)
    assert (council.name, council.colour, council.logo_url) == ("Elm Council", "#2f5d50", "")


@pytest.mark.parametrize("colour", ["red", "#2f5d5", "#2f5d50}body{display:none", "#2f5d50\n", ""])
def test_a_colour_that_could_say_more_than_a_colour_is_refused(colour):
    with pytest.raises(ValueError, match="COUNCIL_COLOUR"):
        council_of({**SETTINGS, "COUNCIL_COLOUR": colour})


def test_the_logo_travels_inside_the_page(tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_bytes(b"<svg/>")
    url = council_of({**SETTINGS, "COUNCIL_LOGO": str(logo)}).logo_url
    assert url == "data:image/svg+xml;base64," + base64.b64encode(b"<svg/>").decode()


@pytest.mark.parametrize(
    ("name", "size", "reason"), [("logo.png", LARGEST_LOGO + 1, "keep it under"), ("logo.txt", 10, "picture")]
)
def test_a_logo_that_pages_cannot_carry_is_refused_with_the_reason(tmp_path, name, size, reason):
    logo = tmp_path / name
    logo.write_bytes(b"x" * size)
    with pytest.raises(ValueError, match=reason):
        council_of({**SETTINGS, "COUNCIL_LOGO": str(logo)})


def test_help_lines_keep_their_order_and_can_be_dialled():
    lines = help_lines_of({"HELP_LINES": (("Samaritans", "116 123"), ("Wales", "+44 (0)29 2000"))})
    assert lines == [HelpLine("Samaritans", "116 123"), HelpLine("Wales", "+44 (0)29 2000")]
    assert [line.dial for line in lines] == ["116123", "+440292000"]
