import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db
from survey.records.change import BEFORE_KINDS, ChangeRow
from survey.records.resident import Resident
from tests.records.worlds import count, world


@pytest.fixture
def here(app):
    world("Noise").change()
    return world()


def test_there_is_one_row_a_person_outcome_wave_and_kind_of_before(here):
    here.change()
    here.change(outcome="control")
    here.change(resident=1)
    here.change(before_kind="estimated")
    with pytest.raises(IntegrityError):
        here.change(now=5)


@pytest.mark.parametrize("kind", BEFORE_KINDS)
def test_the_kinds_of_before_that_have_words_are_those_the_table_takes(here, kind):
    here.change(before_kind=kind)


def test_another_kind_is_refused(here):
    with pytest.raises(IntegrityError):
        here.change(before_kind="guessed")


@pytest.mark.parametrize(
    "row",
    [
        {"before": 2, "before_reason": "skipped"},
        {"before": None, "before_reason": None},
        {"now": 4, "now_reason": "skipped"},
        {"now": None, "now_reason": None},
    ],
)
def test_a_score_or_the_reason_for_none_never_both_or_neither(here, row):
    with pytest.raises(IntegrityError):
        here.change(**row)


def test_a_missing_score_has_its_reason(here):
    row = here.change(before=None, now=None)
    assert (row.before_reason, row.now_reason) == ("skipped", "not_asked")


def test_rows_go_with_the_person_and_with_nobody_else(here):
    here.change()
    here.change(resident=1)
    assert count(ChangeRow) == 3
    db.session.execute(db.delete(Resident).where(Resident.id == here.residents[0].id))
    assert count(ChangeRow) == 2
