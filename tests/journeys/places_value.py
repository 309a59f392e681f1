"""Value maps at every point of the way, in an evaluation of one owner."""

from decimal import Decimal

from survey.engagement import value_parts
from survey.records.base import db
from tests import making, valuing
from tests.trust.addresses_value import incident, scenario

LONG = "Averyveryverylongwordwithoutanyblank" * 3
TIME = {"kind": "volunteers", "hours": Decimal("7.5"), "rate": Decimal("12.21"), "description": "tea"}


def make(owner) -> dict:
    """The names that stand in addresses, and what stands for each."""
    valued = making.evaluation(owner, name="Valued", made_up=True)
    making.pairs(valued, "hope", [(1, 4), (2, 3), (3, 3)])
    making.partner(valued, "police")
    made = valuing.value_map(valued)
    typed = valuing.row(made, typed={"quantity": 10, **valuing.NOTHING_OFF}, description=LONG)
    value_parts.change(made, typed, {"unintended": True, "of_worse": True})
    answered = valuing.row(made, outcome="hope", duration_years=3, typed=valuing.NOTHING_OFF)
    valuing.row(made, description="Sleep", included=False, reason="Too few spoke of it.")
    valuing.stakeholder(made, LONG, included=False, reason=LONG)
    valuing.given(made, 0, **TIME)
    dear = Decimal(200_000)
    unused, bare = valuing.proxy(valued, LONG), valuing.value_map(valued, "Nothing yet", inputs=0)
    ids = {
        "stakeholder_on_map": made.stakeholders[0].id,
        "input": made.inputs[0].id,
        "typed_row": typed.id,
        "answered_row": answered.id,
        "used_proxy": typed.proxy_id,
        "unused_proxy": unused.id,
        "fire": incident(made, count=53, unit_cost=dear, low=dear, high=dear).id,
        "scenario": scenario(made).id,
        "bare_map": bare.id,
        "value_map_without_ratio": bare.id,
    }
    db.session.flush()
    return {"valued": valued.id, "value_map": made.id, **ids}
