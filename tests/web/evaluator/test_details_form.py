import numpy as np
import pytest
from werkzeug.datastructures import MultiDict

from survey.analysis.change import change
from survey.engagement.areas import AreaDetails
from survey.web.evaluator.details_form import STAYS, WORKED, DetailsForm

GOOD = {
    "name": "Walking alongside",
    "council": "Example Council",
    "period_start": ["1", "4", "2026"],
    "period_end": ["31", "3", "2027"],
    "before": "waves",
    "headline": "pct_of_range",
    "areas-0-name": "North",
    "areas-0-one": "40",
    "areas-0-two": "",
    "areas-1-name": "",
    "areas-2-name": "South",
    "areas-2-two": "0",
}
KNOWN = [AreaDetails("North", {}, 7), AreaDetails("South", {}, 8)]


@pytest.fixture(autouse=True)
def request_context(app):
    app.config["WTF_CSRF_ENABLED"] = False
    with app.test_request_context():
        yield


def posted(known=(), used=(), **changes):
    form = DetailsForm(MultiDict({**GOOD, **changes}))
    form.belongs = form.describes(list(known), set(used))
    form.fine = form.validate()
    return form


def problems(form):
    return [error for row in form.areas for error in row.form.name.errors]


def test_the_worked_meanings_are_what_the_arithmetic_gives():
    moves = np.zeros((5, 5), dtype=int)
    moves[1, 2] = 12
    nobody = np.zeros(5, dtype=int)
    found = change(moves, nobody, nobody, 1, 5, "higher", draws=10)
    for key, words in WORKED.items():
        assert words.startswith(f"{getattr(found, key):.0f} per cent")


def test_a_good_form_gives_the_areas_that_have_a_name():
    form = posted()
    assert form.fine, form.errors
    assert form.areas_given() == [AreaDetails("North", {"one": 40}), AreaDetails("South", {"two": 0})]
    assert form.details().headline == "pct_of_range"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "x" * 121),
        ("council", " "),
        ("before", "sometimes"),
        ("before", ""),
        ("headline", "pct_of_scale_maximum"),
        ("period_start", ["", "", ""]),
        ("period_end", ["31", "3", "2026"]),
        ("period_end", ["30", "2", "2027"]),
    ],
)
def test_each_wrong_field_is_named(field, typed):
    form = posted(**{field: typed})
    assert not form.fine
    assert list(form.errors) == [field]


def test_a_period_may_be_one_day():
    assert posted(period_end=["1", "4", "2026"]).fine


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"areas-0-name": "", "areas-0-one": "", "areas-2-name": "", "areas-2-two": ""}, "at least one area"),
        ({"areas-1-name": "NORTH"}, "two areas with this name"),
        ({"areas-1-name": "all areas"}, "stands for all areas together"),
        ({"areas-1-one": "4"}, "or clear its numbers"),
        ({"areas-1-name": "x" * 81}, "the most is 80"),
    ],
)
def test_areas_that_do_not_hold_up(changes, said):
    form = posted(**changes)
    assert not form.fine
    assert said in problems(form)[0]


def test_a_negative_number_of_people_is_refused():
    form = posted(**{"areas-0-one": "-3"})
    assert not form.fine
    assert "whole number of people" in form.areas[0].form.one.errors[0]


def test_an_area_in_use_cannot_lose_its_name():
    gone = {"areas-0-id": "7", "areas-0-name": "", "areas-0-one": "", "areas-2-name": "East"}
    assert posted(KNOWN, **gone).fine
    form = posted(KNOWN, [7], **gone)
    assert problems(form) == [STAYS]


def test_an_area_that_the_form_does_not_speak_of_stays():
    form = posted(KNOWN, **{"areas-0-id": "7", "areas-2-name": "", "areas-2-two": ""})
    assert form.fine
    assert [area.id for area in form.areas_given()] == [7, 8]
    assert not posted(KNOWN, **{"areas-0-id": "7", "areas-1-name": "south"}).fine


@pytest.mark.parametrize("ids", [["9", ""], ["7", "7"], ["x", ""], ["7 OR 1=1", ""]])
def test_areas_of_others_are_not_described(ids):
    form = DetailsForm(MultiDict({**GOOD, "areas-0-id": ids[0], "areas-1-id": ids[1]}))
    assert not form.describes(KNOWN, set())


def test_more_rows_than_allowed_are_not_looked_at():
    form = posted(**{f"areas-{n}-name": f"Area {n}" for n in range(40)})
    assert len(form.areas) == 30
