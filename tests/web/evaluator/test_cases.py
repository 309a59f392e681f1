import pytest

from survey.engagement import cases
from survey.engagement.cases import Case
from survey.records.base import db
from tests import making
from tests.reading import text

TOLD = {"case_person": "Betty <b>", "traditional_response": "A home.", "happened_instead": "A lunch club."}


@pytest.fixture
def evaluation(signed_in, evaluator):
    cases.add(making.evaluation(making.user("noise@example.org")), Case("Noise", "x", "y"))
    return making.evaluation(evaluator)


def address(evaluation):
    return f"/evaluations/{evaluation.id}/cases"


def lead(page):
    return page.xpath("string(//p[@class='govuk-body-l'])")


def test_at_first_there_is_none(signed_in, evaluation):
    page = signed_in.page(address(evaluation))
    assert lead(page) == "No case has been recorded yet." and not page.xpath("//table")


def test_each_case_stands_in_two_columns_with_who_told_it(signed_in, evaluation, evaluator):
    making.partner_answer(making.partner(evaluation, "nhs", "Elm & Road"), **TOLD)
    record = cases.add(evaluation, Case("", "Nothing.\nMuch.", "A lot.", "hope"))
    record.user_id = evaluator.id
    db.session.commit()
    page = signed_in.page(address(evaluation))
    assert lead(page) == "Two cases recorded, one of them told by partners."
    told, written = (
        [" ".join(cell.text_content().split()) for cell in row.xpath("th | td")]
        for row in page.xpath("//tbody/tr")
    )
    assert told[0].startswith("Betty <b> Told by Elm & Road")
    assert told[1:] == ["The usual response" + "A home.", "What happened instead" + "A lunch club."]
    assert written[0].startswith("Without a name Told by Eva Speaks of: Hope for the future")
    assert page.xpath("//td/div/text()")[2:] == ["Nothing.\nMuch.", "A lot."]


def test_what_a_partner_told_can_be_removed_but_not_changed(signed_in, evaluation):
    making.partner_answer(making.partner(evaluation), **TOLD)
    [told] = cases.of(evaluation)
    written = cases.add(evaluation, Case("Brian", "x", "y"))
    db.session.commit()
    links = signed_in.page(address(evaluation)).xpath("//tbody//a/@href")
    here = address(evaluation)
    assert links == [f"{here}/{told.id}/remove", f"{here}/{written.id}", f"{here}/{written.id}/remove"]


@pytest.mark.parametrize(
    ("told", "written", "said"),
    [
        (1, 0, "One case recorded, told by a partner."),
        (0, 1, "One case recorded, none of them told by partners."),
        (2, 1, "Three cases recorded, two of them told by partners."),
    ],
)
def test_the_first_sentence_says_how_many_there_are(signed_in, evaluation, told, written, said):
    for number in range(told):
        making.partner_answer(making.partner(evaluation, "nhs", f"Surgery {number}"), **TOLD)
    for _ in range(written):
        cases.add(evaluation, Case("", "x", "y"))
    db.session.commit()
    assert lead(signed_in.page(address(evaluation))) == said


def test_an_outcome_that_is_no_longer_asked_about_and_half_a_case_are_said(signed_in, evaluation):
    cases.add(evaluation, Case("Brian", "", "y", "gone_by_now"))
    db.session.commit()
    page = text(signed_in.page(address(evaluation)))
    assert "an outcome that nobody is asked about now" in page and "Not said" in page


def test_who_left_is_not_named(signed_in, evaluation):
    cases.add(evaluation, Case("Brian", "x", "y"))
    db.session.commit()
    assert "Told by The team" in text(signed_in.page(address(evaluation)))
