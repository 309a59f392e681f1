"""Quotations on the pages of results and releases, and what a release says of those it left out."""

import pytest

from survey.engagement import releases
from survey.questionnaires.story_ids import LEARNING, PUBLISHED
from survey.records.base import db
from survey.records.trail import TrailLine
from survey.reports import release_stories
from tests import making
from tests.reading import text
from tests.reports.files import read
from tests.reports.story_worlds import WORDS, about, end, quote, told, withdraw
from tests.reports.test_own_words import words_of

SECRET = "Canary as told, of 12 Elm Road"
PAYLOAD = "<script>alert(1)</script> I laugh again."


@pytest.fixture
def evaluation(signed_in):
    evaluation = making.evaluation()
    making.pairs(evaluation, "hope", [(2, 4), (3, 3), (1, 4)] * 10)
    return evaluation


def results(evaluation, ending=""):
    return f"/evaluations/{evaluation.id}/results{ending}"


def release(evaluation, number=1, ending=""):
    return f"/evaluations/{evaluation.id}/releases/{number}{ending}"


def make(client, evaluation):
    return client.fill(f"/evaluations/{evaluation.id}/releases/new")


def after(page, heading):
    """The words of the page from a heading to the next one of its kind."""
    [found] = [each for each in page.xpath("//h2|//h3") if each.text_content() == heading]
    rest = found.xpath("following-sibling::*")
    stop = next((place for place, each in enumerate(rest) if each.tag in ("h2", found.tag)), len(rest))
    return " ".join(" ".join(each.text_content().split()) for each in rest[:stop])


def test_quotations_stand_beside_their_outcome_with_a_link_to_the_story(signed_in, evaluation):
    story = told(evaluation, **about("hope", "better"))
    quote(story, outcome="hope", named=True)
    quote(told(evaluation), outcome="control")
    quote(told(evaluation, story_different=PAYLOAD), PAYLOAD)
    page = signed_in.page(results(evaluation))
    hope = after(page, "Hope for the future")
    assert f"{WORDS} Made-up Robin, story {story.id}" in hope
    assert "One story is about this: better in one." in hope
    rest = after(page, "In people’s own words")
    assert PAYLOAD in rest and WORDS not in rest
    assert f"{WORDS} Somebody who told their story" in after(page, "Feeling in control")
    assert not page.xpath("//blockquote//script")
    [link] = page.xpath(f"//blockquote//a[text()='story {story.id}']/@href")
    assert signed_in.get(link).status_code == 200
    assert "Internal: exact figures, for the team only." in rest


def test_words_as_told_never_reach_results(signed_in, evaluation):
    story = making.story(evaluation, **making.EVERY_USE, story_before=SECRET, story_different=WORDS)
    making.confirmed(story, story_before="Lived at [place].")
    quote(story)
    quote(story, SECRET, prompt="story_before")
    for ending in ("", "/tables.xlsx", "/pairs.csv"):
        assert SECRET.encode() not in signed_in.get(results(evaluation, ending)).data
    assert "words are not confirmed without names and places" in text(signed_in.page(results(evaluation)))


def test_stories_are_there_before_anybody_has_scored(signed_in):
    evaluation = making.evaluation()
    quote(told(evaluation), outcome="hope")
    page = text(signed_in.page(results(evaluation)))
    assert "Results appear here as soon as" in page and WORDS in page


def test_a_narrowed_view_shows_no_words_and_says_so(signed_in, evaluation):
    quote(told(evaluation))
    page = text(signed_in.page(results(evaluation, f"?area={evaluation.areas[0].id}")))
    assert WORDS not in page and "Stories are shown where all areas and all levels are" in page


@pytest.mark.parametrize("state", ["kept", "withdrawn", "ended"])
def test_the_teams_files_hold_what_may_be_told_to_the_team(signed_in, evaluation, state):
    story = told(evaluation)
    quote(story)
    withdraw(story, LEARNING) if state == "withdrawn" else None
    end(story, LEARNING) if state == "ended" else None
    paper = " ".join(words_of(signed_in.get(results(evaluation, "/summary.pdf")).data).split())
    sheets = read(signed_in.get(results(evaluation, "/tables.xlsx")).data)
    screen = text(signed_in.page(results(evaluation)))
    is_there = state == "kept"
    assert [WORDS in each for each in (paper, str(sheets), screen)] == [is_there] * 3
    assert ("Own words" in sheets) == is_there


def assert_warned(signed_in, evaluation, instead):
    """The release's own page and the list say so once, before the downloads of that release."""
    warning = f"Do not hand this on: one quotation in it may not be told any more. {instead}"
    for address in (release(evaluation), f"/evaluations/{evaluation.id}/releases"):
        page = signed_in.page(address)
        assert text(page).count("Do not hand this on") == 1
        [said] = page.xpath("//*[contains(@class, 'app-do-not-hand-on')]")
        assert said.text_content().strip() == warning
        [downloads] = said.xpath("following-sibling::ul[1]")
        kinds = {link.rpartition("/")[2] for link in downloads.xpath(".//a/@href")}
        assert {"pdf", "xlsx", "csv"} <= kinds


def test_consent_taken_back_takes_the_quotation_out_of_the_next_release_and_says_so(signed_in, evaluation):
    story = told(evaluation)
    quote(story, outcome="hope")
    assert WORDS in text(signed_in.page(f"/evaluations/{evaluation.id}/releases/new"))
    make(signed_in, evaluation)
    first = {kind: signed_in.get(release(evaluation, 1, f"/{kind}")).data for kind in ("pdf", "xlsx", "csv")}
    assert WORDS in " ".join(words_of(first["pdf"]).split()) and WORDS in str(read(first["xlsx"]))
    assert WORDS.encode() not in first["csv"]
    withdraw(story, PUBLISHED)
    assert_warned(signed_in, evaluation, "Make a new release.")
    kept = text(signed_in.page(release(evaluation)))
    assert WORDS in kept and "One quotation of this release may not be told any more" in kept
    assert "consent to one use of a story was taken back" in kept
    assert "The next release will not hold it." in kept and "use the newest release" not in kept
    said = "Since release 1, one quotation was taken out: consent was taken back."
    assert said in text(signed_in.page(f"/evaluations/{evaluation.id}/releases/new"))
    made = text(make(signed_in, evaluation))
    assert said in made and WORDS not in made
    assert "One quotation was left out, which was in release 1: consent was taken back." in made
    assert_warned(signed_in, evaluation, "Use the newest release instead.")
    kept = text(signed_in.page(release(evaluation)))
    assert "Ask whoever has it to use the newest release instead." in kept
    assert "The next release will not hold it." not in kept
    second = {kind: signed_in.get(release(evaluation, 2, f"/{kind}")).data for kind in ("pdf", "xlsx")}
    assert WORDS not in " ".join(words_of(second["pdf"]).split()) and WORDS not in str(read(second["xlsx"]))
    assert first["pdf"] == signed_in.get(release(evaluation, 1, "/pdf")).data, "a release never changes"
    lines = db.session.scalars(db.select(TrailLine.detail).where(TrailLine.act == "left quotations out"))
    assert list(lines) == [f"release 2; {said}"]


@pytest.mark.usefixtures("no_paper")
def test_consent_taken_back_while_paper_is_made_stops_the_release(signed_in, evaluation, monkeypatch):
    story = told(evaluation)
    quote(story)
    monkeypatch.setattr(release_stories, "may_still_be_told", lambda *_: False)
    assert "Somebody has just taken consent back." in text(make(signed_in, evaluation))
    assert releases.all_of(evaluation) == []


@pytest.mark.usefixtures("no_paper")
def test_stories_that_a_release_quotes_are_held_before_consent_is_looked_at(
    signed_in, evaluation, monkeypatch
):
    story = told(evaluation)
    quote(story)
    told(evaluation)
    held, number = [], story.id
    monkeypatch.setattr(releases, "hold", lambda _, stories: held.append(sorted(stories)))
    monkeypatch.setattr(release_stories, "may_still_be_told", lambda *_: held.append("looked") or True)
    make(signed_in, evaluation)
    assert held == [[number], "looked"]


@pytest.mark.usefixtures("no_paper")
def test_a_release_has_no_links_to_stories_and_no_words_of_another(signed_in, evaluation):
    quote(told(evaluation), outcome="hope")
    noise = making.evaluation(name="Another one")
    quote(told(noise, story_different="Noise of another."), "Noise of another.")
    make(signed_in, evaluation)
    page = signed_in.page(release(evaluation))
    assert not page.xpath("//blockquote//a") and "Noise of another." not in text(page)
    assert "One quotation is published here, as those who told their stories agreed." in text(page)


def test_few_stories_since_the_last_release_are_warned_of_where_their_figures_show(signed_in, evaluation):
    address = f"/evaluations/{evaluation.id}/releases/new"
    for outcome in ("hope", "control"):
        for _ in range(11):
            told(evaluation, **about(outcome))
    making.release(evaluation)
    assert "Think before you release" not in text(signed_in.page(address))
    told(evaluation, **about("hope"))
    assert "Since then one story was told." in text(signed_in.page(address))


@pytest.mark.usefixtures("no_paper")
def test_pages_without_stories_say_nothing_of_them(signed_in, evaluation):
    make(signed_in, evaluation)
    for address in (results(evaluation), release(evaluation)):
        page = signed_in.page(address)
        assert "own words" not in text(page) and not page.xpath("//blockquote")
    assert "Own words" not in read(signed_in.get(release(evaluation, 1, "/xlsx")).data)
