"""What a value map comes to, as a JSON document: an assurer's own check."""

from survey.value.document import said
from survey.value.exact_json import DIGITS, written
from survey.value.model import ValueMap
from survey.value.worth import Worth, worth


def results_json(value_map: ValueMap) -> str:
    """What a map comes to, as JSON numbers to 28 significant digits, not rounded otherwise."""
    return written(_results(value_map, worth(value_map)), DIGITS)


def _results(value_map: ValueMap, found: Worth) -> dict[str, object]:
    years = zip(found.years, found.present_values, strict=True)
    return {
        "total_inputs": found.inputs,
        "total_present_value": found.total_present_value,
        "net_present_value": found.net_present_value,
        "sroi_ratio": found.sroi_ratio,
        "net_sroi_ratio": found.net_sroi_ratio,
        "years": [
            {"year": year, "value": value, "present_value": present}
            for year, (value, present) in enumerate(years, 1)
        ],
        "rows": [
            {"id": each.row.id, "impact": each.impact, "present_value": each.present_value}
            for each in found.rows
        ],
        "assumptions": said(value_map.assumptions),
    }
