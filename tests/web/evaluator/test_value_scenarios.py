"""The list of scenarios: what would be different, and that each is a forecast."""

from tests.reading import text
from tests.trust.addresses_value import scenario
from tests.web.evaluator.value_client import at, world


def test_scenarios_are_listed_with_what_is_different(signed_in, evaluator):
    value_map, (other, _) = world(evaluator)
    there = at(value_map, "/scenarios")
    assert "There is no scenario yet." in text(signed_in.page(there))
    scenario(value_map)
    scenario(other, "Noise elsewhere")
    said = text(signed_in.page(there))
    assert "There is one scenario." in said and "A scenario is always a forecast" in said
    assert "One more coordinator" in said and "125 per cent" in said and "£45,000" in said
    assert "Noise" not in said
    scenario(value_map, "Half")
    assert "There are two scenarios." in text(signed_in.page(there))
