import pytest

from survey.access import trail
from survey.engagement import outcomes, telling
from survey.engagement.telling import NobodySafeguards, NotOpenYet
from survey.records.base import db
from survey.records.evaluation import Grant
from tests import making


@pytest.fixture
def made(app):
    making.lead(making.evaluation(making.user("noise@example.org"), name="Noise"), "noise@example.org")
    return making.evaluation()


@pytest.fixture
def led(made):
    making.lead(made)
    return made


def acts(made):
    return [line.act for line in trail.of(made, None, 2)]


def test_nobody_is_asked_before_a_lead_is_there(made):
    with pytest.raises(NobodySafeguards, match="safeguarding lead first"):
        telling.open_telling(made)
    assert telling.opened(made) is None and not telling.is_open(made)
    assert not telling.waits_for_lead(made)


def test_nobody_is_asked_before_the_evaluation_is_open(app):
    made = making.evaluation(opened=False)
    making.lead(made)
    with pytest.raises(NotOpenYet):
        telling.open_telling(made)


def test_opened_closed_and_opened_again(led):
    telling.open_telling(led)
    assert telling.is_open(led) and acts(led)[0] == "opened story telling"
    first = telling.opened(led)
    telling.close_telling(led)
    assert not telling.is_open(led) and acts(led)[0] == "closed story telling"
    telling.open_telling(led)
    assert telling.is_open(led) and telling.opened(led).id == first.id


def test_a_second_press_changes_nothing(led):
    telling.open_telling(led)
    telling.open_telling(led)
    assert acts(led)[1:] != ["opened story telling"]
    telling.close_telling(led)
    closed_at = telling.opened(led).closed_at
    telling.close_telling(led)
    assert telling.opened(led).closed_at == closed_at
    assert acts(led) == ["closed story telling", "opened story telling"]


def test_without_a_lead_who_can_sign_in_it_is_not_open_and_waits(led):
    telling.open_telling(led)
    [lead] = telling.leads(led)
    lead.active = False
    db.session.commit()
    assert telling.leads(led) == []
    assert not telling.is_open(led) and telling.waits_for_lead(led)
    assert telling.opened(led).closed_at is None
    lead.active = True
    db.session.commit()
    assert telling.is_open(led) and not telling.waits_for_lead(led)


def test_what_was_closed_waits_for_nobody(led):
    telling.open_telling(led)
    telling.close_telling(led)
    telling.leads(led)[0].active = False
    db.session.commit()
    assert not telling.waits_for_lead(led)


def test_a_reader_of_stories_is_no_lead(led):
    lead = telling.leads(led)[0]
    db.session.get(Grant, (lead.id, led.id)).safeguards = False
    db.session.commit()
    assert telling.leads(led) == []


def test_tellers_are_asked_of_the_outcomes_as_they_were_opened(led):
    before = telling.asked(led)
    assert {f"{each.id}_direction" for each in outcomes.questions(led)} <= {page.id for page in before.pages}
    telling.open_telling(led)
    assert telling.asked(led) == before
    assert telling.opened(led).digest == before.digest
