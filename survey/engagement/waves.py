"""When residents are asked: planning, opening and closing waves."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from survey.access import trail
from survey.engagement import changes
from survey.records.asking import Wave
from survey.records.base import db, now
from survey.records.evaluation import WAVES, Evaluation

USUAL_WEEKS = 12


class NotOpenYet(ValueError):
    """Waves open after the evaluation has been opened."""


def plan_usual(evaluation: Evaluation) -> None:
    if evaluation.before == WAVES:
        _plan(evaluation, 0, "At introduction", weeks_after=0)
        _plan(evaluation, 1, "Follow-up", weeks_after=USUAL_WEEKS)
    else:
        _plan(evaluation, 1, "Then and now", weeks_after=0)


def replan(evaluation: Evaluation) -> None:
    """Begin the plan again when the way of asking changes, before anyone could answer."""
    for wave in planned(evaluation):
        db.session.delete(wave)
    db.session.flush()
    plan_usual(evaluation)


def planned(evaluation: Evaluation) -> list[Wave]:
    query = select(Wave).where(Wave.evaluation_id == evaluation.id).order_by(Wave.number)
    return list(db.session.scalars(query))


def followups(evaluation: Evaluation) -> list[Wave]:
    return [wave for wave in planned(evaluation) if wave.number > 0]


def find(evaluation: Evaluation, number: int) -> Wave | None:
    return next((wave for wave in planned(evaluation) if wave.number == number), None)


def add(evaluation: Evaluation, name: str, weeks_after: int) -> Wave:
    """Plan one more follow-up; everyone who gave a before is then awaited in it."""
    # Locked first, so that two who plan at once get two numbers.
    db.session.refresh(evaluation, with_for_update=True)
    wave = _plan(evaluation, planned(evaluation)[-1].number + 1, name, weeks_after)
    changes.expect(evaluation, wave)
    trail.note("planned wave", evaluation, detail=f"wave {wave.number}")
    return wave


def change(evaluation: Evaluation, wave: Wave, name: str, weeks_after: int) -> None:
    """Correct what a wave is called and how long people are left in peace before it."""
    wave.name, wave.weeks_after = name, weeks_after
    trail.note("changed wave", evaluation, detail=f"wave {wave.number}")


def open_first(evaluation: Evaluation) -> None:
    planned(evaluation)[0].opened_at = now()


def open_wave(evaluation: Evaluation, wave: Wave) -> None:
    """Let residents answer a wave, for the first time or again. Raises NotOpenYet."""
    if not evaluation.is_open:
        raise NotOpenYet("Open the evaluation first. Its first wave opens with it.")
    if not wave.is_open:
        wave.opened_at, wave.closed_at = wave.opened_at or now(), None
        trail.note("opened wave", evaluation, detail=f"wave {wave.number}")


def close_wave(evaluation: Evaluation, wave: Wave) -> None:
    if wave.is_open:
        wave.closed_at = now()
        trail.note("closed wave", evaluation, detail=f"wave {wave.number}")


def current(waves: Sequence[Wave], sent: Mapping[int, datetime], at: datetime) -> Wave | None:
    """The wave a person is asked now: the first open one after all they have sent, once it is due.

    `sent` holds when each wave's answers were sent, by wave number.
    """
    last = max(sent, default=-1)
    for wave in waves:
        if wave.is_open and wave.number > last:
            due = last < 0 or at >= sent[last] + timedelta(weeks=wave.weeks_after)
            return wave if due else None
    return None


def _plan(evaluation: Evaluation, number: int, name: str, weeks_after: int) -> Wave:
    wave = Wave(evaluation_id=evaluation.id, number=number, name=name, weeks_after=weeks_after)
    db.session.add(wave)
    db.session.flush()
    return wave
