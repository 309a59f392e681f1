"""Figures of stories and votes lead the team to what is behind them, and nobody else anywhere."""

import pytest

from survey.engagement import themes, votes
from survey.records.base import db
from tests import making
from tests.reports.story_worlds import about, told
from tests.web.evaluator import grouping

FIGURES = "//a[contains(@class, 'app-figure-link')]"


@pytest.fixture
def evaluation(signed_in):
    evaluation = making.evaluation()
    making.pairs(evaluation, "hope", [(2, 4), (3, 3), (1, 4)] * 10)
    return evaluation


@pytest.fixture
def stories(evaluation):
    noise = told(evaluation, **about("control", "worse"))
    making.take_back(noise)
    return [told(evaluation, **about("hope", way)) for way in ("better", "worse")]


def results(evaluation, query=""):
    return f"/evaluations/{evaluation.id}/results{query}"


def figures(page):
    """Where each linked figure leads, by what it is called."""
    return {link.get("aria-label"): link.get("href") for link in page.xpath(FIGURES)}


def listed(client, address):
    """The stories that the queue shows there."""
    return {
        href.rsplit("/", 1)[-1]
        for href in client.page(address).xpath("//table//a/@href")
        if "/stories/" in href and href.rsplit("/", 1)[-1].isdecimal()
    }


def test_an_outcome_and_a_theme_lead_to_the_stories_that_are_counted(signed_in, evaluation, stories):
    theme = themes.add(evaluation, "Neighbours", "")
    themes.add(evaluation, "Never seen", "")
    themes.tag(stories[0], {theme.id})
    db.session.commit()
    found = figures(signed_in.page(results(evaluation)))
    assert set(found) == {"2, Hope for the future, About it", "1, Neighbours, How many"}
    assert listed(signed_in, found["2, Hope for the future, About it"]) == {str(each.id) for each in stories}
    assert listed(signed_in, found["1, Neighbours, How many"]) == {str(stories[0].id)}


def test_votes_lead_to_the_statement_in_its_session(signed_in, evaluation):
    grouping.session(evaluation)
    session = grouping.session(evaluation, ("People meet.", "Nobody voted on this."), opened=False)
    votes.count_hands(session, session.statements[0], votes.Count(3, 0, 1))
    db.session.commit()
    found = figures(signed_in.page(results(evaluation)))
    place = f"statement-{session.statements[0].id}"
    assert found == {"4, People meet., Voted": grouping.address(session, f"#{place}")}
    page = signed_in.page(grouping.address(session))
    assert page.xpath(f"string(//*[@id='{place}'])") == "People meet."


def test_in_a_release_and_its_preview_no_figure_leads_anywhere(signed_in, evaluation, stories):
    new = f"/evaluations/{evaluation.id}/releases/new"
    preview = signed_in.page(new)
    signed_in.fill(new)
    release = signed_in.page(f"/evaluations/{evaluation.id}/releases/1")
    for page in (preview, release):
        assert not [each for each in figures(page).values() if "stories" in each or "sessions" in each]
    # Control: on the team's own page they do.
    assert figures(signed_in.page(results(evaluation)))


def test_where_stories_are_not_counted_there_is_no_link(signed_in, evaluation, stories):
    part = signed_in.page(results(evaluation, f"?area={evaluation.areas[0].id}"))
    assert not [each for each in figures(part).values() if "stories" in each]
