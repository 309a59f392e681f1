"""No page stands open by mistake."""

import pytest
from lxml import html

from survey.access.permissions import ACTIONS
from survey.engagement import evaluations
from survey.records.base import db
from tests import making
from tests.trust import addresses_walk as walk
from tests.trust.addresses import ROOMS, rules_of

# Whoever holds a welcome link has no password yet.
PUBLIC = {"account.welcome"}
# Pages of libraries: signing in and out, and files without secrets.
NOT_OURS = {"static", "security.static", "security.login", "security.logout", "security.verify"}
DRESS_REHEARSAL = {"evaluator.preview_answer"}


@pytest.fixture
def rules(app):
    return rules_of(app, "evaluator", "account")


@pytest.fixture
def guarded(rules):
    return [rule for rule in rules if rule.endpoint not in PUBLIC]


def test_every_page_is_of_a_room_that_we_know(app):
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert {name for name in endpoints - NOT_OURS if name.split(".")[0] not in ROOMS} == set()


def test_every_page_of_evaluators_and_accounts_is_guarded(app, guarded):
    for rule in guarded:
        action = getattr(app.view_functions[rule.endpoint], "guarded_by", None)
        assert action in ACTIONS, f"{rule.endpoint} is not guarded"


def test_who_may_only_see_can_post_nothing(app, guarded):
    for rule in guarded:
        if "POST" in rule.methods and rule.endpoint not in DRESS_REHEARSAL:
            action = app.view_functions[rule.endpoint].guarded_by
            assert action.split()[0] not in ("see", "list", "download"), rule.endpoint


def test_every_action_guards_something(app, guarded):
    used = {app.view_functions[rule.endpoint].guarded_by for rule in guarded}
    assert set(ACTIONS) == used


def test_pages_of_one_evaluation_have_its_number_in_the_address(app, guarded):
    general = {"list evaluations", "create evaluation", "manage accounts"}
    for rule in guarded:
        of_one = app.view_functions[rule.endpoint].guarded_by not in general
        assert of_one == ("evaluation_id" in rule.arguments), rule.rule


def test_the_signed_out_see_nothing(app, guarded, world):
    assert walk.open_doors(app, world, app.test_client(), walk.to_sign_in, guarded) == []


def test_evaluators_see_no_evaluation_that_was_not_shared_with_them(app, world, signed_in):
    stranger = signed_in(world.stranger)
    assert walk.open_doors(app, world, stranger, walk.as_if_there_was_none, walk.of_one_evaluation(app)) == []
    assert walk.strangers_doors(app, world, stranger) == []


def test_an_administrator_sees_no_evaluation_that_was_not_shared_with_them(app, world, signed_in):
    other = making.user("other-administrator@example.org", ("administrator",))
    db.session.commit()
    assert (
        walk.open_doors(app, world, signed_in(other), walk.as_if_there_was_none, walk.of_one_evaluation(app))
        == []
    )


def test_access_that_was_taken_away_is_gone_at_once(app, world, signed_in):
    former = making.user("former@example.org")
    evaluations.grant(world.evaluation, former)
    db.session.commit()
    client = signed_in(former)
    assert client.get(f"/evaluations/{world.evaluation.id}").status_code == 200
    evaluations.revoke(world.evaluation, former)
    db.session.commit()
    assert walk.open_doors(app, world, client, walk.as_if_there_was_none, walk.of_one_evaluation(app)) == []


def test_evaluators_manage_no_accounts(app, guarded, world, signed_in):
    accounts = [rule for rule in guarded if rule.endpoint.startswith("account.")]
    assert walk.open_doors(app, world, signed_in(world.colleague), walk.not_allowed, accounts) == []


# Each page was opened once: it is known which filters it looks for.
@pytest.mark.usefixtures("opened")
def test_nothing_of_another_evaluation_is_reached_through_ones_own(app, world, signed_in, filters):
    assert walk.mixed_up(app, world, signed_in(world.colleague), filters) == []


def test_every_post_needs_the_token_of_its_page(rules, world, address, signed_in, kept):
    before, client = kept(), signed_in(world.owner)
    for rule in rules:
        if "POST" in rule.methods and rule.endpoint not in DRESS_REHEARSAL:
            assert client.post(address(rule)).status_code in (400, 422), rule.rule
    assert kept() == before


def test_the_token_stands_last_in_every_form(app, world, opened):
    """A form that was cut on its way has none, and so is refused: nobody's words are kept in part."""
    half_way, seen = app.test_client().get(f"/a/{world.links['half_way']}/hope"), set()
    for response in [half_way, *(each for _, each in opened)]:
        forms = html.fromstring(response.text).forms if response.mimetype == "text/html" else []
        for names in [form.xpath(".//@name") for form in forms if form.method == "POST"]:
            token = {"csrf_token", "submission_key"} & set(names)
            assert not token or names[-1] in token, response.request.path
            seen |= token
    assert seen == {"csrf_token", "submission_key"}
