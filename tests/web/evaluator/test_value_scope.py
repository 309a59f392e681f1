"""Stage 1 in words."""

import pytest

from survey.records.base import db
from tests.reading import text
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def value_map(signed_in, evaluator):
    return world(evaluator)[0]


def test_scope_is_kept_and_typed_again_where_it_was_wrong(signed_in, value_map):
    north = value_map.evaluation.areas[0]
    page = signed_in.fill(
        at(value_map, "/scope"),
        scope="<i>All</i> of it",
        activities="40 visits",
        area=str(north.id),
        level="",
    )
    assert "The scope is saved." in text(page)
    db.session.expire_all()
    assert (value_map.scope, value_map.area, value_map.level) == ("<i>All</i> of it", north, None)
    again = signed_in.get(at(value_map, "/scope"))
    assert "&lt;i&gt;All&lt;/i&gt; of it" in again.text


def test_a_name_that_another_map_has_is_refused_and_nothing_is_changed(signed_in, value_map):
    for name, said in (("noise", "There is a value map of this name."), ("", "Write what the value map is")):
        page = signed_in.fill(at(value_map, "/scope"), name=name, scope="Typed")
        assert page.status_code == 422 and said in text(page) and "Typed" in page.text
    db.session.expire_all()
    assert value_map.scope == ""
