"""No page stands open by mistake."""

import pytest

from survey.access.permissions import ACTIONS

ROOMS = ("evaluator", "account")
# Whoever holds a welcome link has no password yet.
PUBLIC = {"account.welcome"}
# Pages of libraries: signing in and out, and files without secrets.
NOT_OURS = {"static", "security.static", "security.login", "security.logout", "security.verify"}
DRESS_REHEARSAL = {"evaluator.preview_answer"}


@pytest.fixture
def rules(app):
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint.split(".")[0] in ROOMS]


@pytest.fixture
def guarded(rules):
    return [rule for rule in rules if rule.endpoint not in PUBLIC]


def test_every_page_is_of_a_room_that_we_know(app):
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert {
        name for name in endpoints - NOT_OURS if name.split(".")[0] not in (*ROOMS, "respondent")
    } == set()


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


def test_the_signed_out_see_nothing(app, guarded, address, kept):
    before, client = kept(), app.test_client()
    for rule in guarded:
        if "GET" in rule.methods:
            response = client.get(address(rule))
            assert (response.status_code, response.location[:8]) == (302, "/sign-in"), rule.rule
        if "POST" in rule.methods:
            assert client.post(address(rule)).status_code == 401, rule.rule
    assert kept() == before


def test_evaluators_see_no_evaluation_that_was_not_shared_with_them(guarded, world, address, signed_in, kept):
    before, client = kept(), signed_in(world.stranger)
    for rule in guarded:
        if "evaluation_id" in rule.arguments:
            for method in rule.methods & {"GET", "POST"}:
                assert client.open(address(rule), method=method).status_code == 404, rule.rule
    assert kept() == before


def test_every_post_needs_the_token_of_its_page(rules, world, address, signed_in, kept):
    before, client = kept(), signed_in(world.owner)
    for rule in rules:
        if "POST" in rule.methods and rule.endpoint not in DRESS_REHEARSAL:
            assert client.post(address(rule)).status_code in (400, 422), rule.rule
    assert kept() == before
