import json

import pytest

from survey.engagement import importing
from survey.records.base import db
from survey.records.upload import Upload
from tests import making
from tests.reading import text

FILE = b"code,area,control at introduction,<b>,control\nwren,North,2,x,4"


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator)


@pytest.fixture
def address(evaluation):
    upload = importing.upload(evaluation, "scores.csv", FILE)
    db.session.commit()
    return f"/evaluations/{evaluation.id}/bring-in-scores/{upload.id}/columns"


def chosen(page):
    return [select.value for select in page.xpath("//select[starts-with(@name, 'column-')]")]


def test_headings_are_guessed_and_cells_shown(signed_in, address):
    page = signed_in.page(address)
    assert chosen(page) == ["code", "area", "score:0:control", "", ""]
    assert "Begins with: wren" in text(page) and "<b>" in text(page)
    assert "What the scores mean here" in text(page)


def test_what_was_chosen_is_kept(signed_in, address):
    fields = {"column-4": "score:1:control", "level": "two", "before_kind": "estimated"}
    response = signed_in.fill(address, **fields)
    assert response.request.path.endswith("/check")
    kept = json.loads(db.session.query(Upload).one().columns)
    assert kept["held"] == ["code", "area", "score:0:control", "", "score:1:control"]
    assert (kept["level"], kept["before_kind"], kept["area_id"]) == ("two", "estimated", None)
    assert chosen(signed_in.page(address)) == kept["held"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"column-0": ""}, "code"),
        ({"column-1": ""}, "Choose the column that holds the area"),
        ({"column-2": ""}, "at least one column that holds scores"),
        ({"column-4": "score:0:control"}, "is chosen for two columns"),
        ({"column-4": "forged"}, "Choose what this column holds from the list."),
        ({"level": ""}, "Choose the column that holds the level"),
        ({"level": "three"}, "Not a valid choice"),
        ({"area": "999"}, "Not a valid choice"),
        ({"before_kind": "forged"}, "Choose how the scores from before were known."),
        ({"csrf_token": "stale"}, "press the button again"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_chosen_stays(signed_in, address, fields, said):
    usual = {"level": "two", "column-3": "age_band"}
    response = signed_in.fill(address, **usual | fields)
    assert response.status_code == 422
    assert said in text(response)
    assert 'value="age_band" selected' in response.text
    assert db.session.query(Upload).one().columns is None
