import pytest

from survey.engagement import invitations
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator)


def cards(page):
    return [" ".join(card.text_content().split()) for card in page.find_class("app-card")]


def test_a_card_has_all_that_a_person_needs(signed_in, evaluation):
    (person,) = making.people(evaluation, code="<b>wren</b>")
    page = signed_in.page(f"/evaluations/{evaluation.id}/residents/cards")
    (card,) = cards(page)
    for part in ("Example Council", "localhost", invitations.current_link(person).spoken_code, "<b>wren</b>"):
        assert part in card
    assert page.find_class("app-card")[0].xpath(".//svg")


def test_eight_cards_make_a_sheet(signed_in, evaluation):
    making.people(evaluation, 17)
    page = signed_in.page(f"/evaluations/{evaluation.id}/residents/cards")
    assert [len(sheet.find_class("app-card")) for sheet in page.find_class("app-sheet")] == [8, 8, 1]
    assert "17 cards on three sheets of A4" in text(page)


def test_the_address_says_whose_cards(signed_in, evaluation):
    making.people(evaluation, code="north")
    making.people(evaluation, code="south", area=1)
    south = evaluation.areas[1].id
    (card,) = cards(signed_in.page(f"/evaluations/{evaluation.id}/residents/cards?area={south}&unsent=0"))
    assert "south" in card


def test_people_without_a_link_are_counted_and_have_no_card(signed_in, evaluation):
    making.people(evaluation, 2, linked=False)
    page = signed_in.page(f"/evaluations/{evaluation.id}/residents/cards")
    assert cards(page) == []
    assert "There are no cards to print here." in text(page) and "Two people have no link yet" in text(page)


def test_printing_goes_into_the_trail(signed_in, evaluation):
    making.people(evaluation, 2)
    signed_in.page(f"/evaluations/{evaluation.id}/residents/cards")
    db.session.rollback()
    assert db.session.query(TrailLine).filter_by(act="saw cards").one().detail == "two people"
