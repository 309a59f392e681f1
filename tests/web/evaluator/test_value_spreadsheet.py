"""A value map is taken away as a spreadsheet, once it can be worked out."""

import pytest

from survey.records.value_map import ValueMap
from survey.reports import value
from survey.value import layout
from tests import making, valuing
from tests.reading import text
from tests.value import books


@pytest.fixture
def record(signed_in, evaluator):
    made = valuing.value_map(making.evaluation(evaluator, name="Walking alongside", made_up=True))
    valuing.row(made, typed={"quantity": 10, **valuing.NOTHING_OFF})
    return made


def address(record: ValueMap, rest=""):
    return f"/evaluations/{record.evaluation_id}/value-maps/{record.id}/spreadsheet{rest}"


def test_the_spreadsheet_holds_the_map_and_says_what_it_is(signed_in, record):
    assert "Download the spreadsheet" in text(signed_in.page(address(record)))
    response = signed_in.get(address(record, "/download"))
    assert response.headers["Content-Disposition"].endswith('walking-value-map-internal.xlsx"')
    said = {row[0]: row[1] for row in books.sheet(response.data, layout.ABOUT)}
    assert said["Programme"] == "Walking alongside" and "Made-up" in said["Made up"]
    headline = value.gather(record.evaluation, record).headline
    assert said["Ratio when this was made"].startswith(f"{headline}. The sheet Results follows")
    results = {row[0]: row[1] for row in books.sheet(response.data, layout.RESULTS)}
    found = value.gather(record.evaluation, record).results.worth
    assert results["Total present value"] == pytest.approx(float(found.total_present_value))


def test_a_map_with_gaps_says_what_it_lacks(signed_in, record):
    valuing.row(record, typed={})
    page = text(signed_in.page(address(record)))
    assert "Download the spreadsheet" not in page and "R2: deadweight is not known" in page
    assert signed_in.get(address(record, "/download")).status_code == 404
