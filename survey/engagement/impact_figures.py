"""Figures of impact that evaluators enter, from records or as their own: each with its reason, none lost."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from survey.access import trail
from survey.access.permissions import LARGEST_ID
from survey.analysis.said import Entered
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.impact import ImpactFigure


def enter(evaluation: Evaluation, outcome: str, name: str, entered: Entered) -> ImpactFigure:
    """Enter a figure for a filter of an outcome; it is used until a newer one is, or it is withdrawn."""
    figure = ImpactFigure(
        evaluation_id=evaluation.id,
        outcome=outcome,
        filter=name,
        per_cent=int(entered.per_cent),
        basis=entered.basis,
        reason=entered.reason,
        covers_deadweight=entered.covers_deadweight,
        made_by_id=trail.signed_in(),
    )
    db.session.add(figure)
    db.session.flush()
    trail.note("entered a figure of impact", evaluation, detail=f"{outcome}, {name}")
    return figure


def withdraw(evaluation: Evaluation, figure: ImpactFigure) -> None:
    """Use a figure no more; it stays to be seen. A second time changes nothing."""
    if figure.withdrawn_at is None:
        figure.withdrawn_at, figure.withdrawn_by_id = now(), trail.signed_in()
        trail.note("withdrew a figure of impact", evaluation, detail=f"{figure.outcome}, {figure.filter}")


def of(evaluation: Evaluation, outcome: str, name: str) -> list[ImpactFigure]:
    """All that was ever entered for a filter of an outcome, the newest first."""
    query = select(ImpactFigure).where(
        ImpactFigure.evaluation_id == evaluation.id,
        ImpactFigure.outcome == outcome,
        ImpactFigure.filter == name,
    )
    people = (joinedload(ImpactFigure.made_by), joinedload(ImpactFigure.withdrawn_by))
    return list(db.session.scalars(query.options(*people).order_by(ImpactFigure.id.desc())))


def in_force(figures: Sequence[ImpactFigure]) -> ImpactFigure | None:
    """The one that is used, of figures with the newest first."""
    return next((each for each in figures if each.withdrawn_at is None), None)


def get(evaluation: Evaluation, figure_id: int) -> ImpactFigure | None:
    figure = db.session.get(ImpactFigure, figure_id) if figure_id <= LARGEST_ID else None
    return figure if figure and figure.evaluation_id == evaluation.id else None
