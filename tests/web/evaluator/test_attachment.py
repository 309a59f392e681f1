import pytest

from survey.web.evaluator.attachment import CSV, as_csv, attachment, plain_cell
from tests import making


@pytest.mark.parametrize(
    "cell", ["=1+1", "+44", "-1 day", "@sum", "\tx", "\rx", "\n=1", "＝1+1", "＠sum", " =1", "\u00a0+1"]
)
def test_no_cell_is_a_formula(cell):
    assert plain_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["wren-12", "1=1", "", -3, 2.5, None])
def test_other_cells_stay_as_they_are(cell):
    assert plain_cell(cell) is cell


def test_a_spreadsheet_knows_the_encoding():
    assert as_csv([["Ŵyn", 3]]) == "\ufeffŴyn,3\r\n".encode()


def test_a_download_is_named_and_not_kept(app):
    evaluation = making.evaluation(name='../Walking "along" side')
    with app.test_request_context():
        response = attachment(b"x", CSV, evaluation, "pairs.csv")
    assert response.headers["Content-Disposition"] == 'attachment; filename="walking-along-side-pairs.csv"'
    assert response.headers["Cache-Control"] == "no-store"
