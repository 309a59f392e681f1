"""Case studies are made of stories that are ready, and go when their story is taken back."""

import pytest
from sqlalchemy import select

from survey.access.telling import TAKEN_BACK, MayNotBeTold
from survey.engagement import case_studies, consents
from survey.engagement.case_studies import Described, NotReady
from survey.questionnaires.story_ids import LEARNING, QUOTED_NAMED, QUOTED_UNNAMED, STEERING_GROUP
from survey.records.base import db
from survey.records.retelling import CaseStudy
from survey.records.trail import TrailLine
from tests import making
from tests.making import EVERY_USE

JOURNEY = Described("journey", "To the lunch club", ("story_before",), outcomes=("hope",))


@pytest.fixture(autouse=True)
def noise(app):
    made = making.evaluation(making.user("noise@example.org"), name="Noise")
    case_studies.add(told(made), JOURNEY)
    db.session.commit()
    return made


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def told(evaluation, **given):
    return making.confirmed(making.story(evaluation, story_before="I was low.", **EVERY_USE | given))


def test_what_is_said_of_a_case_study_is_read_back(evaluation):
    partner = making.partner(evaluation)
    said = Described(
        "agency",
        "Fewer visits",
        ("story_before", "story_happened"),
        "A man.",
        "He came less.",
        ("hope", "control"),
        (partner,),
        True,
    )
    made = case_studies.add(told(evaluation), said)
    db.session.commit()
    assert case_studies.described(made) == said
    assert case_studies.of(evaluation) == [made] and case_studies.count(evaluation) == 1


def test_a_case_study_is_changed_and_removed_and_the_trail_holds_no_words(evaluation):
    made = case_studies.add(told(evaluation), JOURNEY)
    better = Described("journey", "Another title", ("story_before",))
    case_studies.change(made, better)
    assert case_studies.described(made) == better
    case_studies.remove(made)
    db.session.commit()
    assert case_studies.of(evaluation) == []
    query = select(TrailLine.act, TrailLine.detail).where(TrailLine.evaluation_id == evaluation.id)
    lines = [tuple(line) for line in db.session.execute(query) if "case study" in line.act]
    which = f"story {made.story_id}"
    assert lines == [(f"{done} a case study", which) for done in ("made", "changed", "removed")]


def test_only_a_story_that_is_ready_becomes_one(evaluation):
    unconfirmed = making.story(evaluation, story_before="I was low.", **EVERY_USE)
    empty = making.story(evaluation, story_about=["hope"], **EVERY_USE)
    unread = told(evaluation, use_learning="no")
    stopped = told(evaluation)
    consents.withdraw(stopped, LEARNING)
    for story in (unconfirmed, empty, unread, stopped):
        with pytest.raises(NotReady):
            case_studies.add(story, JOURNEY)
    assert case_studies.count(evaluation) == 0


def test_nobody_is_told_with_a_name_who_did_not_agree(evaluation):
    story = told(evaluation, use_quoted_named="no")
    named = Described("journey", "A title", ("story_before",), named=True)
    with pytest.raises(MayNotBeTold):
        case_studies.add(story, named)
    made = case_studies.add(story, JOURNEY)
    with pytest.raises(MayNotBeTold):
        case_studies.change(made, named)


@pytest.mark.parametrize(
    ("withdrawn", "unnamed", "named"),
    [
        (None, True, True),
        (STEERING_GROUP, False, False),
        (QUOTED_UNNAMED, False, True),
        (QUOTED_NAMED, True, False),
        # The team may no longer learn from it; the steering group was asked about apart from that.
        (LEARNING, True, True),
    ],
)
def test_whether_it_may_be_shown_hangs_on_what_the_teller_agreed_to(evaluation, withdrawn, unnamed, named):
    story = told(evaluation)
    if withdrawn:
        consents.withdraw(story, withdrawn)
        db.session.refresh(story)
    assert case_studies.may_be_shown(story, named=False).may == unnamed
    assert case_studies.may_be_shown(story, named=True).may == named


def test_case_studies_go_with_their_story(evaluation, noise):
    story = told(evaluation)
    made = case_studies.add(story, JOURNEY)
    db.session.commit()
    number = made.id
    making.take_back(story)
    assert case_studies.of(evaluation) == [] and case_studies.count(noise) == 1
    assert db.session.get(CaseStudy, number) is None


def test_one_that_is_open_on_a_desk_cannot_be_saved_once_its_story_is_taken_back(evaluation):
    story = told(evaluation)
    made = case_studies.add(story, JOURNEY)
    db.session.commit()
    story.taken_back_at = story.began_at
    with pytest.raises(MayNotBeTold) as refusal:
        case_studies.change(made, JOURNEY)
    assert refusal.value.decision.why == TAKEN_BACK


def test_one_whose_story_the_team_may_no_longer_read_stays_as_it_is(evaluation):
    made = case_studies.add(told(evaluation), JOURNEY)
    consents.withdraw(made.story, LEARNING)
    db.session.commit()
    with pytest.raises(MayNotBeTold) as refusal:
        case_studies.change(made, Described("journey", "Another title", ("story_before",)))
    assert refusal.value.decision.purpose == LEARNING and case_studies.described(made) == JOURNEY


def test_one_is_found_in_its_own_evaluation_only(evaluation, noise):
    made = case_studies.add(told(evaluation), JOURNEY)
    assert case_studies.get(evaluation, made.id) == made
    assert case_studies.get(noise, made.id) is None
