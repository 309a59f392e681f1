import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.upload import Upload
from tests import making
from tests.records.worlds import count, kept


@pytest.fixture
def evaluation(app):
    kept(Upload(evaluation_id=making.evaluation(name="Noise").id, filename="noise.csv", text="code,hope"))
    return making.evaluation()


def upload(evaluation, **changes):
    usual = {"evaluation_id": evaluation.id, "filename": "scores.csv", "text": "code,hope\nwren-12,3\n"}
    return kept(Upload(**usual | changes))


def test_a_file_is_kept_letter_by_letter(evaluation):
    text = "code;Hoffnung\r\nżółw-1;3\r\n" * 3000
    made = upload(evaluation, text=text)
    db.session.commit()
    assert made.text == text
    assert made.uploaded_at is not None
    assert made.columns is None


@pytest.mark.parametrize("changes", [{"text": None}, {"filename": None}, {"evaluation_id": 999}])
def test_a_file_belongs_to_an_evaluation_and_has_a_name(evaluation, changes):
    with pytest.raises(IntegrityError):
        upload(evaluation, **changes)
        db.session.commit()


def test_files_go_with_their_evaluation_only(evaluation):
    upload(evaluation)
    db.session.execute(db.delete(Evaluation).where(Evaluation.id == evaluation.id))
    assert count(Upload) == 1
