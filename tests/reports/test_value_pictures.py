"""Pictures of a map with the sentences that say the same."""

import pytest

from survey.reports import value
from survey.reports.value_pictures import pictures
from tests import making, valuing
from tests.reports import value_worlds


@pytest.fixture
def found(app):
    made = value_worlds.world()
    return value.gather(made.evaluation, made)


def test_who_when_and_what_it_hangs_on(found):
    drawn = pictures(found)
    assert set(drawn) == {"who", "years", "swings"}
    for picture in drawn.values():
        assert picture.svg.startswith("<svg") and picture.sentence
    assert "Residents" in drawn["who"].sentence and "£1,293" in drawn["who"].sentence
    assert "hangs most on R1 More in control: " in drawn["swings"].sentence


def test_without_a_ratio_there_is_nothing_to_draw(found):
    empty = valuing.value_map(making.evaluation(name="Empty"))
    with pytest.raises(ValueError, match="no ratio"):
        pictures(value.gather(empty.evaluation, empty))
