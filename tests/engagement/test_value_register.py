"""What the register offers a value map."""

import pytest

from survey.engagement import stakeholders, value_register
from tests import making, valuing


@pytest.fixture
def evaluation(app):
    noise = making.evaluation(name="Noise")
    making.partner(noise, "police")
    return making.evaluation()


def test_only_the_lines_of_the_maps_area_are_offered(evaluation):
    north, south = evaluation.areas
    for place, organisation in ((0, "North team"), (1, "South team"), (None, "All of it")):
        making.partner(evaluation, "police", organisation, area=place)
    everywhere, here = valuing.value_map(evaluation), valuing.value_map(evaluation, "North", area=north)
    assert [each.lines for each in value_register.offered(everywhere)] == [3]
    assert [each.lines for each in value_register.offered(here)] == [2]


def test_what_was_taken_over_or_listed_is_not_offered_again(evaluation):
    families = stakeholders.Details("family", "Families", why_not="no time before the report")
    stakeholders.add(evaluation, families)
    making.partner(evaluation, "nhs")
    made = valuing.value_map(evaluation)
    valuing.stakeholder(made, "the nhs")
    assert value_register.take_over(made) == 1 and value_register.offered(made) == []
    added = made.stakeholders[-1]
    assert (added.name, added.size, added.involved) == ("Family members", 1, 0)
    assert added.reason == "no time before the report"
