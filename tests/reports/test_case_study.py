"""The page of one case study: only words that were let out, and no score."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from survey.access import telling
from survey.access.telling import RELEASE, STEERING_PACK, MayNotBeTold
from survey.engagement import consents
from survey.questionnaires.story_ids import PURPOSES, STEERING_GROUP
from survey.reports import case_study
from survey.reports.case_study import Passage
from tests import making
from tests.reports import case_study_worlds as worlds

TODAY = date.today()


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def let_out(words="I was low.", outlet=STEERING_PACK):
    given = [telling.Consent(purpose, TODAY) for purpose in PURPOSES]
    return telling.tell(words, given, outlet, TODAY, story=1, is_redacted=True)


def test_a_page_shows_the_parts_that_were_chosen_in_the_order_in_which_they_were_told(evaluation):
    story = worlds.told(evaluation, story_happened="She knocked.", story_different="I go out.")
    made = worlds.case_study(evaluation, story, prompts=("story_different", "story_before"))
    page = case_study.page(made, TODAY)
    assert [(each.heading, each.told.words) for each in page.passages] == [
        ("What was going on", "I was low."),
        ("What is different now", "I go out."),
    ]
    assert page.outcomes == ("Hope for the future",) and page.teller == ""


def test_the_name_is_the_one_that_the_teller_chose(evaluation):
    assert case_study.page(worlds.case_study(evaluation, named=True), TODAY).teller == "Made-up Robin"


def test_partners_are_named_once_each(evaluation):
    lines = tuple(making.partner(evaluation, "nhs", "Elm Road", area) for area in (0, 1))
    assert case_study.page(worlds.case_study(evaluation, partners=lines), TODAY).partners == ("Elm Road",)


def test_an_agencys_view_says_whose_it_is_where_one_partner_alone_is_named(evaluation):
    elm, oak = (making.partner(evaluation, "nhs", f"{name} Road") for name in ("Elm", "Oak"))
    an_agency = "An agency’s view: what an agency told the team"
    for kind, partners, heading in (
        ("agency", (elm,), "An agency’s view: what Elm Road told the team"),
        ("agency", (elm, oak), an_agency),
        ("agency", (), an_agency),
        ("journey", (elm,), "What an agency told the team"),
    ):
        made = worlds.case_study(evaluation, kind=kind, partners=partners, agency_view="Fewer calls.")
        assert case_study.page(made, TODAY).agency_heading == heading


def test_one_that_may_not_be_told_has_no_page(evaluation):
    made = worlds.case_study(evaluation)
    with pytest.raises(MayNotBeTold):
        case_study.page(made, TODAY + timedelta(days=3 * 366))
    consents.withdraw(made.story, STEERING_GROUP)
    with pytest.raises(MayNotBeTold):
        case_study.page(made, TODAY)


def test_words_that_nobody_let_out_are_refused(evaluation):
    assert Passage("What happened", let_out())
    for wrong in ("I was low.", let_out(outlet=RELEASE), None):
        with pytest.raises(TypeError, match="let out"):
            Passage("What happened", wrong)
    page = case_study.page(worlds.case_study(evaluation), TODAY)
    with pytest.raises(TypeError, match="let out"):
        replace(page, passages=("I was low.",))


def test_paragraphs_run_the_way_of_their_script():
    both = Passage("What happened", let_out("כן [name].\n\n  Yes.\n"))
    assert both.paragraphs == (("כן [name].", "rtl"), ("Yes.", "ltr"))
