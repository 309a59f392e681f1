from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db, now
from survey.records.retelling import CaseStudy, CaseStudyPartner, Quotation, SignificantChange
from survey.records.story import Story
from tests import making
from tests.making import EVERY_USE


@pytest.fixture
def story(app):
    noise = making.evaluation(making.user("noise@example.org"))
    other = making.story(noise, **EVERY_USE)
    db.session.add(Quotation(story_id=other.id, prompt="story_before", words="Noise"))
    db.session.add(picked(other))
    return making.story(making.evaluation(), **EVERY_USE)


def picked(story, **changes):
    usual = {"panel": "Two", "reasons": "Because"}
    return SignificantChange(story_id=story.id, evaluation_id=story.evaluation_id, **{**usual, **changes})


def quotation(story, **changes):
    return Quotation(story_id=story.id, **{"prompt": "story_before", "words": "I met people.", **changes})


def test_a_quotation_is_of_a_story_unnamed_and_of_nothing_in_particular_unless_said(story):
    placed = quotation(story)
    db.session.add(placed)
    db.session.commit()
    db.session.expire_all()
    assert (placed.story, placed.named, placed.outcome, placed.removed_at) == (story, False, None, None)
    assert abs(placed.placed_at - now()) < timedelta(minutes=1)


def test_what_is_made_of_a_story_goes_with_its_row(story):
    db.session.add_all([quotation(story), picked(story)])
    db.session.commit()
    db.session.delete(db.session.get(Story, story.id))
    db.session.commit()
    assert [each.words for each in db.session.query(Quotation)] == ["Noise"]
    assert db.session.query(SignificantChange).count() == 1


def test_who_placed_or_picked_may_leave(story):
    colleague = making.user("leaving@example.org")
    db.session.flush()
    placed, chosen = quotation(story, placed_by_id=colleague.id), picked(story, chosen_by_id=colleague.id)
    db.session.add_all([placed, chosen])
    db.session.commit()
    db.session.delete(colleague)
    db.session.commit()
    db.session.expire_all()
    assert placed.placed_by is None and chosen.chosen_by is None and placed.words == "I met people."


def test_a_panel_gives_reasons(story):
    db.session.add(picked(story, reasons=""))
    with pytest.raises(IntegrityError):
        db.session.commit()
    db.session.rollback()


@pytest.mark.parametrize("kind", [quotation, picked])
def test_both_are_of_a_story_that_is_there(story, kind):
    made = kind(story)
    made.story_id = 10**6
    db.session.add(made)
    with pytest.raises(IntegrityError):
        db.session.commit()
    db.session.rollback()


def case_study(story, **changes):
    usual = {"kind": "journey", "title": "To the lunch club"}
    return CaseStudy(story_id=story.id, evaluation_id=story.evaluation_id, **{**usual, **changes})


def test_a_case_study_shows_no_name_and_no_partner_unless_said(story):
    made = case_study(story)
    db.session.add(made)
    db.session.commit()
    db.session.expire_all()
    assert (made.named, made.prompts, made.outcomes, made.partners) == (False, "[]", "[]", [])


def test_a_case_study_is_of_one_of_two_kinds(story):
    db.session.add(case_study(story, kind="novel"))
    with pytest.raises(IntegrityError):
        db.session.commit()
    db.session.rollback()


def test_a_case_study_goes_with_its_story_and_outlasts_its_partners(story):
    partners = [making.partner(story.evaluation, "nhs", name) for name in ("Elm Road", "Oak Road")]
    made = case_study(story, partners=partners)
    db.session.add(made)
    db.session.commit()
    db.session.delete(partners[0])
    db.session.commit()
    db.session.expire_all()
    assert [each.organisation for each in made.partners] == ["Oak Road"]
    db.session.execute(db.delete(Story).where(Story.id == story.id))
    db.session.commit()
    assert db.session.query(CaseStudy).count() == db.session.query(CaseStudyPartner).count() == 0
