"""The bridge from tables to numbers, for stories and sessions: who told of what, and how groups voted.

A story is in these frames while the team may read it: sent, not taken back, and `learning` agreed to today.
"""

import json
from datetime import date

import pandas as pd
from sqlalchemy import Select, func, or_, select

from survey.questionnaires.states import ANSWERED, DOES_NOT_APPLY
from survey.questionnaires.story_ids import ABOUT, DIRECTION, LEARNING, TRIADS
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.frames import frame
from survey.records.response import AnswerRow, Response
from survey.records.session import VOTES, Session, Statement, Vote
from survey.records.story import Story, StoryConsent, StoryTheme


def counted(evaluation: Evaluation, today: date) -> int:
    """How many stories these frames are about: the n of every table of stories."""
    return db.session.scalar(select(func.count()).select_from(_readable(evaluation, today).subquery()))


def tagged(evaluation: Evaluation, today: date) -> pd.DataFrame:
    """What tellers said of their own stories: story (an id), question, choice; one row a choice.

    Of what a story is about, which way each went, and the triads. "None of these" is the choice
    "does_not_apply". Skipped: no row.
    """
    query = (
        select(Response.story_id.label("story"), AnswerRow.question_id, AnswerRow.state, AnswerRow.choices)
        .join(Response, Response.id == AnswerRow.response_id)
        .where(
            Response.story_id.in_(_readable(evaluation, today)),
            AnswerRow.state.in_((ANSWERED, DOES_NOT_APPLY)),
            or_(
                AnswerRow.question_id.in_((ABOUT, *TRIADS)),
                AnswerRow.question_id.endswith(DIRECTION, autoescape=True),
            ),
        )
        .order_by(Response.story_id, AnswerRow.id)
    )
    rows = [
        (story, question, choice)
        for story, question, state, choices in db.session.execute(query)
        for choice in (json.loads(choices or "[]") if state == ANSWERED else [DOES_NOT_APPLY])
    ]
    return pd.DataFrame(rows, columns=["story", "question", "choice"]).astype({"story": "int64"})


def themed(evaluation: Evaluation, today: date) -> pd.DataFrame:
    """Which themes (ids) the team sees in which stories (ids): story, theme; no theme, no row."""
    query = (
        select(StoryTheme.story_id.label("story"), StoryTheme.theme_id.label("theme"))
        .where(StoryTheme.story_id.in_(_readable(evaluation, today)))
        .order_by(StoryTheme.story_id, StoryTheme.theme_id)
    )
    return frame(query).astype("int64")


def votes(evaluation: Evaluation) -> pd.DataFrame:
    """How groups voted, phones and hands together; one row a statement, in the order they were put.

    session (an id), title, statement_id, statement, outcome ("": about none), agree, not_sure, disagree.
    Only sessions that are over: closed, or held by hand alone. Who did not vote is in no column, and a
    statement that nobody voted on has noughts.
    """
    by_phone = [
        select(func.count())
        .where(Vote.statement_id == Statement.id, Vote.vote == vote)
        .correlate(Statement)
        .scalar_subquery()
        for vote in VOTES
    ]
    by_hand = [func.coalesce(getattr(Statement, f"hands_{vote}"), 0) for vote in VOTES]
    totals = [(a + b).label(vote) for a, b, vote in zip(by_phone, by_hand, VOTES, strict=True)]
    query = (
        select(
            Session.id.label("session"),
            Session.title,
            Statement.id.label("statement_id"),
            Statement.words.label("statement"),
            func.coalesce(Statement.outcome, "").label("outcome"),
            *totals,
        )
        .join(Session, Session.id == Statement.session_id)
        .where(Session.evaluation_id == evaluation.id, _is_over())
        .order_by(Session.held_on, Session.id, Statement.position, Statement.id)
    )
    return frame(query).astype({name: "int64" for name in ("session", "statement_id", *VOTES)})


def _readable(evaluation: Evaluation, today: date) -> Select:
    return (
        select(Story.id)
        .join(Response, Response.story_id == Story.id)
        .join(StoryConsent, StoryConsent.story_id == Story.id)
        .where(
            Story.evaluation_id == evaluation.id,
            Story.taken_back_at.is_(None),
            Response.submitted_at.is_not(None),
            StoryConsent.purpose == LEARNING,
            StoryConsent.withdrawn_at.is_(None),
            StoryConsent.until >= today,
        )
    )


def _is_over():
    # Of one that was never opened to phones, hands tell that it was held.
    hands = [getattr(Statement, f"hands_{vote}").is_not(None) for vote in VOTES]
    counted_there = select(Statement.id).where(Statement.session_id == Session.id, or_(*hands))
    held_by_hand = counted_there.correlate(Session).exists()
    return Session.closed_at.is_not(None) | (Session.opened_at.is_(None) & held_by_hand)
