import pytest

from survey.engagement import themes
from survey.engagement.themes import Uses
from survey.records.base import db
from survey.web.evaluator.themes import carried_by
from tests import making
from tests.making import EVERY_USE
from tests.reading import text

PAYLOAD = "<script>alert(1)</script>"


@pytest.fixture
def evaluation(signed_in, evaluator):
    themes.add(making.evaluation(making.user("noise@example.org")), "Noise", "")
    made = making.evaluation(evaluator)
    db.session.commit()
    return made


@pytest.fixture
def theme(evaluation):
    made = themes.add(evaluation, "Neighbours help", "Somebody next door.")
    db.session.commit()
    return made


def address(evaluation, rest=""):
    return f"/evaluations/{evaluation.id}/themes{rest}"


def kept(evaluation):
    db.session.expire_all()
    return [(theme.name, theme.meaning) for theme in themes.of(evaluation)]


def rows(page):
    return [
        [" ".join(each.text_content().split()) for each in row.xpath("dt | dd/p[not(a)]")]
        for row in page.xpath("//dl/div")
    ]


def test_at_first_there_is_none(signed_in, evaluation):
    page = signed_in.page(address(evaluation))
    assert "No theme has been written yet." in text(page) and rows(page) == []


def test_a_theme_is_added(signed_in, evaluation):
    response = signed_in.fill(address(evaluation), name=PAYLOAD, meaning="  What\tbelongs to it ")
    assert "The theme is in the codebook." in text(response) and PAYLOAD not in response.text
    assert kept(evaluation) == [(PAYLOAD, "What belongs to it")]


def test_each_says_how_many_stories_carry_it(signed_in, evaluation, theme):
    themes.add(evaluation, "Alone", "")
    for _ in range(2):
        themes.tag(making.story(evaluation, **EVERY_USE), [theme.id])
    db.session.commit()
    assert rows(signed_in.page(address(evaluation))) == [
        ["Alone", "In no stories"],
        ["Neighbours help", "Somebody next door.", "In two stories"],
    ]


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        (Uses(), "no stories"),
        (Uses(1, 0), "one story"),
        (Uses(2, 1), "two stories and one session note"),
        (Uses(1, 12), "one story and 12 session notes"),
    ],
)
def test_what_carries_it_is_counted_in_words(uses, said):
    assert carried_by(uses) == said


def test_a_theme_is_changed(signed_in, evaluation, theme):
    page = signed_in.page(address(evaluation, f"/{theme.id}"))
    assert page.xpath("//input[@name='name']/@value") == ["Neighbours help"]
    response = signed_in.fill(address(evaluation, f"/{theme.id}"), name="NEIGHBOURS help", meaning="")
    assert "The theme is saved." in text(response)
    assert kept(evaluation) == [("NEIGHBOURS help", "")]


@pytest.mark.parametrize("rest", ["", "/{id}"])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Write what the theme is called."),
        ("x" * 81, "the most is 80 characters"),
        ("ALONE", "The codebook has a theme of this name."),
    ],
)
def test_a_problem_is_named(signed_in, evaluation, theme, rest, name, said):
    themes.add(evaluation, "Alone", "")
    db.session.commit()
    before = kept(evaluation)
    response = signed_in.fill(address(evaluation, rest.format(id=theme.id)), name=name, meaning="Typed")
    assert response.status_code == 422 and said in text(response) and "Typed" in response.text
    assert kept(evaluation) == before


def test_a_second_press_adds_nothing_more(signed_in, evaluation):
    for name in ("Alone", "Together"):
        signed_in.fill(address(evaluation), once="a" * 32, name=name)
    assert kept(evaluation) == [("Alone", "")]


def test_removing_says_what_carries_it_and_asks_first(signed_in, evaluation, theme):
    story = making.story(evaluation, **EVERY_USE)
    themes.tag(story, [theme.id])
    db.session.commit()
    page = text(signed_in.page(address(evaluation, f"/{theme.id}/remove")))
    assert "Remove the theme Neighbours help?" in page and "One story carries it." in page
    assert len(kept(evaluation)) == 1
    response = signed_in.fill(address(evaluation, f"/{theme.id}/remove"))
    assert "The theme is removed." in text(response) and kept(evaluation) == []
    assert story.themes == []


@pytest.mark.parametrize("rest", ["", "/{id}", "/{id}/remove"])
def test_a_lost_token_changes_nothing_and_says_so(signed_in, evaluation, theme, rest):
    response = signed_in.fill(address(evaluation, rest.format(id=theme.id)), csrf_token="stale", name="Other")
    assert response.status_code == 422 and "press the button again" in text(response)
    assert kept(evaluation) == [("Neighbours help", "Somebody next door.")]


def test_themes_of_other_evaluations_are_not_found(signed_in, evaluator, theme):
    other = making.evaluation(evaluator, name="Another")
    for rest in (f"/{theme.id}", f"/{theme.id}/remove"):
        assert signed_in.get(address(other, rest)).status_code == 404
        assert signed_in.post(address(other, rest)).status_code == 404
