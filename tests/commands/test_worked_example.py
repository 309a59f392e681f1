import re
from datetime import date

import pytest

from survey.access import accounts, sign_in
from survey.analysis.counted import OTHER_KINDS
from survey.analysis.tables import HIDDEN, is_shown
from survey.commands.example_evaluations import FRESH
from survey.commands.example_sessions import OPEN_SESSION
from survey.commands.worked_example import (
    ADMINISTRATOR,
    EVALUATOR,
    last_year,
    password_of_this_place,
)
from survey.engagement import evaluations, residents, sessions
from survey.records.account import User
from survey.records.base import db
from survey.records.change import own_kind
from survey.records.evaluation import Evaluation
from survey.records.session import Session
from survey.records.story import Door
from survey.reports import asked, releasing
from survey.reports.findings import Filters
from tests import making
from tests.reading import text


@pytest.fixture
def run(app):
    def run():
        result = app.test_cli_runner().invoke(args=["worked-example"])
        assert result.exit_code == 0, result.output
        return result.output

    return run


def count(kind):
    return db.session.scalar(db.select(db.func.count(kind.id)))


def test_it_makes_everything_once_and_says_the_same_each_time(app, run):
    said = run()
    assert (count(Evaluation), count(User)) == (2, 2)
    assert run() == said
    assert (count(Evaluation), count(User)) == (2, 2)
    walking = db.session.scalar(db.select(Evaluation).order_by(Evaluation.id))
    for part in (
        EVALUATOR,
        ADMINISTRATOR,
        password_of_this_place(),
        "http://localhost/sign-in",
        f"http://localhost/evaluations/{walking.id}/results\n",
        f"http://localhost/evaluations/{walking.id}/results/summary.pdf",
        f"http://localhost/evaluations/{walking.id}/releases/new",
        f"http://localhost/evaluations/{walking.id}/comparison\n",
        f"http://localhost/evaluations/{walking.id}/impact",
        f"http://localhost/evaluations/{walking.id}/stakeholders",
        f"http://localhost/evaluations/{walking.id}/value-maps\n",
        f"http://localhost/evaluations/{walking.id + 1}/value-maps\n",
        f"http://localhost/evaluations/{walking.id}/stories\n",
        f"http://localhost/evaluations/{walking.id}/safeguarding",
        f"http://localhost/evaluations/{walking.id}/sessions",
        "made up",
    ):
        assert part in said
    assert_links_lead_somewhere(app, said)
    assert len(re.findall(r"/value-maps/\d+/result\n", said)) == 3
    assert_accounts_work()


def test_a_release_of_it_shows_most_of_its_headline_figures(run):
    run()
    walking = db.session.scalar(db.select(Evaluation).order_by(Evaluation.id))
    filters = Filters(asked.followups(walking)[0], own_kind(walking))
    made = releasing.draft(walking, filters, 10)
    assert made.of_change.shown >= 0.85 * made.of_change.all
    everyone = made.tables.change
    assert everyone.size - everyone.count_hidden >= 0.85 * everyone.size
    assert made.of_change.hidden, "and something small is hidden"
    assert_impact_is_shown(made.findings.impact)


def assert_impact_is_shown(impact):
    """For most outcomes that anybody was asked about; some kinds only together, and some not at all."""
    spans = [row.cells["share_from"] for row in impact.change.rows]
    assert sum(is_shown(each) for each in spans) >= 5
    by_outcome = {outcome.id: outcome for outcome in impact.outcomes}
    kinds = {row.key: row.cells["deadweight"] for row in by_outcome["someone_to_rely_on"].kinds.rows}
    assert is_shown(kinds["coordinators"]) and is_shown(kinds[OTHER_KINDS])
    assert kinds["adult_social_care"] is kinds["fire_and_rescue"] is HIDDEN


def assert_links_lead_somewhere(app, said):
    """Fresh ones begin, half-filled ones carry on; the first two are residents', the others partners'."""
    links = re.findall(r"http://localhost(/a/\S+)", said)
    client = app.test_client()
    fresh, half, partner, partners_half = (text(client.get(link)) for link in links)
    assert "How are things for you?" in fresh
    assert "Made-up community group 8" in partner
    assert "Carry on" in half and "Carry on" in partners_half
    poster, session = re.findall(r"http://localhost(/join/\S+)", said)
    assert "Share your story" in text(client.get(poster))
    assert OPEN_SESSION in text(client.get(session))


def assert_accounts_work():
    evaluator, administrator = (sign_in.find_account(email) for email in (EVALUATOR, ADMINISTRATOR))
    assert not evaluator.has_role("administrator")
    assert administrator.has_role("administrator")
    for user in (evaluator, administrator):
        assert user.verify_and_update_password(password_of_this_place())
        assert len(evaluations.granted_to(user)) == 2


def test_an_evaluation_of_your_own_is_left_alone(run):
    made = making.evaluation()
    said = run()
    assert "leaves it alone" in said
    assert "http://localhost/sign-in" in said
    assert [each.id for each in db.session.scalars(db.select(Evaluation))] == [made.id]
    assert sign_in.find_account(EVALUATOR) is None


def test_a_namesake_with_real_answers_is_not_taken_for_the_example(run):
    making.evaluation(name="Walking alongside (worked example)")
    assert "leaves it alone" in run()


def test_where_somebody_has_an_account_no_other_is_made(run):
    accounts.create("boss@example.org", "Boss", administrator=True)
    db.session.commit()
    assert "leaves it alone" in run()
    assert count(User) == 1


def test_a_link_that_was_taken_away_is_said_so(run):
    run()
    walking = db.session.scalar(db.select(Evaluation).order_by(Evaluation.id))
    assert residents.erase(walking, FRESH)
    db.session.commit()
    assert "(taken away)" in run()


def test_without_an_open_session_or_a_poster_that_is_said(run):
    run()
    [opened] = db.session.scalars(db.select(Session).where(Session.closed_at.is_(None)))
    sessions.close_joining(opened)
    db.session.execute(db.delete(Door))
    db.session.commit()
    assert run().count("(closed)") == 2


def test_the_password_is_of_this_place_only(app):
    here = password_of_this_place()
    assert here == password_of_this_place()
    assert len(here) >= sign_in.SHORTEST_PASSWORD
    app.config["SECRET_KEY"] += "!"
    assert here != password_of_this_place()


@pytest.mark.parametrize(
    ("today", "start", "end"),
    [
        (date(2026, 3, 31), date(2024, 4, 1), date(2025, 3, 31)),
        (date(2026, 4, 1), date(2025, 4, 1), date(2026, 3, 31)),
        (date(2026, 11, 22), date(2025, 4, 1), date(2026, 3, 31)),
    ],
)
def test_the_answers_are_of_the_last_whole_year(today, start, end):
    assert last_year(today) == (start, end)
