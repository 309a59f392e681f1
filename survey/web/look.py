"""The look of every page: its templates, style sheets, and the words and files that they use."""

from pathlib import Path

import flask_babel
from flask import Flask, g
from govuk_frontend_wtf.main import WTFormsHelpers
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader

from survey.web import headers, static_files
from survey.web.council import council_of, help_lines_of
from survey.web.problems import problems_in

# The whole sheet of residents' pages, and what is enough for the pages that most of them are.
SHEETS = ("resident", "resident-question", "resident-share", "resident-check")


def init_app(app: Flask) -> None:
    """Give the app its templates, styles, files and headers. Flask-Babel has to be there before."""
    council = council_of(app.config)
    council_css = f":root{{--council:{council.colour}}}"
    built = Path(app.static_folder) / "build"
    sheets = {name: council_css + _built(built / f"{name}.css") for name in SHEETS}
    script = _on_lines(Path(app.static_folder) / "js" / "share.js")
    macros = {name: PackageLoader(name) for name in ("govuk_frontend_jinja", "govuk_frontend_wtf")}
    app.jinja_loader = ChoiceLoader([app.jinja_loader, PrefixLoader(macros)])
    WTFormsHelpers(app)
    app.add_template_filter(translated)
    app.jinja_env.globals.update(
        asset=static_files.init_app(app),
        council=council,
        council_css=council_css,
        direction=direction,
        help_lines=help_lines_of(app.config),
        language=language,
        problems_in=problems_in,
        resident_css=lambda sheet: _in_page(sheets[sheet]),
        share_script=script,
    )
    headers.init_app(app, sheets.values(), council_css, {sheets["resident-share"]: script})


def translated(text: str) -> str:
    """A text of a questionnaire in the reader's language; unlike `_`, it may contain a per cent sign."""
    return flask_babel.gettext(text) if text else ""


def language() -> str:
    """The reader's language as HTML names it, such as "en" or "cy"."""
    return str(flask_babel.get_locale()).replace("_", "-")


def direction() -> str:
    """Which way the reader's language runs: "ltr" or "rtl"."""
    return flask_babel.get_locale().text_direction


def _in_page(css: str) -> str:
    # The page that carries the sheet is the page whose policy names it.
    g.resident_css = css
    return css


def _on_lines(script: Path) -> str:
    """A script without comments and indents, so that nothing in it changes where a page is made smaller."""
    lines = (line.strip() for line in script.read_text().splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _built(sheet: Path) -> str:
    if not sheet.exists():
        raise RuntimeError(f"{sheet} is missing: run make setup")
    return sheet.read_text()
