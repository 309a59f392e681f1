import pytest

from survey.access import links
from survey.engagement import invitations
from survey.records.base import db
from survey.records.resident import Invitation
from tests import databases, making


@pytest.fixture
def evaluation(app):
    made = making.evaluation()
    making.people(making.evaluation(name="Another"), 2, linked=False)
    return made


def test_a_link_and_a_code_find_their_person_and_are_kept_as_hashes_only(evaluation):
    one, other = making.people(evaluation, 2)
    link = invitations.current_link(one)
    held = invitations.find(link.token)
    assert (held.id, held.audience, held.evaluation_id) == (one.id, one.level, evaluation.id)
    assert (held.evaluation.name, held.evaluation.council) == (evaluation.name, evaluation.council)
    assert invitations.find_by_code(link.code).resident == one
    assert invitations.current_link(other) != link
    kept = db.session.query(Invitation).first()
    assert link.token not in (kept.token_hash, kept.code_hash) and link.code not in (
        kept.token_hash,
        kept.code_hash,
    )


def test_only_the_right_token_and_code_find_anyone(evaluation):
    making.people(evaluation)
    assert invitations.find("0" * 26) is None
    assert invitations.find_by_code("BBBBBBBBBB") is None


def test_residents_partners_and_stories_are_told_apart_by_their_links(evaluation):
    partner = making.partner(evaluation, "nhs", "A surgery", linked=True)
    story, gone = (making.story(evaluation) for _ in range(2))
    making.take_back(gone)
    found = {}
    for holder in (making.people(evaluation)[0], partner, story, gone):
        found[holder] = invitations.find(invitations.current_link(holder).token)
        assert found[holder] == invitations.hold(invitations.current_link(holder).token)
        assert (found[holder].id, found[holder].evaluation_id) == (holder.id, evaluation.id)
    kinds = [(each.audience, each.is_partner, each.is_story) for each in found.values()]
    told = ("story", False, True)
    assert kinds == [("two", False, False), ("nhs", True, False), told, told]
    assert [bool(each.taken_back_at) for each in found.values()] == [False, False, False, True]


def test_the_key_of_a_form_gives_the_same_link_each_time(app):
    first, again = (invitations.prepare_for("ab" * 16) for _ in range(2))
    assert first.token_hash == again.token_hash == links.token_hash(links.link_for("ab" * 16).token)


def test_a_new_link_ends_the_old_one(evaluation):
    (person,) = making.people(evaluation)
    old = invitations.current_link(person)
    invitations.replace(person, *invitations.prepare_aside(1))
    db.session.commit()
    new = invitations.current_link(person)
    assert new != old
    assert invitations.find(old.token).ended_at is not None
    assert invitations.find(new.token).ended_at is None


def test_those_without_a_link_get_one_and_the_others_keep_theirs(evaluation):
    (linked,) = making.people(evaluation)
    making.people(evaluation, 2, linked=False)
    ended = making.people(evaluation)[0]
    ended.invitations[0].ended_at = ended.invitations[0].made_at
    db.session.commit()
    before = invitations.current_link(linked)
    assert len(invitations.without(evaluation)) == 3
    assert invitations.give_missing(evaluation) == 3
    db.session.commit()
    assert invitations.without(evaluation) == []
    assert invitations.current_link(linked) == before


def test_those_who_came_or_left_meanwhile_do_no_harm(evaluation, monkeypatch):
    making.people(evaluation, 2, linked=False)
    prepare = invitations.prepare

    def slowly(count):
        db.session.delete(invitations.without(evaluation)[0])
        db.session.commit()
        return prepare(count)

    monkeypatch.setattr(invitations, "prepare", slowly)
    assert invitations.give_missing(evaluation) == 1


def test_the_database_is_let_go_while_codes_are_hashed(evaluation, monkeypatch):
    held = []
    monkeypatch.setattr(invitations, "prepare", lambda count: held.append(db.session().in_transaction()))
    db.session.query(Invitation).all()
    assert db.session().in_transaction()
    invitations.prepare_aside(1)
    assert held == [False]


def test_nothing_changed_may_be_lost_by_letting_go(evaluation):
    evaluation.name = "Changed"
    with pytest.raises(RuntimeError):
        invitations.prepare_aside(1)


def test_hashes_are_those_of_the_link(evaluation):
    (made,) = invitations.prepare(1)
    link = links.link(made.seed)
    assert (made.token_hash, made.code_hash) == (links.token_hash(link.token), links.code_hash(link.code))


def test_whoever_is_held_can_still_be_referred_to(evaluation):
    (person,) = making.people(evaluation)
    invitations.hold(invitations.current_link(person).token)
    assert not databases.could_lock(person, "NO KEY UPDATE")
    assert databases.could_lock(person, "KEY SHARE")
