"""What got worse is asked for."""

import pytest

from survey.records.base import db
from tests import valuing
from tests.reading import text
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def value_map(signed_in, evaluator):
    return world(evaluator)[0]


def test_it_is_not_done_until_it_says_what_people_said(signed_in, value_map):
    valuing.row(value_map, description="Leans on the coordinator", of_worse=True)
    there = at(value_map, "/negative-and-unintended")
    empty = signed_in.fill(there, negative_found=" ")
    assert empty.status_code == 422 and "Write what people said." in text(empty)
    assert "Leans on the coordinator" in text(empty) and "Noise" not in text(empty)
    assert "Not said yet" in text(signed_in.page(at(value_map)))
    signed_in.fill(there, negative_found="Two people were asked.\n\nNothing was named.")
    db.session.expire_all()
    assert value_map.negative_found == "Two people were asked.\n\nNothing was named."
