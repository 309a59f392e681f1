import json

import pytest

from survey.records.base import db
from survey.records.trail import TrailLine
from survey.reports import release_file
from tests import making
from tests.opened import KEPT, opened
from tests.reading import text


@pytest.fixture
def evaluation(signed_in):
    evaluation = making.evaluation()
    making.pairs(evaluation, "control", [(1, 4), (3, 3), (2, 3)] * 14)
    making.release(evaluation)
    return evaluation


def page(evaluation, *sides, definition=""):
    wanted = "&".join(f"side={side}" for side in sides)
    return f"/evaluations/{evaluation.id}/comparison?{wanted}&definition={definition}"


def test_ours_and_theirs_stand_side_by_side(signed_in, evaluation):
    file = opened(evaluation)
    db.session.commit()
    first = text(signed_in.page(page(evaluation)))
    assert "Release 1, all areas" in first and "Example Council, Walking alongside, release 4, North" in first
    found = signed_in.page(page(evaluation, "own-1", f"file-{file.id}"))
    words = text(found)
    assert "outcomes can stand side by side" in words
    assert "no ranking" in words and "Made up Release 1, all areas: real answers" in words
    assert found.xpath("//main//svg")
    assert "compared releases" in db.session.scalars(db.select(TrailLine.act)).all()


def test_where_fewer_than_two_tell_a_value_map_it_says_so(signed_in, evaluation):
    file = opened(evaluation)
    db.session.commit()
    words = text(signed_in.page(page(evaluation, "own-1", f"file-{file.id}")))
    assert "Fewer than two value maps are told here, so no ratios stand side by side." in words


def test_where_nothing_is_released_it_says_what_to_do_first(signed_in, evaluator):
    unreleased = making.evaluation(evaluator)
    found = signed_in.page(page(unreleased))
    assert "There is nothing to compare yet" in text(found) and not found.xpath("//main//form")
    for there in ("releases/new", "comparison/files"):
        assert found.xpath(f"//main//a[@href='/evaluations/{unreleased.id}/{there}']")


def test_it_is_made_from_releases_and_never_from_answers(signed_in, evaluation):
    file = opened(evaluation)
    db.session.commit()
    address = page(evaluation, "own-1", f"file-{file.id}")
    before = text(signed_in.page(address))
    making.pairs(evaluation, "control", [(5, 1)] * 30)
    assert text(signed_in.page(address)) == before


def changed(evaluation, **changes):
    kept = json.loads(KEPT)
    kept["findings"].update(changes)
    made = opened(evaluation, release_file.made_of(json.dumps(kept)))
    db.session.commit()
    return f"file-{made.id}"


def test_another_before_is_refused_in_words_and_nothing_is_drawn(signed_in, evaluation):
    found = signed_in.page(page(evaluation, "own-1", changed(evaluation, before_kind="recalled")))
    assert "These releases cannot stand side by side" in text(found)
    assert "People who think back rate their start otherwise" in text(found)
    assert not found.xpath("//table") and not found.xpath("//main//svg")


def test_another_definition_is_refused_with_a_way_to_show_what_both_have(signed_in, evaluation):
    other = changed(evaluation, headline_key="pct_of_range")
    found = signed_in.page(page(evaluation, "own-1", other))
    assert "They measure different things" in text(found) and not found.xpath("//table")
    [way] = found.xpath("//main//a[.='share of the scale moved']/@href")
    shown = signed_in.page(way)
    assert "Share of the scale moved, side by side" in text(shown) and shown.xpath("//table")


@pytest.mark.parametrize(
    "sides, problem", [(["own-1"], "Choose one more"), (["own-1"] * 2, "Choose one more")]
)
def test_one_alone_is_not_compared(signed_in, evaluation, sides, problem):
    assert problem in text(signed_in.page(page(evaluation, *sides)))


def test_so_many_are_too_many(signed_in, evaluation):
    for number in range(2, 5):
        changed(evaluation, number=number)
    every = signed_in.page(page(evaluation)).xpath("//input[@name='side']/@value")
    assert len(every) > 6
    assert "Choose 6 or fewer." in text(signed_in.page(page(evaluation, *every)))


def test_what_is_not_there_is_not_found(signed_in, evaluation):
    mine = making.evaluation(name="Mine, too")
    file = opened(mine)
    db.session.commit()
    for sides in (["own-2", "own-1"], ["own-1", f"file-{file.id}"], ["x", "y"]):
        assert signed_in.get(page(evaluation, *sides)).status_code == 404
    assert signed_in.get(page(evaluation, definition="x")).status_code == 404


def test_nothing_in_a_file_is_html(signed_in, evaluation):
    hostile = "</text><script>alert(1)</script> & {{ 7*7 }}"
    outcomes = json.loads(KEPT)["findings"]["outcomes"]
    other = changed(evaluation, council=hostile, name=hostile, outcomes=outcomes)
    answer = signed_in.get(page(evaluation, "own-1", other))
    assert answer.status_code == 200 and hostile in text(answer)
    assert "<script" not in answer.text and "alert(1)" in answer.text
