from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from survey.access import accounts, trail
from survey.engagement import duties, evaluations, telling
from survey.engagement.duties import READS_STORIES, SAFEGUARDS, LastLead
from survey.records.account import User
from survey.records.base import db
from survey.records.evaluation import Evaluation
from tests import making


@pytest.fixture
def made(app):
    making.lead(making.evaluation(making.user("noise@example.org"), name="Noise"), "noise@example.org")
    return making.evaluation()


@pytest.fixture
def eva(made):
    return making.user()


@pytest.fixture
def ada(made):
    user = making.user("ada@example.org")
    evaluations.grant(made, user)
    db.session.commit()
    return user


@pytest.fixture
def telling_open(made, eva):
    making.lead(made)
    telling.open_telling(made)
    db.session.commit()


def held(made):
    db.session.commit()
    return duties.of(made)


def lines(made):
    return [(line.act, line.detail) for line in trail.of(made, None, 50) if "duty" in line.act]


def test_nobody_has_a_duty_before_it_is_given(made, eva, ada):
    assert held(made) == {eva.id: [], ada.id: []}


def test_duties_are_given_and_taken_one_by_one(made, eva, ada):
    duties.give(made, ada, SAFEGUARDS)
    assert held(made) == {eva.id: [], ada.id: [SAFEGUARDS]}
    duties.give(made, ada, READS_STORIES)
    duties.take(made, ada, SAFEGUARDS)
    assert held(made) == {eva.id: [], ada.id: [READS_STORIES]}
    assert lines(made) == [
        ("took a duty away", f"account {ada.id}: safeguarding lead"),
        ("gave a duty", f"account {ada.id}: reads stories as told"),
        ("gave a duty", f"account {ada.id}: safeguarding lead"),
    ]


def test_a_second_press_changes_nothing(made, ada):
    for _ in range(2):
        duties.give(made, ada, SAFEGUARDS)
    assert len(lines(made)) == 1
    for _ in range(2):
        duties.take(made, ada, SAFEGUARDS)
    assert len(lines(made)) == 2


def test_only_a_colleague_can_have_one(made):
    with pytest.raises(KeyError):
        duties.give(made, making.user("noise@example.org"), SAFEGUARDS)


def test_the_last_lead_keeps_the_duty_while_stories_are_told(made, eva, ada, telling_open):
    with pytest.raises(LastLead, match="only safeguarding lead who can sign in"):
        duties.take(made, eva, SAFEGUARDS)
    assert held(made)[eva.id] == [SAFEGUARDS, READS_STORIES]
    # The other duty is nobody's last.
    duties.take(made, eva, READS_STORIES)
    assert held(made)[eva.id] == [SAFEGUARDS]


def test_the_last_lead_keeps_access_while_stories_are_told(made, eva, ada, telling_open):
    with pytest.raises(LastLead):
        evaluations.revoke(made, eva)
    assert eva.id in held(made)


def test_a_lead_who_cannot_sign_in_does_not_count(made, eva, ada, telling_open):
    duties.give(made, ada, SAFEGUARDS)
    ada.active = False
    db.session.commit()
    with pytest.raises(LastLead):
        duties.take(made, eva, SAFEGUARDS)
    # Who cannot sign in can always lose it.
    duties.take(made, ada, SAFEGUARDS)
    assert held(made)[ada.id] == []


def test_control_with_another_lead_or_closed_it_can_be_taken(made, eva, ada, telling_open):
    duties.give(made, ada, SAFEGUARDS)
    duties.take(made, eva, SAFEGUARDS)
    with pytest.raises(LastLead):
        evaluations.revoke(made, ada)
    telling.close_telling(made)
    evaluations.revoke(made, ada)
    assert held(made) == {eva.id: [READS_STORIES]}


def test_a_new_grant_has_no_duty_of_an_old_one(made, ada):
    duties.give(made, ada, READS_STORIES)
    evaluations.revoke(made, ada)
    evaluations.grant(made, ada)
    assert held(made)[ada.id] == []


def test_switching_the_last_lead_off_closes_nothing_and_says_whom_to_tell(made, eva, ada, telling_open):
    boss = making.user("boss@example.org", ("administrator",))
    assert duties.left_without_lead(eva) is None
    accounts.switch_off(eva, boss)
    db.session.commit()
    assert duties.left_without_lead(eva) == [ada]
    assert telling.opened(made).closed_at is None
    assert not telling.is_open(made)


def test_who_was_no_lead_leaves_nobody_alone(made, eva, ada, telling_open):
    eva.active = ada.active = False
    db.session.commit()
    assert duties.left_without_lead(ada) is None
    assert duties.left_without_lead(eva) == []


@pytest.fixture
def give_up_together(app, made, eva, ada, telling_open):
    """Two leads give the duty up in the same moment; what comes of each."""
    duties.give(made, ada, SAFEGUARDS)
    evaluation_id, leads = made.id, (eva.id, ada.id)
    db.session.commit()
    together = Barrier(2, timeout=10)

    def give_up(user_id):
        with app.app_context():
            together.wait()
            try:
                duties.take(
                    db.session.get(Evaluation, evaluation_id), db.session.get(User, user_id), SAFEGUARDS
                )
                db.session.commit()
            except LastLead:
                return "stays"
            return "gone"

    def both():
        with ThreadPoolExecutor(2) as pool:
            return sorted(pool.map(give_up, leads))

    return both


def test_of_two_leads_who_give_the_duty_up_together_one_keeps_it(made, give_up_together):
    assert give_up_together() == ["gone", "stays"]
    assert len(telling.leads(made)) == 1


def test_control_without_the_lock_both_would_be_gone(made, give_up_together, monkeypatch):
    """On PostgreSQL; on SQLite one writes at a time anyway."""
    if db.engine.dialect.name == "sqlite":
        pytest.skip("one writes at a time")
    looked, refuse = Barrier(2, timeout=10), duties.refuse_last_lead

    def refuse_and_wait(evaluation, user):
        refuse(evaluation, user)
        looked.wait()

    monkeypatch.setattr(duties, "_hold", lambda evaluation: None)
    monkeypatch.setattr(duties, "refuse_last_lead", refuse_and_wait)
    db.session.commit()
    assert give_up_together() == ["gone", "gone"]
    assert telling.leads(made) == []
