import pytest
from werkzeug.exceptions import NotFound

from survey.access.telling import Decision
from survey.engagement.story_queue import READY, TO_REDACT, UNREAD, Listed
from survey.engagement.story_tags import About
from survey.records.base import now
from survey.records.session import Theme
from survey.web.evaluator.stories_filter import wanted

OUTCOMES = {"hope": "Hope", "control": "Control"}
THEMES = [Theme(id=3, name="Trust")]
WAITS = [Listed(number, now(), TO_REDACT, Decision(True)) for number in (4, 3)]
FULL = Listed(1, now(), READY, Decision(True), "poster", (About("hope", ""),), frozenset({3}))
UNKNOWN = Listed(2, now(), UNREAD, Decision(False, "ended", "learning"))


def picked(app, query):
    with app.test_request_context(f"/?{query}"):
        return wanted(OUTCOMES, THEMES)


@pytest.mark.parametrize(
    ("query", "fitting"),
    [
        ("", [1, 2]),
        ("outcome=hope", [1]),
        ("outcome=control", []),
        ("theme=3", [1]),
        ("state=unread", [2]),
        ("state=ready&theme=3&outcome=hope", [1]),
        ("state=unread&theme=3", []),
    ],
)
def test_only_what_fits_is_shown(app, query, fitting):
    assert [story.id for story in picked(app, query).among([FULL, UNKNOWN])] == fitting


def test_what_waits_to_be_redacted_stands_in_the_order_in_which_it_was_told(app):
    told = [*WAITS, FULL]
    assert [story.id for story in picked(app, "").among(told)] == [4, 3, 1]
    assert [story.id for story in picked(app, "state=to_redact").among(told)] == [3, 4]


def test_what_is_picked_is_said_and_kept_in_addresses(app):
    chosen = picked(app, "theme=3&state=unread&outcome=")
    assert chosen.words == "Trust, May not be read"
    assert chosen.address == {"theme": "3", "state": "unread"}


@pytest.mark.parametrize("query", ["outcome=sleep", "theme=4", "state=gone"])
def test_what_is_not_there_is_refused(app, query):
    with pytest.raises(NotFound):
        picked(app, query)
