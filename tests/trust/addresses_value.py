"""What the walks need of value maps: an example of everything in their addresses."""

from decimal import Decimal

from survey.engagement import value_parts
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.value_row import Incident, Scenario
from tests import valuing

FIRE = {"what": "a fire", "count": 2, "judged_by": "the fire service", "source": "a table of unit costs"}


def incident(made, **more) -> Incident:
    costs = {"unit_cost": Decimal(900), "low": Decimal(700), "high": Decimal(1200)}
    return _kept(made, Incident(**FIRE | costs | {"likelihood": Decimal("0.5")} | more))


def scenario(made, name="One more coordinator") -> Scenario:
    more = {"people": Decimal("1.25"), "inputs_added": Decimal(45_000), "note": "as planned"}
    return _kept(made, Scenario(name=name, **more))


def _kept(made, part):
    value_parts.add(made, part)
    db.session.commit()
    return part


def value_values(evaluation: Evaluation) -> dict[str, object]:
    made = valuing.value_map(evaluation, level=None)
    row = valuing.row(made, typed={"quantity": 10, **valuing.NOTHING_OFF})
    return {
        "value_map_id": made.id,
        "map_stakeholder_id": made.stakeholders[0].id,
        "input_id": made.inputs[0].id,
        "row_id": row.id,
        "part_id": row.id,
        "parts": "rows",
        "figure": "deadweight",
        "proxy_id": row.proxy_id,
        "library_id": "wellby",
        "incident_id": incident(made).id,
        "scenario_id": scenario(made).id,
    }
