"""A resident's own change as a flower and a few sentences that say the same: kind, and true."""

from dataclasses import dataclass

from babel.lists import format_list
from flask_babel import get_locale, gettext, ngettext
from flask_babel import gettext as _

from survey.analysis.disclosure import OwnChange, OwnScore
from survey.reports.flower import Petal, Words, flower

# More than these cannot be told apart on a phone.
PETALS = range(1, 17)


@dataclass(frozen=True)
class Own:
    heading: str
    sentences: list[str]
    # The flower as SVG; empty where there are too few or too many outcomes to draw.
    picture: str


def told(change: OwnChange) -> Own:
    sentences = _sentences(change)
    answered = any(row.now is not None or row.before is not None for row in change.rows)
    drawn = answered and len(change.rows) in PETALS
    heading = _("What has changed for you") if _has_before(change) else _("How things are for you now")
    return Own(heading, sentences, _picture(change, " ".join(sentences)) if drawn else "")


def _picture(change: OwnChange, title: str) -> str:
    words = Words(
        before=_("Before"),
        now=_("Now"),
        whole=_("Best possible"),
        no_before=_("no answer for before") if _has_before(change) else "",
        no_now=_("no answer for now"),
        no_answer=_("no answer"),
    )
    petals = [
        Petal(gettext(row.name), row.towards_good(row.before), row.towards_good(row.now))
        for row in change.rows
    ]
    return flower(petals, title, words=words)


def _sentences(change: OwnChange) -> list[str]:
    paired = [row for row in change.rows if row.before is not None and row.now is not None]
    if not paired:
        return [_without_before(change)]
    told = (
        _better([row for row in paired if _moved(row) > 0]),
        _same([row for row in paired if _moved(row) == 0]),
        _harder([row for row in paired if _moved(row) < 0]),
    )
    return [sentence for sentence in told if sentence]


def _without_before(change: OwnChange) -> str:
    if all(row.now is None for row in change.rows):
        return _("You chose not to answer these questions, so there is no flower to show. That is fine.")
    if not _has_before(change):
        return _("This is how things are for you now. When we ask again, you can see what has changed.")
    return _("You left some answers out, so we cannot say what has changed. That is fine.")


def _better(rows: list[OwnScore]) -> str:
    return rows and ngettext(
        "This is better for you than before: %(names)s.",
        "These are better for you than before: %(names)s.",
        len(rows),
        names=_names(rows),
    )


def _same(rows: list[OwnScore]) -> str:
    return rows and ngettext(
        "This is the same as before: %(names)s.",
        "These are the same as before: %(names)s.",
        len(rows),
        names=_names(rows),
    )


def _harder(rows: list[OwnScore]) -> str:
    return rows and ngettext(
        "This is harder for you than before: %(names)s. It is not your fault. "
        "If you would like to talk about it, tell your coordinator.",
        "These are harder for you than before: %(names)s. It is not your fault. "
        "If you would like to talk about it, tell your coordinator.",
        len(rows),
        names=_names(rows),
    )


def _has_before(change: OwnChange) -> bool:
    return any(row.before is not None for row in change.rows)


def _names(rows: list[OwnScore]) -> str:
    return format_list([gettext(row.name) for row in rows], locale=get_locale())


def _moved(row: OwnScore) -> float:
    """How far this moved towards the good end; below nought, away from it."""
    return row.towards_good(row.now) - row.towards_good(row.before)
