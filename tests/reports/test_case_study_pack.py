"""The steering group's paper: whom it is for, what may be told today, and how many are left out and why."""

from dataclasses import replace
from datetime import timedelta

import pikepdf
import pytest
from jinja2 import UndefinedError

from survey.engagement import consents
from survey.questionnaires.story_ids import QUOTED_UNNAMED, STEERING_GROUP
from survey.records.base import db, now
from survey.records.story import StoryConsent
from survey.reports import case_study_pack
from survey.reports.rendering import render
from tests import making
from tests.reports import case_study_worlds as worlds
from tests.reports.test_pdf import faults, words

HOSTILE = "<b>bold</b> {{ 7*7 }} & כן 😀"


@pytest.fixture
def evaluation(app):
    return making.evaluation(made_up=True)


def paper(pack, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(case_study_pack.pdf(pack))
    return file


def pages(file):
    return [" ".join(page.split()) for page in words(file).split("\f")[:-1]]


@pytest.mark.parametrize("alone", [True, False])
def test_the_words_of_the_teller_are_not_called_an_agencys_view(evaluation, tmp_path, alone):
    elm = making.partner(evaluation, "nhs", "Elm Road")
    made = worlds.case_study(evaluation, kind="agency", partners=(elm,), agency_view="Fewer calls.")
    journey = worlds.case_study(evaluation)

    def page_of(one):
        of_one, of_all = case_study_pack.of_one, case_study_pack.of_all
        return pages(paper(of_one(evaluation, one) if alone else of_all(evaluation, [one]), tmp_path))[-1]

    said, other = page_of(made), page_of(journey)
    assert "An agency’s view: what Elm Road told the team Fewer calls." in said
    assert "An agency’s view. Told by" not in said and "Told by somebody who took part" in said
    # Control: where it is the teller's, their words carry the kind.
    assert "A journey. Told by somebody who took part" in other


def full(evaluation, length, **known):
    """A case study with so many characters of story, and an introduction as long as it may be."""
    quarter = worlds.words(length // 4)
    story = worlds.told(
        evaluation, quarter, story_happened=quarter, story_different=quarter, story_tell_people=quarter
    )
    return worlds.case_study(evaluation, story, introduction=worlds.words(600), **known)


def test_a_pack_has_a_cover_and_a_page_each(evaluation, tmp_path):
    for title in ("To the lunch club", "Fewer visits"):
        worlds.case_study(evaluation, title=title, introduction="A man.", kind="journey")
    file = paper(case_study_pack.of_all(evaluation, worlds.case_studies.of(evaluation)), tmp_path)
    cover, *rest = pages(file)
    assert "Case studies for the steering group" in cover and evaluation.name in cover
    said = " ".join(cover.split())
    assert "Chosen by the team from the stories that it may read." in said
    assert "Words in [square brackets] stand for names and places. A name under a story is" in said
    assert "not for passing on" in cover and "None: every case study that the team made is here." in cover
    day = case_study_pack.day(now().date())
    assert len(rest) == 2 and all(f"{day} · page" in page for page in (cover, *rest))
    assert all("For the steering group" in page and "Made-up answers" in page for page in (cover, *rest))
    assert "To the lunch club" in rest[0] and "I was low." in rest[0] and "Fewer visits" in rest[1]
    assert faults(file) == []


def test_one_alone_says_whom_it_is_for_and_has_no_fault(evaluation, tmp_path):
    file = paper(case_study_pack.of_one(evaluation, worlds.case_study(evaluation, named=True)), tmp_path)
    [page] = pages(file)
    assert "For the steering group, not for passing on" in page and "Told by “Made-up Robin”" in page
    assert evaluation.name in page and "Made-up answers: example only" in page
    assert faults(file) == []


def test_what_may_not_be_told_is_left_out_and_counted_with_the_reasons(evaluation, tmp_path):
    gone, ended, kept = (
        worlds.case_study(evaluation, worlds.told(evaluation, f"canary {n}"), title=f"Title {n}")
        for n in range(3)
    )
    consents.withdraw(gone.story, STEERING_GROUP)
    agreed = db.session.query(StoryConsent).filter_by(story_id=ended.story_id, purpose=QUOTED_UNNAMED).one()
    agreed.until = now().date() - timedelta(days=1)
    db.session.commit()
    pack = case_study_pack.of_all(evaluation, worlds.case_studies.of(evaluation))
    assert [page.story for page in pack.pages] == [kept.story_id]
    cover, only = pages(paper(pack, tmp_path))
    assert "Two: consent was taken back (1), consent has ended (1)." in cover
    said = cover + only
    assert "canary 2" in said and "Title 2" in said
    assert not [n for n in (0, 1) if f"canary {n}" in said or f"Title {n}" in said]


def test_a_pack_of_nothing_says_so(evaluation, tmp_path):
    [cover] = pages(paper(case_study_pack.of_all(evaluation, []), tmp_path))
    assert "Nothing may be told today" in cover


@pytest.mark.parametrize(
    ("length", "known"),
    [(2500, {}), (1200, {"kind": "agency", "agency_view": worlds.words(900)})],
    ids=["journey", "agency"],
)
def test_what_the_form_says_fits_one_page_does(evaluation, length, known, tmp_path):
    partners = tuple(making.partner(evaluation, "nhs", f"Elm Road Surgery {n}") for n in range(3))
    made = full(evaluation, length, partners=partners, outcomes=("hope", "control"), **known)
    assert len(pages(paper(case_study_pack.of_one(evaluation, made), tmp_path))) == 1


def test_a_long_story_goes_on_over_the_page_and_nothing_is_cut(evaluation, tmp_path):
    made = worlds.case_study(evaluation, worlds.told(evaluation, worlds.words(7000) + " the very end"))
    file = paper(case_study_pack.of_one(evaluation, made), tmp_path)
    found = pages(file)
    assert len(found) > 1 and "the very end" in found[-1] and faults(file) == []


def test_hostile_words_end_as_text(evaluation, tmp_path):
    story = worlds.told(evaluation, HOSTILE)
    made = worlds.case_study(evaluation, story, title="<i>T</i>", introduction="<u>x</u>")
    file = paper(case_study_pack.of_one(evaluation, made), tmp_path)
    [page] = pages(file)
    assert "<b>bold</b> {{ 7*7 }} &" in page and "<i>T</i>" in page and "<u>x</u>" in page
    with pikepdf.open(file) as document:
        assert str(document.docinfo.Title).startswith("<i>T</i>")


def test_plain_words_are_never_put_on_paper(evaluation):
    """The control of the type checks: past them, the template itself has nothing to say of plain text."""
    pack = case_study_pack.of_one(evaluation, worlds.case_study(evaluation))
    with pytest.raises(TypeError):
        replace(pack, pages=("I was low.",))
    with pytest.raises(TypeError):
        case_study_pack.pdf({"pages": []})
    page = pack.pages[0]
    object.__setattr__(page, "passages", ("I was low.",))
    with pytest.raises(UndefinedError):
        render("report/case_study.html", pack=pack)
