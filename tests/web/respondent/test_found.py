"""A partner's own answers beside what was released, and nobody else's."""

import pytest

from survey.engagement import invitations
from survey.records.base import db
from survey.records.impact import ImpactFigure
from tests import making
from tests.reading import text
from tests.reports.impact_worlds import about, resident, shares

LATER = "when findings are published"


@pytest.fixture
def evaluation(app):
    evaluation = making.evaluation()
    for _ in range(10):
        resident(evaluation, "25", "50")
    for number, anyway in enumerate(("50", "100")):
        team = making.partner(evaluation, "adult_social_care", f"Another team {number}")
        making.partner_answer(
            team, **about("control", anyway=anyway, shares=shares(40, 0, 0, 60), displaced="0")
        )
    return evaluation


@pytest.fixture
def partner(evaluation):
    ours = making.partner(evaluation, "adult_social_care", "Our team", linked=True)
    said = about("control", anyway="dont_know", anyway_exact=45, shares=shares(80, 20), displaced="dont_know")
    making.partner_answer(ours, **said, less_care_demand_seen="worse", independence_seen="does_not_apply")
    return ours


@pytest.fixture
def home(partner):
    return f"/a/{invitations.current_link(partner).token}"


def lines(page):
    return words(page, "//main//li")


def words(page, path):
    return [" ".join(each.text_content().split()) for each in page.xpath(path)]


def test_ones_own_answers_stand_beside_the_released_bands(client, home, evaluation):
    making.release(evaluation)
    page = client.page(f"{home}/found")
    assert "published in release 1 of" in text(page) and "What Our team said" in text(page)
    assert lines(page) == [
        "You said 45 per cent would have happened anyway. Partners together said about half; residents up to "
        "a third. Organisations of your kind said about half.",
        "You said 20 per cent of the rest came from others than the coordinator. Partners together said "
        "about half; residents about half. Organisations of your kind said about half.",
    ]


def test_outcomes_that_were_seen_have_their_share_or_say_that_there_is_none(client, home, evaluation):
    for number in range(2):
        more = making.partner(evaluation, "adult_social_care", f"One more team {number}")
        making.partner_answer(more, **about("control", displaced="0"))
    making.release(evaluation)
    page = client.page(f"{home}/found")
    assert words(page, "//main//h2") == ["Less need for care and support", "Feeling in control"], (
        "not what concerned nobody here"
    )
    assert "You saw: No, they needed more." in text(page)
    assert words(page, "//main//strong") == [
        "How much of it is due to the programme cannot be said in public yet.",
        "Of all the change, for better or worse, 7 to 44 per cent is due to the programme.",
    ]


def test_the_receipt_leads_there_once_something_is_released(client, home, evaluation):
    assert LATER in text(client.page(home)).lower()
    assert client.get(f"{home}/found").location == home
    making.release(evaluation)
    page = client.page(home)
    assert page.xpath("//main//a/@href") == [f"{home}/found"] and LATER not in text(page).lower()


def test_a_release_that_says_nothing_of_impact_is_passed_over(client, home, evaluation, monkeypatch):
    making.release(evaluation)
    monkeypatch.setattr("survey.reports.releasing.release_impact.due", lambda *_: NO_IMPACT)
    assert making.release(evaluation).number == 2
    assert "release 1 of" in text(client.page(f"{home}/found"))


NO_IMPACT = type("Due", (), {"impact": None, "pairs": (), "silent": ()})()


def test_who_has_not_sent_answers_or_is_a_resident_finds_nothing_there(client, home, evaluation):
    making.release(evaluation)
    fresh = making.partner(evaluation, organisation="A fresh surgery", linked=True)
    [person] = making.people(evaluation)
    # A resident who has sent answers, too: what partners said is not for them to lay beside their own.
    making.answer(person, 0, control=2)
    for who in (fresh, person):
        at = f"/a/{invitations.current_link(who).token}"
        assert client.get(f"{at}/found").location == at


def test_another_evaluations_release_is_not_ours(client, home, evaluation):
    other = making.evaluation(name="Elsewhere")
    for _ in range(10):
        resident(other, "100", "100")
    making.release(other)
    assert LATER in text(client.page(home)).lower()


def test_a_figure_that_evaluators_entered_says_whose_it_is(client, home, evaluation):
    figure = ImpactFigure(
        evaluation_id=evaluation.id,
        outcome="control",
        filter="deadweight",
        per_cent=12,
        basis="records",
        reason="Nobody’s business",
    )
    db.session.add(figure)
    db.session.commit()
    making.release(evaluation)
    page = client.page(f"{home}/found")
    assert "The evaluators used 12 per cent, from records." in lines(page)[0]
    assert "Nobody’s business" not in text(page)


def test_no_other_organisations_answer_or_name_is_there(client, home, evaluation):
    making.release(evaluation)
    page = text(client.page(f"{home}/found"))
    assert "Another team" not in page and "100" not in page and "60" not in page
