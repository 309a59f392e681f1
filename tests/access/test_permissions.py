import pytest
from werkzeug.exceptions import Forbidden, NotFound, Unauthorized

from survey.access import permissions
from survey.access.permissions import ACTIONS, allowed, may
from survey.records.base import db
from survey.records.evaluation import Grant
from tests import making

# What needs a duty beside the access, and the duty.
DUTIES = {"read stories as told": "reads_stories", "safeguard": "safeguards"}
OF_EVALUATIONS = sorted(set(ACTIONS) - {"list evaluations", "create evaluation", "manage accounts", *DUTIES})


@pytest.fixture
def world(app):
    """An evaluation with its owner; beside it a colleague who was not let in, and an administrator."""
    people = {
        "owner": making.user("owner@example.org"),
        "other": making.user("other@example.org"),
        "boss": making.user("boss@example.org", ("administrator", "evaluator")),
        "nobody": making.user("nobody@example.org", ()),
    }
    made = making.evaluation(people["owner"])
    making.evaluation(people["other"], name="Noise")
    return people | {"evaluation": made}


@pytest.mark.parametrize("action", OF_EVALUATIONS)
def test_only_those_let_in_may_do_anything_with_an_evaluation(world, action):
    answers = {name: allowed(world[name], action, world["evaluation"]) for name in ("owner", "other", "boss")}
    assert answers == {"owner": True, "other": False, "boss": False}
    assert not allowed(world["owner"], action)


@pytest.mark.parametrize("action, duty", DUTIES.items())
def test_what_could_harm_a_teller_needs_a_duty_and_no_other_duty_stands_in_for_it(world, action, duty):
    evaluation = world["evaluation"]
    grant = db.session.get(Grant, (world["owner"].id, evaluation.id))
    assert not allowed(world["owner"], action, evaluation)
    for other in set(DUTIES.values()) - {duty}:
        setattr(grant, other, True)
    assert not allowed(world["owner"], action, evaluation)
    setattr(grant, duty, True)
    assert allowed(world["owner"], action, evaluation)
    assert not any(allowed(world[name], action, evaluation) for name in ("other", "boss", "nobody"))


@pytest.mark.parametrize("action", ["list evaluations", "create evaluation"])
def test_every_evaluator_may_begin(world, action):
    assert allowed(world["other"], action)
    assert allowed(world["boss"], action)
    assert not allowed(world["nobody"], action)


def test_only_administrators_manage_accounts(world):
    assert allowed(world["boss"], "manage accounts")
    assert not allowed(world["owner"], "manage accounts")


def test_a_switched_off_account_may_nothing(world):
    world["owner"].active = False
    assert not allowed(world["owner"], "see results", world["evaluation"])


def test_an_action_nobody_declared_is_a_mistake_of_ours(world):
    with pytest.raises(KeyError):
        allowed(world["owner"], "read minds")
    with pytest.raises(KeyError):
        may("read minds")


@pytest.fixture
def enter(app, monkeypatch):
    """Call a guarded view as somebody; gives what the view was given."""

    def enter(user, action, **values):
        monkeypatch.setattr(permissions, "current_user", user)
        return may(action)(lambda *args, **rest: (args, rest))(**values)

    return enter


def test_the_guard_hands_the_evaluation_to_the_view(world, enter):
    made = world["evaluation"]
    given = enter(world["owner"], "see results", evaluation_id=made.id, number=2)
    assert given == ((made,), {"number": 2})


def test_the_guard_answers_alike_for_none_and_for_not_yours(world, enter):
    for evaluation_id in (world["evaluation"].id, 999):
        with pytest.raises(NotFound):
            enter(world["other"], "see results", evaluation_id=evaluation_id)


def test_the_guard_without_an_evaluation(world, enter):
    assert enter(world["boss"], "manage accounts", account_id=3) == ((), {"account_id": 3})
    with pytest.raises(Forbidden):
        enter(world["owner"], "manage accounts")


def test_the_guard_sends_strangers_to_sign_in_before_anything_is_looked_up(app, enter, monkeypatch):
    class Stranger:
        is_authenticated = False
        is_active = False

    monkeypatch.setattr(db, "session", None)
    with pytest.raises(Unauthorized):
        enter(Stranger(), "see results", evaluation_id=1)


def test_a_guarded_view_says_what_guards_it():
    @may("see results")
    def results(evaluation):
        return evaluation

    assert results.guarded_by == "see results"
    assert results.__name__ == "results"
