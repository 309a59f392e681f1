"""Worries are settled once, contact details go with the last, and look-ups stay on record."""

import pytest
from sqlalchemy import select

from survey.engagement import safeguarding
from survey.engagement.safeguarding import AlreadySettled, NobodyKnown
from survey.records.base import db, now
from survey.records.safeguarding import COORDINATOR, PHRASES, TELLER, LookUp
from survey.records.story import StoryContact
from survey.records.trail import TrailLine
from tests import making

WANTED = {"story_contact_wanted": "yes", "story_contact": "Ann, 01632 960 001", "story_before": "I was low."}


@pytest.fixture(autouse=True)
def noise(app):
    made = making.evaluation(making.user("noise@example.org"), name="Noise")
    making.story(made, **WANTED)
    return made


@pytest.fixture
def evaluation(app):
    return making.evaluation()


@pytest.fixture
def flag(evaluation):
    """A teller who asked for somebody to get in touch."""
    making.story(evaluation, **WANTED)
    [raised] = safeguarding.open_flags(evaluation)
    return raised


def lines(evaluation):
    found = db.session.scalars(select(TrailLine).where(TrailLine.evaluation_id == evaluation.id))
    return [(line.act, line.detail) for line in found]


def contacts(story):
    return db.session.scalars(select(StoryContact.details).where(StoryContact.story_id == story.id)).all()


def test_a_teller_who_asks_for_somebody_is_due_within_a_day(evaluation, flag):
    assert (flag.raised_by, flag.settled_at) == (TELLER, None)
    assert now() < flag.due_at <= now() + safeguarding.LOOKED_AT_WITHIN
    assert safeguarding.count_open(evaluation) == 1


def test_a_story_without_a_worry_is_in_no_queue(evaluation):
    making.story(evaluation, story_before="All is well.", story_contact_wanted="no")
    assert safeguarding.open_flags(evaluation) == safeguarding.settled_flags(evaluation) == []


def test_the_one_that_is_due_first_stands_first(evaluation, flag):
    other = making.story(evaluation)
    earlier = safeguarding.raise_flag(other, PHRASES, "a phrase")
    earlier.due_at = now()
    assert safeguarding.open_flags(evaluation) == [earlier, flag]


def test_contact_details_are_erased_with_the_last_worry_of_a_story_and_no_sooner(evaluation, flag):
    second = safeguarding.raise_flag(flag.story, COORDINATOR, "He sounded low.")
    safeguarding.settle(flag, "contacted", "We spoke.")
    assert contacts(flag.story) == ["Ann, 01632 960 001"]
    safeguarding.settle(second, "no_need", "The same worry.")
    assert contacts(flag.story) == [] and flag.story.contact is None
    assert safeguarding.open_flags(evaluation) == []
    assert {each.settled_as for each in safeguarding.settled_flags(evaluation)} == {"contacted", "no_need"}


def test_settling_one_story_leaves_the_contact_details_of_others(evaluation, flag, noise):
    safeguarding.settle(flag, "contacted", "We spoke.")
    [theirs] = safeguarding.open_flags(noise)
    assert contacts(theirs.story) == ["Ann, 01632 960 001"]


def test_a_worry_is_settled_once_and_what_was_written_first_stands(evaluation, flag):
    safeguarding.settle(flag, "contacted", "We spoke.")
    with pytest.raises(AlreadySettled, match="What was written then stands"):
        safeguarding.settle(flag, "no_need", "Nothing.")
    assert (flag.settled_as, flag.note) == ("contacted", "We spoke.")


def test_a_worry_stays_when_its_story_is_taken_back_and_so_does_the_way_to_reach_its_teller(evaluation, flag):
    making.take_back(flag.story)
    [kept] = safeguarding.open_flags(evaluation)
    assert kept.story.taken_back_at and contacts(kept.story) == ["Ann, 01632 960 001"]
    safeguarding.settle(kept, "contacted", "We spoke.")
    assert contacts(kept.story) == []


def test_who_looked_is_told_the_code_and_nobody_else_and_only_while_the_worry_is_open(evaluation):
    [resident] = making.people(evaluation, code="wren-214")
    story = making.story(evaluation, way="link", resident=resident, **WANTED)
    lead, other = making.lead(evaluation), making.lead(evaluation, "second@example.org")
    [flag] = safeguarding.open_flags(evaluation)
    assert safeguarding.teller_for(flag, lead.id) is None
    safeguarding.look_up(flag, "She may be in danger.").user_id = lead.id
    assert safeguarding.teller_for(flag, lead.id) == "wren-214"
    assert safeguarding.teller_for(flag, other.id) is None
    safeguarding.settle(flag, "contacted", "We spoke.")
    assert safeguarding.teller_for(flag, lead.id) is None
    assert [look.reason for look in safeguarding.look_ups(story)] == ["She may be in danger."]
    with pytest.raises(AlreadySettled):
        safeguarding.look_up(flag, "Curious.")


def linked(flag):
    """As if the story had been told with a personal link."""
    flag.story.resident = making.people(flag.story.evaluation, code="wren-214")[0]
    db.session.commit()


def test_where_there_is_no_personal_link_nobody_is_looked_up_and_nothing_recorded(evaluation, flag):
    lead = making.lead(evaluation)
    with pytest.raises(NobodyKnown):
        safeguarding.look_up(flag, "She may be in danger.")
    assert safeguarding.look_ups(flag.story) == [] and safeguarding.teller_for(flag, lead.id) is None
    assert not safeguarding.leads_to_somebody(flag.story)
    linked(flag)
    assert safeguarding.leads_to_somebody(flag.story)


def test_a_reason_given_for_one_worry_does_not_serve_for_another_of_the_same_story(evaluation, flag):
    lead = making.lead(evaluation)
    linked(flag)
    other = safeguarding.raise_flag(flag.story, PHRASES, "a phrase")
    safeguarding.look_up(flag, "She may be in danger.").user_id = lead.id
    later = safeguarding.raise_flag(flag.story, COORDINATOR, "He sounded low.")
    told = [safeguarding.teller_for(each, lead.id) for each in (flag, other, later)]
    assert told == ["wren-214", None, None]
    # That somebody looked, and why, is seen beside each of them.
    assert [look.reason for look in safeguarding.look_ups(flag.story)] == ["She may be in danger."]


def test_only_what_a_colleague_can_have_read_or_written_can_worry_them(evaluation):
    read = making.story(evaluation, use_learning="one_year")
    unread = making.story(evaluation, use_published="one_year")
    written = making.story(evaluation, way="written_down")
    draft = making.story(evaluation, sent=False, way="written_down", use_learning="one_year")
    making.take_back(read)
    known = [safeguarding.may_be_worried_about(each) for each in (read, unread, written, draft)]
    assert known == [True, False, True, False]


def test_worries_are_found_in_their_own_evaluation_only(evaluation, flag, noise):
    assert safeguarding.get(evaluation, flag.id) == flag
    assert safeguarding.get(noise, flag.id) is None


def test_the_trail_says_what_was_done_and_holds_no_words(evaluation, flag):
    linked(flag)
    safeguarding.raise_flag(flag.story, COORDINATOR, "He sounded low.")
    safeguarding.look_up(flag, "She may be in danger.")
    safeguarding.settle(flag, "contacted", "We spoke.")
    which = f"story {flag.story_id}"
    assert [line for line in lines(evaluation) if "worry" in line[0] or "looked" in line[0]] == [
        ("raised a worry", which),
        ("raised a worry", which),
        ("looked up who told a story", which),
        ("settled a worry", f"{which}; contacted"),
    ]
    assert db.session.scalar(select(LookUp.reason)) == "She may be in danger."
