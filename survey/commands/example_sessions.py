"""The focus groups of the worked example: two that are over, and one that anybody can join."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from survey.engagement import get_togethers, participants, sessions, votes
from survey.engagement.sessions import Details
from survey.engagement.votes import Count
from survey.records.account import User
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.session import AGREE, DISAGREE, NOT_SURE, Session, Theme

OPEN_SESSION = "Share your story: try it out (made up)"
BEGINS, LASTS = time(14), timedelta(hours=2)
# What was put to the groups, the outcome it is about, and phones and hands: agree, not sure, disagree.
FORUM_STATEMENTS = (
    ("People get better because somebody has time for them.", "someone_to_rely_on", (10, 4, 3), (9, 7, 8)),
    ("It is the bus that decides whether people meet.", "isolation", (6, 5, 5), (6, 6, 12)),
    ("Most of us would have found our feet without help.", None, (3, 4, 10), (1, 6, 17)),
)
TEA_STATEMENTS = (
    ("A coordinator should find out what I can do first.", "confidence", (4, 1, 0), (4, 0, 0)),
    ("I would go out more if the streets had lights.", "crime_worry", (2, 2, 1), (1, 2, 1)),
)
TRY_IT_OUT = (
    ("What helps most is somebody who comes more than once.", "someone_to_rely_on"),
    ("I know more people now than a year ago.", "isolation"),
)
# Of the group as it was written down, with the theme it belongs to.
FORUM_NOTES = (
    ("Neighbours", "Made up: three at one table live in the same street and had never spoken."),
    ("Getting about", "Made up: the last bus goes at five, so evening groups are for people with cars."),
    (None, "Made up: two people asked to meet again, and did so the week after."),
)
TEA_NOTES = (
    ("Having something to give", "Made up: everybody in the room had mended something for somebody."),
)
WISHES = (
    ("Made-up Ada", "0161 496 0101"),
    ("Made-up Bert", "bert@example.org"),
    ("Made-up Cleo", "by post, at the Jubilee Centre"),
)


@dataclass(frozen=True)
class Held:
    """The sessions of the example: the large one, the small one, and the one that is open."""

    forum: Session
    tea: Session
    open: Session


def keep(random: Random, evaluation: Evaluation, owner: User, themes: dict[str, Theme], today: date) -> Held:
    """Made as a coordinator makes them, and dated back where they are over."""
    derby, thurrock = evaluation.areas[:2]
    forum = sessions.add(
        evaluation, Details("Share your story forum (made up)", today - timedelta(days=75), thurrock, 120)
    )
    _hold(random, forum, FORUM_STATEMENTS, phones=17, came=44)
    tea = sessions.add(
        evaluation, Details("Tea and stories (made up)", today - timedelta(days=33), derby, 30)
    )
    _hold(random, tea, TEA_STATEMENTS, phones=5, came=9)
    for session, notes in ((forum, FORUM_NOTES), (tea, TEA_NOTES)):
        for theme, words in notes:
            sessions.add_note(session, words, themes.get(theme)).written_by_id = owner.id
    now_open = sessions.add(evaluation, Details(OPEN_SESSION, today))
    for words, outcome in TRY_IT_OUT:
        votes.put(now_open, words, outcome)
    sessions.open_joining(now_open)
    for name, contact in WISHES:
        get_togethers.ask(evaluation, name, contact)
    return Held(forum, tea, now_open)


def _hold(random: Random, session: Session, statements: tuple, phones: int, came: int) -> None:
    sessions.open_joining(session)
    joined = [participants.find(participants.join(session, participants.new_token())) for _ in range(phones)]
    for words, outcome, by_phone, by_hand in statements:
        put = votes.put(session, words, outcome)
        said = [vote for vote, n in zip((AGREE, NOT_SURE, DISAGREE), by_phone, strict=True) for _ in range(n)]
        # Not everybody who joined votes on everything.
        for participant, vote in zip(random.sample(joined, len(said)), said, strict=True):
            votes.vote(participant, put.id, vote, words)
        votes.count_hands(session, put, Count(*by_hand))
    sessions.close_joining(session)
    sessions.count_people(session, session.invited, came)
    begun = datetime.combine(session.held_on, BEGINS)
    session.opened_at, session.closed_at = begun, begun + LASTS
    for each in joined:
        each.joined_at = begun
    db.session.flush()
