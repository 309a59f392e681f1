"""What findings tell of stories, by every state of consent: on the screen's findings and in a release."""

import dataclasses

import pytest

from survey.access.telling import REPORT, Told
from survey.questionnaires.story_ids import LEARNING, PUBLISHED, PURPOSES, QUOTED_NAMED, QUOTED_UNNAMED
from survey.reports import own_words, releasing, story_sheet
from survey.reports.findings import Filters
from survey.reports.stories import ONLY_OF_ALL, SOMEBODY, Stories, for_team, teller
from tests import making
from tests.reports.files import findings as made_findings
from tests.reports.story_worlds import WORDS, end, quote, told, withdraw
from tests.reports.worlds import filters, found

# Written out here once more, apart from telling.NEEDED: what a teller has to have agreed to.
WANTED = {
    ("internal", False): {LEARNING, QUOTED_UNNAMED},
    ("internal", True): {LEARNING, QUOTED_NAMED},
    ("release", False): {QUOTED_UNNAMED, PUBLISHED},
    ("release", True): {QUOTED_NAMED, PUBLISHED},
}
STATES = ("never", "withdrawn", "ended", "last day")


@pytest.fixture
def evaluation(app):
    made, noise = making.evaluation(), making.evaluation(name="Another one")
    quote(told(noise, story_different="Noise."), "Noise.")
    return made


def findings_of(evaluation):
    return {
        "internal": found(evaluation),
        "release": releasing.draft(evaluation, filters(evaluation), 10).findings,
    }


def told_of(evaluation):
    return {kind: each.stories for kind, each in findings_of(evaluation).items()}


def on_paper(findings):
    page = own_words.own_words(findings)
    return [bool(each.told.name) for _, group in page.groups for each in group] if page else []


def on_sheets(findings):
    rows = [row for sheet in story_sheet.own_words(findings) for row in sheet.grids[0].rows]
    assert all(row[1] == WORDS for row in rows)
    return [row[2] != SOMEBODY for row in rows]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_quotation_is_there_or_not_as_its_teller_agreed(evaluation, purpose, state):
    given = {f"use_{purpose}": "no"} if state == "never" else {}
    for named in (False, True):
        story = told(evaluation, **given)
        quote(story, named=named)
        if state == "withdrawn":
            withdraw(story, purpose)
        elif state != "never":
            end(story, purpose, days=1 if state == "ended" else 0)
    for kind, findings in findings_of(evaluation).items():
        said = findings.stories
        may = {
            named: state == "last day" or purpose not in wanted
            for (of, named), wanted in WANTED.items()
            if of == kind
        }
        wanted = [named for named in may if may[named]]
        assert [bool(each.name) for each in said.quotations] == wanted, kind
        assert on_paper(findings) == on_sheets(findings) == wanted, kind
        assert all(each.words == WORDS for each in said.quotations)
        assert len(said.left_out) == (0 if all(may.values()) else 1), kind


def test_a_story_that_was_taken_back_is_quoted_nowhere(evaluation):
    story = told(evaluation)
    quote(story)
    making.take_back(story)
    for said in told_of(evaluation).values():
        assert (said.quotations, said.left_out) == ((), ())


def test_words_that_are_not_confirmed_are_quoted_nowhere(evaluation):
    story = told(evaluation)
    quote(story, "Betty of 12 Elm Road")
    for said in told_of(evaluation).values():
        assert said.quotations == ()
        assert said.left_out == (
            "One quotation was left out: words are not confirmed without names and places.",
        )


def test_a_removed_quotation_is_neither_told_nor_counted(evaluation):
    placed = quote(told(evaluation))
    placed.removed_at = placed.placed_at
    for said in told_of(evaluation).values():
        assert (said.quotations, said.left_out) == ((), ())


def test_reasons_are_counted_without_saying_which(evaluation):
    for state in ("withdrawn", "ended", "kept"):
        story = told(evaluation)
        quote(story)
        withdraw(story, QUOTED_UNNAMED) if state == "withdrawn" else None
        end(story, QUOTED_UNNAMED) if state == "ended" else None
    assert found(evaluation).stories.left_out == (
        "Two quotations were left out: consent was taken back (1), consent has ended (1).",
    )


def test_only_this_evaluations_stories_are_quoted_and_counted(evaluation):
    quote(told(evaluation), outcome="hope")
    said = found(evaluation).stories
    assert [each.words for each in said.quotations] == [WORDS]
    assert said.sentence == "Chosen by the team from the one story that it may read."
    assert said.note.startswith("Words in [square brackets] stand for names and places.")
    assert (len(said.of("hope")), said.of(None), said.beside(["hope"])) == (1, (), ())


def test_words_stand_under_the_name_that_the_teller_chose_or_none(evaluation):
    story = told(evaluation, story_named_as="Made-up Mo")
    quote(story, named=True)
    quote(story)
    assert [teller(each) for each in found(evaluation).stories.quotations] == ["Made-up Mo", SOMEBODY]


def test_a_view_of_one_area_shows_no_story_and_says_so(evaluation):
    quote(told(evaluation))
    for narrowed in ({"area": evaluation.areas[0]}, {"level": "two"}):
        assert found(evaluation, **narrowed).stories == Stories(ONLY_OF_ALL)
    assert not Filters(None, "asked", level="two").is_of_all


def test_where_nobody_was_ever_asked_there_is_nothing(app):
    evaluation = making.evaluation()
    assert told_of(evaluation) == {"internal": None, "release": None}
    assert for_team(evaluation, is_of_all=False) is None


def test_findings_refuse_words_that_were_not_let_out(evaluation):
    quote(told(evaluation))
    [one] = found(evaluation).stories.quotations
    with pytest.raises(TypeError, match="telling"):
        Stories("", quotations=(WORDS,))
    with pytest.raises(TypeError, match="telling"):
        Told(WORDS, REPORT, 1)
    with pytest.raises(TypeError, match="let out for this"):
        made_findings(stories=Stories("", quotations=(one,)))
    assert made_findings(release=False, stories=Stories("", quotations=(one,)))


def test_a_table_that_was_not_let_out_is_refused(evaluation):
    quote(told(evaluation))
    said = found(evaluation).stories
    with pytest.raises(TypeError, match="disclosure"):
        dataclasses.replace(said, tables=(said.tables[0].table,))
