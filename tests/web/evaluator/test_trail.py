import pytest

from survey.access import trail as lines
from survey.records.base import db
from survey.records.trail import TrailLine
from survey.web.evaluator import trail
from tests import making
from tests.reading import text


@pytest.fixture
def evaluation(signed_in):
    evaluation = making.evaluation()
    db.session.add_all(
        TrailLine(act=f"act {number}", evaluation_id=evaluation.id, detail="x") for number in range(150)
    )
    making.people(evaluation)
    db.session.commit()
    return evaluation


def rows(page):
    return [text(row) for row in page.xpath("//tbody/tr")]


def test_the_newest_stand_first_and_the_older_ones_are_a_link_away(signed_in, evaluation):
    page = signed_in.page(f"/evaluations/{evaluation.id}/trail")
    found = rows(page)
    assert len(found) == trail.AT_ONCE and "Added residents" in found[0]
    [older] = page.xpath("//a[text()='Older lines']/@href")
    rest = rows(signed_in.page(older))
    assert len(rest) > 50 and not {row for row in found if "Act" in row} & set(rest)
    assert any("Created evaluation" in row and "Eva" in row for row in rest)


def test_nobody_elses_lines_are_shown(signed_in, evaluation):
    making.evaluation(name="Another one")
    lines.note("secret act", making.evaluation(name="A third"))
    db.session.commit()
    assert "Secret act" not in text(signed_in.page(f"/evaluations/{evaluation.id}/trail"))


@pytest.mark.parametrize("before", ["x", "-1", "99999999999", "9" * 5000])
def test_an_address_that_makes_no_sense_is_not_found(signed_in, evaluation, before):
    assert signed_in.get(f"/evaluations/{evaluation.id}/trail?before={before}").status_code == 404
