"""A signed-in evaluator with a value map, and another map beside it whose parts are not this one's."""

from survey.records.base import db
from tests import making, valuing


def world(owner):
    """A map of an evaluation, and the parts of another map of the same evaluation and of a stranger's."""
    evaluation = making.evaluation(owner)
    made = valuing.value_map(evaluation, "Walking", inputs=0)
    other = valuing.value_map(evaluation, "Noise")
    theirs = valuing.value_map(making.evaluation(making.user("noise@example.org"), name="Noise"), "Theirs")
    for each in (other, theirs):
        valuing.row(each, outcome="hope", description="Noise in another map")
    db.session.commit()
    return made, (other, theirs)


def at(value_map, rest=""):
    return f"/evaluations/{value_map.evaluation_id}/value-maps/{value_map.id}{rest}"
