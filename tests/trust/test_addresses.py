"""Looking changes nothing, whoever looks; links outlive scanners; and the walks find what they are for."""

import pytest
from flask import request

from app import create_app
from survey.access import accounts
from survey.engagement import residents
from survey.records.base import db
from survey.records.engine import writer
from survey.records.evaluation import Evaluation
from survey.records.resident import Resident
from tests import databases, making
from tests.journeys.answering import answer_plainly
from tests.reading import Reader, text
from tests.trust import addresses, addresses_walk
from tests.trust.addresses_walk import as_if_there_was_none, open_doors, to_sign_in

pytestmark = pytest.mark.usefixtures("no_paper")

GETS, HEADS = 10, 5
SCANNER = {"User-Agent": "Mozilla/5.0 (compatible; LinkScanner/1.0)"}


@pytest.fixture
def app(tmp_path):
    """As it is served, with its limits on how often an address may try."""
    app = create_app(databases.environment(tmp_path))
    app.test_client_class = Reader
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def filters(app):
    return addresses_walk.notice_filters(app)


@pytest.fixture
def world(app, filters):
    return addresses.make_world()


def signed_in(app, user):
    client = app.test_client()
    client.sign_in(user.email)
    return client


def has_sent(app, world):
    """The browser of a resident who has just sent answers, and may look at the flower."""
    client = app.test_client()
    client.fill(f"/a/{world.links['checking']}/check")
    return client


def scan(app, address):
    """What mail filters and previews do with a link, some from several machines."""
    for method, times in (("GET", GETS), ("HEAD", HEADS)):
        for _ in range(times):
            app.test_client().open(address, method=method, headers=SCANNER, follow_redirects=True)


def test_looking_changes_nothing_whoever_looks(app, world, filters):
    people = {
        "visitor": app.test_client(),
        "resident": has_sent(app, world),
        "evaluator": signed_in(app, world.owner),
        "stranger": signed_in(app, world.stranger),
    }
    assert addresses_walk.writing_gets(app, world, people, filters) == []
    assert filters["evaluator.results"] >= {"area", "level", "wave", "before"}


@pytest.mark.parametrize("typed", ["2147483648", "9" * 30, "9" * 5000], ids=len)
def test_numbers_that_no_record_can_have_are_not_found(app, world, typed):
    client, tried = signed_in(app, world.owner), 0
    for rule in addresses.rules_of(app):
        for name in rule.arguments:
            if type(world.values.get(name)) is int:
                real = addresses.address_of(app, world, rule)
                before, _, after = real.partition(f"/{world.values[name]}")
                address = f"{before}/{typed}{after}"
                for method in rule.methods & {"GET", "POST"}:
                    status = client.open(address, method=method).status_code
                    assert status in (404, 405), (status, method, rule.rule)
                    tried += 1
    assert tried > 60


def test_a_residents_link_outlives_scanners(app, world):
    before = addresses.tables()
    scan(app, f"/a/{world.links['ready']}")
    assert addresses.tables() == before
    answer_plainly(app.test_client(), f"/a/{world.links['ready']}", control=4)


def test_every_page_of_a_half_filled_survey_outlives_scanners(app, world):
    link = f"/a/{world.links['half_way']}"
    client, before = app.test_client(), addresses.tables()
    parts = [rule for rule in addresses.rules_of(app, "respondent") if "token" in rule.arguments]
    for rule in parts:
        if "GET" in rule.methods:
            scan(app, addresses.address_of(app, world, rule, token=world.links["half_way"]))
    for page in ("hope", "matters-most", "helped"):
        scan(app, f"{link}/{page}")
    assert addresses.tables() == before
    assert "Welcome back" in text(client.get(link))
    address = client.page(link).xpath("//a[contains(@class, 'govuk-button')]/@href")[0]
    while not address.endswith("/check"):
        address = client.fill(address, follow=False).location
    assert client.fill(address, follow=False).location.endswith("/thank-you")


def test_a_welcome_link_outlives_scanners(app, world):
    newcomer = making.user("newcomer@example.org")
    db.session.commit()
    link = accounts.welcome_link(newcomer).removeprefix("http://localhost")
    db.session.commit()
    before = addresses.tables()
    scan(app, link)
    assert addresses.tables() == before
    password = "four other plain words"
    app.test_client().fill(link, password=password, again=password)
    client = app.test_client()
    client.sign_in(newcomer.email, password)
    assert client.get("/evaluations").status_code == 200


# The controls: pages that do what no page may do.


def add_page(app, path, view):
    app.add_url_rule(path, endpoint=f"evaluator.{view.__name__}", view_func=view, methods=["GET", "POST"])


def nosy(evaluation_id):
    with writer():
        db.session.get(Evaluation, evaluation_id).note += "Somebody looked."
        db.session.commit()
    return "<html lang=en><title>x</title><h1>x</h1>"


def test_a_page_that_writes_when_looked_at_is_found(app, filters):
    add_page(app, "/evaluations/<int:evaluation_id>/nosy", nosy)
    world = addresses.make_world()
    wrong = addresses_walk.writing_gets(app, world, {"visitor": app.test_client()}, filters)
    assert wrong == ["visitor: looking at /evaluations/<int:evaluation_id>/nosy changed evaluation"]


def test_a_page_without_a_guard_is_found(app):
    add_page(app, "/evaluations/<int:evaluation_id>/nosy", nosy)
    world = addresses.make_world()
    rules = addresses_walk.of_one_evaluation(app)
    found = {"GET", "HEAD", "POST"}
    said = {f"{method} /evaluations/<int:evaluation_id>/nosy: 200" for method in found} | {
        "evaluation changed"
    }
    assert set(open_doors(app, world, app.test_client(), to_sign_in, rules)) == said
    assert set(open_doors(app, world, signed_in(app, world.stranger), as_if_there_was_none, rules)) == said


def test_a_page_that_takes_anybodys_resident_is_found(app, filters, monkeypatch):
    world = addresses.make_world()
    monkeypatch.setattr(residents, "get", lambda _evaluation, id: db.session.get(Resident, id))
    wrong = addresses_walk.mixed_up(app, world, signed_in(app, world.colleague), filters)
    assert [line for line in wrong if "<int:resident_id> as" in line]


def test_a_new_address_asks_for_its_example(app, world):
    app.url_map.add(
        app.url_rule_class("/evaluations/<int:evaluation_id>/tea/<cup>", endpoint="evaluator.tea")
    )
    (rule,) = app.url_map.iter_rules("evaluator.tea")
    with pytest.raises(AssertionError, match="give an example of .*cup"):
        addresses.address_of(app, world, rule)


def test_a_new_filter_asks_for_its_example(app, filters):
    def picky(evaluation_id):
        return request.args.get("mood", "<html lang=en><title>x</title><h1>x</h1>")

    add_page(app, "/evaluations/<int:evaluation_id>/picky", picky)
    world = addresses.make_world()
    with pytest.raises(AssertionError, match=r"give examples of \?mood="):
        addresses_walk.writing_gets(app, world, {"visitor": app.test_client()}, filters)
