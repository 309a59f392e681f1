import pytest

from survey.engagement import evaluations
from survey.records.base import db
from survey.records.evaluation import Evaluation
from tests import making
from tests.reading import text

NEW = {
    "name": "Rivers & <b>hills</b>",
    "council": "Example Council",
    "period_start": ["1", "4", "2026"],
    "period_end": ["31", "3", "2027"],
    "before": "then_and_now",
    "areas-0-name": "North",
    "areas-0-one": "1,200",
}
SEVERAL_ROWS = {f"areas-{n}-name": f"Area {n}" for n in range(30)}


@pytest.fixture
def made(evaluator):
    making.evaluation(making.user("noise@example.org"))
    return making.evaluation(evaluator, opened=False, made_up=True, note="Constructed.")


def address(made):
    return f"/evaluations/{made.id}/details"


def count():
    return db.session.query(Evaluation).count()


def test_an_evaluation_is_created_and_is_ones_own(signed_in, evaluator):
    response = signed_in.fill("/evaluations/new", **NEW)
    (made,) = evaluations.granted_to(evaluator)
    assert response.request.path == f"/evaluations/{made.id}"
    assert "Rivers & <b>hills</b>" in text(response)
    details = evaluations.described(made)
    assert (details.before, details.headline) == ("then_and_now", "pct_relative_ratio_of_means")
    assert [(area.name, dict(area.supported)) for area in details.areas] == [("North", {"one": 1200})]


def test_both_ways_and_all_three_meanings_are_explained(signed_in):
    page = text(signed_in.page("/evaluations/new"))
    assert "Nobody has to remember how things were" in page
    assert "Memory can make a change look larger" in page
    for worked in ("that is 50 per cent", "that is 25 per cent", "that is 33 per cent"):
        assert worked in page


def test_the_council_of_these_pages_is_filled_in(app, signed_in):
    app.config["COUNCIL_NAME"] = "Elm Council"
    assert signed_in.page("/evaluations/new").forms[-1].fields["council"] == "Elm Council"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", " ", "Write a name for the evaluation."),
        ("period_end", ["31", "3", "2025"], "The period has to end after it starts."),
        ("period_end", ["", "", ""], "Write the last day of the period."),
        ("areas-0-name", "", "Write the area’s name, or clear its numbers."),
        ("areas-1-name", "north", "There are two areas with this name."),
        ("areas-0-two", "-1", "Write a whole number of people"),
        ("csrf_token", "stale", "press the button again"),
    ],
)
def test_a_problem_is_named_and_everything_typed_stays(signed_in, field, typed, said):
    response = signed_in.fill("/evaluations/new", **{**NEW, field: typed})
    assert response.status_code == 422
    assert said in text(response)
    assert 'value="1,200"' in response.text
    assert "Rivers &amp; &lt;b&gt;hills" in response.text or field == "name"
    assert count() == 0


def test_another_area_gets_a_row_and_nothing_is_lost_or_saved(signed_in):
    response = signed_in.fill("/evaluations/new", button=("add_area", "yes"), **{**NEW, "name": ""})
    assert response.status_code == 200
    assert "areas-3-name" in response.text
    assert 'value="1,200"' in response.text
    assert "There is a problem" not in response.text
    assert count() == 0


def test_there_is_an_end_to_the_areas(signed_in):
    response = signed_in.fill("/evaluations/new", button=("add_area", "yes"), **{**NEW, **SEVERAL_ROWS})
    assert response.status_code == 422
    assert "An evaluation has 30 areas at most." in text(response)
    assert "Area 29" in response.text


def test_a_new_evaluation_takes_no_area_from_another(signed_in, made):
    assert signed_in.post("/evaluations/new", data={"areas-0-id": made.areas[0].id}).status_code == 404


def test_the_form_begins_with_what_is_known_and_keeps_what_it_does_not_show(signed_in, made):
    before = evaluations.described(made)
    signed_in.fill(address(made))
    db.session.expire_all()
    assert evaluations.described(made) == before


def test_details_are_corrected(signed_in, made):
    ids = [area.id for area in made.areas]
    typed = {"name": "New", "areas-0-name": "South", "areas-1-name": "North", "areas-2-name": "East"}
    assert "The details are saved." in text(signed_in.fill(address(made), **typed))
    db.session.expire_all()
    assert made.name == "New"
    assert [area.name for area in made.areas] == ["South", "North", "East"]
    assert [area.id for area in made.areas][:2] == ids


def test_an_area_goes_when_its_row_is_cleared(signed_in, made):
    signed_in.fill(address(made), **{"areas-0-name": "", "areas-0-one": "", "areas-0-two": ""})
    db.session.expire_all()
    assert [area.name for area in made.areas] == ["South"]


def test_an_area_with_residents_stays(signed_in, made):
    making.people(made, linked=False)
    page = text(signed_in.page(address(made)))
    assert "Area 1: residents or stakeholders belong to it, so it stays" in page
    assert "Area 2: residents" not in page
    response = signed_in.fill(address(made), **{"areas-0-name": "", "areas-0-one": "", "areas-0-two": ""})
    assert response.status_code == 422
    db.session.expire_all()
    assert [area.name for area in made.areas] == ["North", "South"]


def test_once_open_the_way_of_asking_is_locked_and_the_page_says_why(signed_in, evaluator):
    made = making.evaluation(evaluator)
    page = signed_in.page(address(made))
    assert not page.xpath("//input[@name='before']")
    assert "This is fixed because the evaluation is open" in text(page)
    signed_in.fill(address(made), before="then_and_now", name="Still in waves")
    db.session.expire_all()
    assert (made.before, made.name) == ("waves", "Still in waves")


def test_an_area_of_another_evaluation_cannot_be_named(signed_in, made):
    theirs = making.evaluation(making.user("noise@example.org"))
    assert signed_in.fill(address(made), **{"areas-0-id": str(theirs.areas[0].id)}).status_code == 404
