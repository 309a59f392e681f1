from decimal import Decimal

import pytest

from survey.value.entries import Deflator, LibraryProxy, entries
from survey.value.model import Wrong

ENTRY = {
    "id": "swim",
    "name": "Swimming pass",
    "value": "162.50",
    "unit": "one year",
    "price_year": 2010,
    "source": "a price list",
    "licence": "Open Government Licence v3.0",
    "kind": "market",
    "values_average_move": False,
}


def test_an_entry_is_read_exactly():
    (found,) = entries(LibraryProxy, [ENTRY], "own.yaml")
    assert found.value == Decimal("162.50") and found.note == "" and found.low is None


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"colour": "red"}, "colour is not known"),
        ({"value": 162.5}, "value is an amount above nought in quotes"),
        ({"value": "lots"}, "value is an amount"),
        ({"value": "NaN"}, "value is an amount"),
        ({"low": "0"}, "low is an amount"),
        ({"price_year": "2010"}, "price_year is a year"),
        ({"values_average_move": "no"}, "values_average_move is true or false"),
        ({"source": 7}, "source is words"),
        ({"kind": "guess"}, "kind is one of unit_cost"),
    ],
)
def test_an_entry_that_is_not_as_it_should_be_is_refused_by_file_and_key(given, said):
    with pytest.raises(Wrong, match=f"^own.yaml, entry 1: {said}"):
        entries(LibraryProxy, [ENTRY | given], "own.yaml")


def test_a_missing_key_and_a_file_of_another_shape_are_refused():
    with pytest.raises(Wrong, match="licence is missing"):
        entries(LibraryProxy, [{key: ENTRY[key] for key in ENTRY if key != "licence"}], "own.yaml")
    vintage = {"id": "v", "name": "V", "source": "ours", "licence": "ours"}
    for index in (["2019"], {"2019": "81"}):
        with pytest.raises(Wrong, match="index is amounts by year"):
            entries(Deflator, [vintage | {"index": index}], "own.yaml")
    with pytest.raises(Wrong, match="keys and values"):
        entries(Deflator, ["2019"], "own.yaml")
    with pytest.raises(Wrong, match="a list of entries"):
        entries(Deflator, {}, "own.yaml")
