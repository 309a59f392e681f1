import pytest

from survey.engagement import responses, waves
from survey.records.base import db
from survey.records.evaluation import THEN_AND_NOW
from tests import making
from tests.reading import text


@pytest.fixture
def made(evaluator):
    making.evaluation(making.user("noise@example.org"))
    return making.evaluation(evaluator)


def address(made, part=""):
    return f"/evaluations/{made.id}/waves{part}"


def planned(made):
    db.session.expire_all()
    return [(wave.name, wave.weeks_after, wave.is_open) for wave in waves.planned(made)]


def test_before_opening_there_is_nothing_to_open(signed_in, evaluator):
    made = making.evaluation(evaluator, opened=False)
    page = signed_in.page(address(made))
    assert "No wave is open: the first one opens with the evaluation." in text(page)
    assert not page.xpath("//main//button")
    response = signed_in.fill(address(made), button=("open", "0"))
    assert response.status_code == 422
    assert "Open the evaluation first." in text(response)


def test_each_wave_has_its_state_and_numbers(signed_in, made):
    people = making.people(made, 3, linked=False)
    first = waves.find(made, 0)
    responses.submit(responses.start(people[0], first))
    responses.start(people[1], first)
    db.session.commit()
    page = text(signed_in.page(address(made)))
    assert "Residents can answer: At introduction." in page
    assert "1 of 3 residents have sent answers; 1 is half-way." in page
    assert "Asked 12 weeks after a person last sent answers." in page


def test_the_two_ways_of_asking_are_explained(signed_in, made, evaluator):
    together = making.evaluation(evaluator, before=THEN_AND_NOW)
    assert "each follow-up asks the same again" in text(signed_in.page(address(made)))
    assert "one wave is all it needs" in text(signed_in.page(address(together)))


def test_a_wave_is_closed_and_opened_again(signed_in, made):
    response = signed_in.fill(address(made), button=("close", "0"))
    assert "At introduction: closed. Nobody can answer it now." in text(response)
    assert "No wave is open, so nobody can answer now." in text(response)
    assert "Open again" in text(response)
    response = signed_in.fill(address(made), button=("open", "0"))
    assert "At introduction: open. Residents can answer it." in text(response)
    assert planned(made)[0][2]


@pytest.mark.parametrize("forged", [("open", "7"), ("close", "x"), ("open", "9" * 5000), ("sing", "0")])
def test_forged_buttons_are_not_found(signed_in, made, forged):
    before = planned(made)
    assert signed_in.fill(address(made), button=forged).status_code == 404
    assert planned(made) == before


def test_a_lost_token_changes_nothing(signed_in, made):
    response = signed_in.fill(address(made), button=("close", "0"), csrf_token="stale")
    assert response.status_code == 422
    assert "press the button again" in text(response)
    assert planned(made)[0][2]


def test_a_follow_up_is_added(signed_in, made):
    response = signed_in.fill(address(made, "/new"), name="After a year", weeks_after="52")
    assert "After a year: planned. Open it when people may answer it." in text(response)
    assert planned(made)[-1] == ("After a year", 52, False)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": ""}, "Write a name for the wave."),
        ({"name": "x" * 81}, "the most is 80 characters"),
        ({"name": "FOLLOW-UP"}, "There is a wave with this name."),
        ({"weeks_after": ""}, "Write a whole number of weeks"),
        ({"weeks_after": "-1"}, "Write a whole number of weeks"),
        ({"weeks_after": "521"}, "Write a whole number of weeks"),
        ({"csrf_token": "stale"}, "press the button again"),
    ],
)
def test_a_problem_is_named_and_what_was_typed_stays(signed_in, made, typed, said):
    before = planned(made)
    given = {"name": "After <b>a year</b>", "weeks_after": "52", **typed}
    response = signed_in.fill(address(made, "/new"), **given)
    assert response.status_code == 422
    assert said in text(response)
    assert "After &lt;b&gt;a year" in response.text or "name" in typed
    assert f'value="{given["weeks_after"]}"' in response.text or not given["weeks_after"]
    assert planned(made) == before


def test_a_wave_is_corrected_and_may_keep_its_name(signed_in, made):
    signed_in.fill(address(made, "/1"), weeks_after="26")
    assert planned(made)[1] == ("Follow-up", 26, False)


def test_the_first_wave_has_no_weeks(signed_in, made):
    page = signed_in.page(address(made, "/0"))
    assert not page.xpath("//input[@name='weeks_after']")
    signed_in.fill(address(made, "/0"), name="Hello", weeks_after="9")
    assert planned(made)[0] == ("Hello", 0, True)


def test_a_wave_that_is_not_there_is_not_found(signed_in, made):
    assert signed_in.get(address(made, "/7")).status_code == 404


def test_there_is_an_end_to_the_waves(signed_in, made):
    for number in range(18):
        waves.add(made, f"Wave {number}", 12)
    db.session.commit()
    assert "Add a follow-up" not in text(signed_in.page(address(made)))
    assert signed_in.get(address(made, "/new")).status_code == 404


def test_a_second_press_plans_nothing_more(signed_in, made):
    for name in ("A year on", "A year later"):
        response = signed_in.fill(address(made, "/new"), once="a" * 32, name=name, weeks_after="52")
        assert response.request.path == address(made)
    assert [name for name, _, _ in planned(made)] == ["At introduction", "Follow-up", "A year on"]
