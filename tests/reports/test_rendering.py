import pytest
from jinja2 import UndefinedError

from survey.reports.rendering import render
from tests.reports.papers import own_values, summary


def test_a_missing_value_is_an_error_not_a_gap():
    with pytest.raises(UndefinedError):
        render("report/own_change.html", council="Anytown")


def test_text_is_escaped_and_pictures_are_not():
    page = render("report/summary.html", summary=summary(evaluation="<b>LAC</b> & more"))
    assert "&lt;b&gt;LAC&lt;/b&gt; &amp; more" in page and "<b>LAC" not in page
    assert page.count("<svg") == 2 + 8 + 1


def test_a_residents_page_speaks_another_language():
    page = render("report/own_change.html", **own_values(), lang="pl", _=lambda message: f"({message})")
    assert '<html lang="pl">' in page and "(Your reference:)" in page
    assert "<h1>What has changed for you</h1>" in page
    assert '<html lang="en-GB">' in render("report/own_change.html", **own_values())


@pytest.mark.parametrize("made_up", [True, False])
def test_made_up_answers_are_called_so(made_up):
    pages = (
        render("report/summary.html", summary=summary(made_up=made_up)),
        render("report/own_change.html", **{**own_values(), "made_up": made_up}),
    )
    assert [("Made-up answers" in page) for page in pages] == [made_up, made_up]


def test_header_cells_say_which_way_they_point():
    page = render("report/summary.html", summary=summary())
    assert page.count('<th scope="col"') == 8 and page.count('<th scope="row"') == 8
