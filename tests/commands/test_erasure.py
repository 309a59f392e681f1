import pytest

from survey.records.base import db
from survey.records.resident import Resident
from tests import making


@pytest.fixture
def run(app):
    return lambda *words, typed="": app.test_cli_runner().invoke(args=["erase-resident", *words], input=typed)


@pytest.fixture
def evaluation(app):
    made = making.evaluation()
    making.people(made, code="wren-12", linked=False)
    making.people(making.evaluation(name="Noise"), code="wren-12", linked=False)
    return made


def codes(evaluation):
    return set(db.session.scalars(db.select(Resident.code).where(Resident.evaluation_id == evaluation.id)))


def test_the_resident_of_that_evaluation_is_erased_and_nobody_else(run, evaluation):
    result = run(str(evaluation.id), "Wren-12", "--yes")
    assert result.exit_code == 0, result.output
    assert result.output == "Erased.\n"
    assert codes(evaluation) == set()
    assert db.session.scalar(db.select(db.func.count(Resident.id))) == 1


def test_it_asks_first(run, evaluation):
    result = run(str(evaluation.id), "wren-12", typed="n\n")
    assert result.exit_code == 1
    assert "for good?" in result.output
    assert codes(evaluation) == {"wren-12"}


@pytest.mark.parametrize("which", [("999", "wren-12"), ("1", "wren-13")])
def test_somebody_who_is_not_there(run, evaluation, which):
    result = run(*which, "--yes")
    assert result.exit_code == 1
    assert "no such resident" in result.output
    assert codes(evaluation) == {"wren-12"}
