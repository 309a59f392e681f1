from datetime import UTC, datetime

import pytest
from sqlalchemy import UniqueConstraint

from survey.records.base import db, now


def test_the_time_is_utc_without_a_zone_and_without_parts_of_a_second():
    at = now()
    assert at.tzinfo is None
    assert at.microsecond == 0
    assert abs((datetime.now(UTC).replace(tzinfo=None) - at).total_seconds()) < 5


@pytest.mark.parametrize("table", db.metadata.sorted_tables, ids=str)
def test_every_constraint_has_a_name_so_that_a_migration_can_find_it(table):
    assert all(constraint.name for constraint in table.constraints)
    assert all(index.name for index in table.indexes)


def test_names_follow_one_pattern():
    answer = db.metadata.tables["answer"]
    names = {each.name for each in answer.constraints if isinstance(each, UniqueConstraint)}
    assert names == {"uq_answer_response_id_question_id"}


@pytest.mark.parametrize("table", db.metadata.sorted_tables, ids=str)
def test_what_belongs_to_a_resident_goes_with_the_resident(table):
    for key in table.foreign_keys:
        if key.column.table.name in ("resident", "response", "answer"):
            assert key.ondelete == "CASCADE"
