from decimal import Decimal

import pytest

from survey.value.incidents import Incident, remarks
from survey.value.model import Wrong


def incident(count=4, cost="3000", likelihood="0.5", low=None, high=None, judged_by="the team and a GP"):
    low, high = (each if each is None else Decimal(each) for each in (low, high))
    return Incident("hospital stay", Decimal(count), judged_by, Decimal(likelihood), Decimal(cost), low, high)


def test_it_is_count_by_likelihood_by_the_cost_of_one():
    found = incident(low="2000", high="5000")
    assert (found.expected, found.total_low, found.total, found.total_high) == (2, 4000, 6000, 10000)
    assert remarks(found) == ()


def test_without_a_range_low_and_high_are_the_cost_itself():
    assert incident().total_low == incident().total == incident().total_high == 6000


def test_a_total_given_for_each_of_fifty_three_is_caught():
    (found,) = remarks(incident(53, "200000", low="200000", high="330000"))
    assert found.place == "incident hospital stay"
    assert "£5,300,000 for the 53 of them" in found.message and "one costs £3,774" in found.message


@pytest.mark.parametrize(("count", "cost"), [(1, "200000"), (53, "3774")])
def test_one_dear_incident_or_many_cheap_ones_are_not(count, cost):
    assert remarks(incident(count, cost, low=cost, high=cost)) == ()


def test_certainty_and_a_missing_range_are_worth_a_second_look():
    certain, unsure = remarks(incident(likelihood="1"))
    assert "certain to have happened" in certain.message and "a low and a high cost" in unsure.message


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"count": -1}, "its count is a number, nought or more"),
        ({"count": "NaN"}, "its count is a number, nought or more"),
        ({"likelihood": "50"}, "its likelihood is a share from 0 to 1"),
        ({"likelihood": "NaN"}, "its likelihood is a share from 0 to 1"),
        ({"cost": "-3"}, "its cost is a sum of money"),
        ({"low": "NaN"}, "its cost is a sum of money"),
        ({"low": "3001"}, "its costs go up from low to high"),
        ({"high": "2999"}, "its costs go up from low to high"),
        ({"judged_by": " "}, "say who judged"),
    ],
)
def test_an_incident_that_makes_no_sense_is_refused_by_name(given, said):
    with pytest.raises(Wrong, match=f"^incident hospital stay: {said}"):
        incident(**given)
