"""Value maps with enough answers to be released, worked out by hand.

Of 40 people at Level 2 in North, 24 rose from 2 to 4 and 16 stayed at 3; 20 + 30 people were supported there.
"""

from survey.records.base import db
from survey.records.change import ChangeRow
from survey.reports import asked
from survey.reports.releasing import draft
from tests import making, valuing
from tests.reports.worlds import filters

INPUTS = 1234


def world(rows=("control",), typed=valuing.NOTHING_OFF, inputs=INPUTS, **more):
    """A map with a row for each outcome, what is taken off typed unless it is to come from answers."""
    evaluation = making.evaluation()
    for outcome in rows:
        scores(evaluation, outcome, [(2, 4)] * 24 + [(3, 3)] * 16)
    made = valuing.value_map(evaluation, inputs=inputs, **more)
    for outcome in rows:
        valuing.row(made, outcome, typed=typed)
    return made


def scores(evaluation, outcome, pairs, area=0):
    """People who gave these scores, straight into the rows of change: to send them takes longer."""
    wave = asked.followups(evaluation)[0]
    people = making.people(evaluation, len(pairs), linked=False, area=area)
    db.session.add_all(
        ChangeRow(
            evaluation_id=evaluation.id,
            resident_id=person.id,
            outcome=outcome,
            wave_id=wave.id,
            before_kind="asked",
            before=before,
            now=now,
            area_id=person.area_id,
            level=person.level,
        )
        for person, (before, now) in zip(people, pairs, strict=True)
    )
    db.session.commit()


def released(made, threshold=10):
    """The release of a map's evaluation."""
    return draft(made.evaluation, filters(made.evaluation), threshold, number=1)
