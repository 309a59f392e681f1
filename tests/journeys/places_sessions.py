"""Sessions before, during and after, for the walk through every page."""

from datetime import date

from survey.engagement import doors, get_togethers, participants, sessions, themes, votes
from survey.engagement.votes import Count
from survey.records.base import db
from tests import making

WORDS = ("Neighbours look in more often than they did.", "People here know where to turn for help.")


def make(owner) -> dict[str, object]:
    groups = making.evaluation(owner, name="In groups", made_up=True)
    making.story(groups, sent=False)
    going_on, over, planned = (
        sessions.add(groups, sessions.Details(title, date(2026, 11, day), area, invited))
        for title, day, area, invited in (
            ("Tea at the library", 3, groups.areas[0], 9),
            ("Lunch at the hall", 2, None, 8),
            ("Walk in the park", 30, None, None),
        )
    )
    theme = themes.add(groups, "Belonging", "Being part of something.")
    for session in (going_on, over):
        sessions.open_joining(session)
    phones = [participants.join(session, "") for session in (going_on, going_on, over)]
    first, second = (votes.put(going_on, words, "hope") for words in WORDS)
    votes.vote(participants.find(phones[0]), first.id, "agree", first.words)
    votes.count_hands(going_on, first, Count(2, 1, 0))
    note = sessions.add_note(going_on, "They meet on Tuesdays now.\nNobody asked them to.", theme)
    sessions.add_note(going_on, "It rained, and they came.", None)
    sessions.close_joining(over)
    wish = get_togethers.ask(groups, "Betty Example", "betty@example.org")
    making.story(groups, way="session", session=over)
    db.session.commit()
    return {
        "groups": groups.id,
        "session": going_on.id,
        "session_over": over.id,
        "session_planned": planned.id,
        "statement": first.id,
        "statement_new": second.id,
        "note": note.id,
        "wish": wish.id,
        "phone": phones[0],
        "phone_over": phones[2],
        **{
            f"door_{name}": doors.link(doors.current(groups, session)).token
            for name, session in (("open", going_on), ("over", over), ("planned", planned))
        },
    }
