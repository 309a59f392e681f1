import pytest
from lxml import html

from survey.engagement import releases, residents, stakeholders
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text
from tests.reports.impact_worlds import about

pytestmark = pytest.mark.usefixtures("no_paper")

PAIRS = [(2, 4), (3, 3), (1, 4)] * 14


@pytest.fixture
def evaluation(signed_in):
    evaluation = making.evaluation()
    making.pairs(evaluation, "hope", PAIRS)
    making.pairs(evaluation, "control", [(1, 2)] * 3)
    return evaluation


def address(evaluation):
    return f"/evaluations/{evaluation.id}/releases/new"


def test_the_preview_says_what_it_would_hide_and_why(signed_in, evaluation):
    page = signed_in.page(address(evaluation))
    assert "A release made now would show" in page.xpath("string(//h1)")
    details = text(page.xpath("//details")[0])
    assert "What is hidden, and why (for the team only)" in details
    assert "Feeling in control. Fewer than 10 people, or nearly all at one end: the whole row" in details
    assert "Hope for the future rose by" in text(page)
    assert releases.all_of(evaluation) == [], "a preview makes nothing"


def test_a_release_is_made_once_however_often_the_button_is_pressed(signed_in, evaluation):
    page = signed_in.page(address(evaluation))
    [form] = [each for each in page.forms if each.method == "POST" and "/sign-out" not in each.action]
    fields = dict(form.form_values())
    answers = [signed_in.post(address(evaluation), data=fields) for _ in range(2)]
    assert [each.status_code for each in answers] == [303, 303]
    assert {each.location for each in answers} == {f"/evaluations/{evaluation.id}/releases/1"}
    assert [each.number for each in releases.all_of(evaluation)] == [1]


def test_where_every_figure_would_be_hidden_nothing_is_made(signed_in):
    evaluation = making.evaluation()
    making.pairs(evaluation, "hope", PAIRS[:4])
    page = signed_in.page(address(evaluation))
    assert "There is nothing to release yet" in text(page)
    assert not [each for each in page.forms if each.method == "POST" and "/sign-out" not in each.action]
    response = signed_in.post(address(evaluation), data={"csrf_token": token(signed_in)})
    assert response.status_code == 422
    [summary] = html.fromstring(response.text).xpath("//*[@class='govuk-error-summary']")
    assert "every figure would be hidden. Wait until more people have answered" in text(summary)
    assert releases.all_of(evaluation) == []


def test_a_draft_has_nothing_to_release(signed_in):
    draft = making.evaluation(opened=False)
    assert "There are no results yet" in text(signed_in.page(address(draft)))


def test_few_changes_since_the_last_are_warned_of(signed_in, evaluation):
    making.release(evaluation)
    assert "Think before you release" not in text(signed_in.page(address(evaluation)))
    [person] = making.people(evaluation)
    making.answer(person, 0, hope=3)
    assert "Since then one set of answers was sent." in text(signed_in.page(address(evaluation)))


def test_areas_in_the_address_do_not_narrow_a_release(signed_in, evaluation):
    narrowed = signed_in.page(f"{address(evaluation)}?area={evaluation.areas[0].id}")
    assert "All areas, all levels" in text(narrowed)


def test_a_colleagues_release_is_looked_at_first(signed_in, evaluation, monkeypatch):
    monkeypatch.setattr(releases, "next_number", lambda _: 1)
    making.release(evaluation)
    monkeypatch.undo()
    real = releases.next_number
    calls = iter([1])
    monkeypatch.setattr(releases, "next_number", lambda each: next(calls, None) or real(each))
    response = signed_in.fill(address(evaluation))
    assert "Another release has just been made" in text(response)
    assert [each.number for each in releases.all_of(evaluation)] == [1]


def test_the_preview_and_the_making_are_in_the_trail(signed_in, evaluation):
    signed_in.fill(address(evaluation))
    acts = list(db.session.scalars(db.select(TrailLine.act).where(TrailLine.user_id.is_not(None))))
    assert "previewed a release" in acts and "made a release" in acts


def test_erasing_is_counted_as_a_change(signed_in, evaluation):
    release = making.release(evaluation)
    residents.erase(evaluation, sorted(residents.codes(evaluation))[0])
    db.session.commit()
    assert releases.since(release).erased == 1


def token(client):
    page = client.page("/evaluations")
    return page.xpath("//input[@name='csrf_token']")[0].value


def test_the_preview_says_what_of_impact_is_hidden_and_for_how_few(signed_in, evaluation):
    for number in range(3):
        team = making.partner(evaluation, "adult_social_care", f"Made-up team {number}")
        making.partner_answer(team, **about("control", anyway="50"))
    page = signed_in.page(address(evaluation))
    assert "How much of the change is due to the programme is hidden" in text(page)
    details = text(page.xpath("//details")[0])
    assert "Fewer than three organisations to be counted: Partners say; Partners counted." in details
    assert "fewer than three organisations have said why it changed" in details
    assert "NHS: GP visits that were not needed" in details


def test_a_partner_who_was_taken_out_since_the_last_release_is_warned_of(signed_in, evaluation):
    partner = making.partner(evaluation)
    making.release(evaluation)
    stakeholders.remove(partner)
    db.session.commit()
    page = text(signed_in.page(address(evaluation)))
    assert "Think before you release" in page
    assert "Since then one stakeholder was taken out of the register." in page
