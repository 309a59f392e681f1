"""Where a figure comes from; a figure entered and withdrawn, with everything that can go wrong on the way."""

import pytest

from survey.analysis.said import Entered
from survey.engagement import cases, impact_figures
from survey.engagement.cases import Case
from survey.records.base import db
from survey.records.impact import ImpactFigure
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text
from tests.reports.impact_worlds import world

GOOD = {"per_cent": "80", "basis": "records", "reason": "The log of calls, April to June."}


@pytest.fixture
def evaluation(app):
    return world()


def address(evaluation, step="deadweight", outcome="control", query=""):
    return f"/evaluations/{evaluation.id}/impact/{outcome}/{step}{query}"


def entered():
    db.session.rollback()
    return db.session.query(ImpactFigure).order_by(ImpactFigure.id).all()


def enter(signed_in, where, **fields):
    return signed_in.fill(where, form=-1, **{**GOOD, **fields})


def test_a_figure_says_its_rule_its_wordings_and_what_each_organisation_said(signed_in, evaluation):
    page = signed_in.page(address(evaluation))
    said = text(page)
    assert page.xpath("string(//h1)") == "Deadweight: 60 per cent"
    assert "The median of what partners said. The median of what residents said is 25 per cent" in said
    assert "“Would this have changed anyway, without your coordinator?”" in said
    assert "Made-up team 2 Adult social care All areas 70 per cent, given exactly" in said
    assert "two left it out" in said


@pytest.mark.parametrize("step", [
    "change", "deadweight", "attribution-to-others", "displacement", "drop-off",
])  # fmt: skip
@pytest.mark.parametrize("outcome", ["control", "fewer-gp-visits"])
def test_every_step_of_both_kinds_of_outcome_has_its_page(signed_in, evaluation, outcome, step):
    page = signed_in.page(address(evaluation, step, outcome))
    assert page.xpath("//h2[text()='What was asked']") and page.xpath("//table")
    assert bool(page.xpath("//form//textarea")) == (step != "change")


def test_cases_are_evidence_for_deadweight_and_stand_nowhere_else(signed_in, evaluation):
    for person, outcome in (("Brian", "control"), ("Janet", None), ("Somebody else", "hope")):
        cases.add(evaluation, Case(person, "A home.", "A lunch club.", outcome))
    db.session.commit()
    page = signed_in.page(address(evaluation))
    assert page.xpath("//h3/text()") == ["Brian", "Janet"]
    assert "Brian" not in text(signed_in.page(address(evaluation, "displacement")))


def test_a_figure_is_entered_used_and_its_reason_shown(signed_in, evaluation):
    page = enter(signed_in, address(evaluation))
    assert "The figure is entered" in text(
        page
    ) and "Deadweight: 80 per cent, entered by an evaluator" in text(page)
    [figure] = entered()
    assert (figure.per_cent, figure.basis, figure.reason) == (80, "records", GOOD["reason"])
    assert figure.made_by.email == "eva@example.org" and not figure.covers_deadweight
    assert "Entered: 80 per cent, from records. The log of calls, April to June." in text(page)
    assert "In use" in text(page)


def test_the_page_stays_narrowed(signed_in, evaluation):
    where = address(evaluation, query=f"?area={evaluation.areas[1].id}")
    assert signed_in.page(where).xpath("string(//h1)") == "Deadweight: 70 per cent"
    response = enter(signed_in, where)
    assert response.request.args["area"] == str(evaluation.areas[1].id)
    assert "for the whole evaluation: all areas" in text(response)


@pytest.mark.parametrize("typed, message", [
    ("", "Write how many per cent are to be taken off."),
    ("50%", "Write the number without the per cent sign, such as 50."),
    ("50 %", "Write the number without the per cent sign, such as 50."),
    *((typed, "Write a whole number from 0 to 100 in figures, such as 50.") for typed in (
        "half", "101", "-5", "12.5", "5,0", "1000000000000", "٥٠",
    )),
])  # fmt: skip
def test_what_is_no_whole_number_gets_a_plain_message_and_stays_there(signed_in, evaluation, typed, message):
    response = enter(signed_in, address(evaluation), per_cent=typed)
    assert response.status_code == 422 and message in text(response) and entered() == []
    page = signed_in.page(address(evaluation))
    assert page.xpath("string(//h1)") == "Deadweight: 60 per cent"
    assert f'value="{typed}"' in response.text and GOOD["reason"] in response.text
    assert 'value="records" checked' in " ".join(response.text.split())


@pytest.mark.parametrize("changed, message", [
    ({"basis": []}, "Choose where it comes from."),
    ({"basis": "residents"}, "Choose where it comes from."),
    ({"reason": ""}, "Write why it is this figure."),
    ({"reason": "the log"}, "Say in a few words more"),
    ({"reason": "why " * 300}, "Make this shorter: the most is 1,000 characters."),
])  # fmt: skip
def test_a_figure_without_a_basis_or_a_reason_is_not_entered(signed_in, evaluation, changed, message):
    response = enter(signed_in, address(evaluation), **changed)
    assert response.status_code == 422 and message in text(response) and entered() == []
    assert 'value="80"' in response.text


def test_one_blended_answer_takes_deadweight_out_too_and_can_only_be_entered_for_attribution(
    signed_in, evaluation
):
    page = enter(
        signed_in, address(evaluation, "attribution-to-others"), per_cent="70", covers_deadweight="y"
    )
    assert "takes out deadweight too" in text(page) and entered()[0].covers_deadweight
    assert signed_in.page(address(evaluation)).xpath("string(//h1)") == "Deadweight: counted elsewhere"
    assert "100 less what they said" in text(page)
    assert not signed_in.page(address(evaluation)).xpath("//input[@name='covers_deadweight']")
    enter(signed_in, address(evaluation, "displacement"), covers_deadweight="y")
    assert not entered()[-1].covers_deadweight


def test_all_that_was_entered_stays_visible_with_who_withdrew_it(signed_in, evaluation):
    enter(signed_in, address(evaluation))
    enter(signed_in, address(evaluation), per_cent="40")
    page = signed_in.page(address(evaluation))
    assert "Replaced by a newer one" in text(page) and "Deadweight: 40 per cent" in text(page)
    button = page.xpath("//form[contains(@action, 'withdraw')]/@action")
    assert len(button) == 2
    said = text(signed_in.fill(address(evaluation), form=0))
    assert "It stays in the list" in said and "Deadweight: 80 per cent" in said
    assert "by Eva" in said and len(entered()) == 2
    acts = [line.act for line in db.session.query(TrailLine) if line.act.endswith("figure of impact")]
    assert acts == ["entered a figure of impact"] * 2 + ["withdrew a figure of impact"]


def test_pressing_the_button_twice_enters_one_figure(signed_in, evaluation):
    page = signed_in.page(address(evaluation))
    form = page.forms[-1]
    sent = {**dict(form.form_values()), **GOOD}
    for _ in range(2):
        assert signed_in.post(form.action, data=sent).status_code == 303
    assert len(entered()) == 1


def test_a_figure_of_another_step_outcome_or_evaluation_cannot_be_withdrawn_here(signed_in, evaluation):
    enter(signed_in, address(evaluation))
    [figure] = entered()
    other = making.evaluation(name="Another one")
    theirs = impact_figures.enter(other, "control", "deadweight", Entered(5, "analyst", "my view"))
    db.session.commit()
    token = signed_in.page(address(evaluation)).xpath("(//input[@name='csrf_token'])[last()]/@value")[0]
    for where, number in (
        (address(evaluation, "displacement"), figure.id),
        (address(evaluation, outcome="hope"), figure.id),
        (address(evaluation), theirs.id),
        (address(evaluation), 10**12),
    ):
        assert signed_in.post(f"{where}/{number}/withdraw", data={"csrf_token": token}).status_code == 404
    assert all(each.withdrawn_at is None for each in entered())


def test_addresses_of_nothing_are_refused(signed_in, evaluation):
    for step, outcome in (
        ("worth", "control"),
        ("deadweight", "sleep"),
        ("attribution_to_others", "control"),
        ("deadweight", "fewer_gp_visits"),
    ):
        assert signed_in.get(address(evaluation, step, outcome)).status_code == 404, (outcome, step)
    assert signed_in.post(address(evaluation, "change"), data=GOOD).status_code == 404
    closed = making.evaluation(opened=False)
    assert "not open" in text(signed_in.page(address(closed)))


def test_looking_says_in_the_trail_at_what(signed_in, evaluation):
    signed_in.page(address(evaluation))
    [line] = db.session.query(TrailLine).filter_by(act="saw where a figure comes from").all()
    assert line.detail == "control, deadweight"


def test_markup_in_a_reason_stays_text(signed_in, evaluation):
    page = enter(signed_in, address(evaluation), reason="<b>bold</b> and {{ 7*7 }}")
    assert "<b>bold</b> and {{ 7*7 }}" in text(page)
