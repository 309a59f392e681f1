import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from survey.access import stories, telling
from survey.access.telling import NEVER_GIVEN, NOT_REDACTED, RELEASE, REPORT, TAKEN_BACK, MayNotBeTold
from survey.engagement import consents, quotations
from survey.engagement.quotations import LONGEST, NotTheirWords, TooLong, Wanted, standing
from survey.questionnaires.story_ids import LEARNING, PUBLISHED, QUOTED_NAMED
from survey.records.base import db
from survey.records.retelling import Quotation
from survey.records.trail import TrailLine
from tests import making
from tests.making import EVERY_USE

TOLD = "I was alone.\n\nThen [name] came, and I can’t say  how good it was."


@pytest.fixture
def evaluation(app):
    other = making.evaluation(making.user("noise@example.org"), name="Another")
    noise = making.confirmed(making.story(other, story_before=TOLD, **EVERY_USE))
    quotations.place(noise, Wanted("story_before", "I was alone.", None, False))
    made = making.evaluation()
    db.session.commit()
    return made


@pytest.fixture
def story(evaluation):
    return making.confirmed(making.story(evaluation, story_before="As told: Betty", **EVERY_USE), **REDACTED)


REDACTED = {"story_before": TOLD}


def wanted(words="I was alone.", outcome="hope", named=False, prompt="story_before"):
    return Wanted(prompt, words, outcome, named)


def test_words_are_placed_as_they_stand(story):
    placed = quotations.place(story, wanted("  Then [name]\ncame, and I can’t say how good it was.\r\n"))
    db.session.commit()
    assert placed.words == "Then [name] came, and I can’t say  how good it was."
    assert (placed.prompt, placed.outcome, placed.named) == ("story_before", "hope", False)
    assert quotations.of(story) == [placed]
    assert stories.quote(placed, REPORT).words == placed.words


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "Betty",
        "I was not alone.",
        "alone. came",
        "lone.",
        "I was al",
        "name",
        "n [nam",
        "I can",
        "t say",
    ],
)
def test_what_does_not_stand_there_is_not_theirs(story, words):
    with pytest.raises(NotTheirWords):
        quotations.place(story, wanted(words))
    assert quotations.of(story) == []


def test_words_of_another_part_are_looked_for_there_alone(evaluation):
    told = {"story_before": "Before.", "story_happened": "Happened."}
    story = making.confirmed(making.story(evaluation, **told, **EVERY_USE))
    with pytest.raises(NotTheirWords):
        quotations.place(story, wanted("Before.", prompt="story_happened"))
    with pytest.raises(NotTheirWords):
        quotations.place(story, wanted("Before.", prompt="no_such_prompt"))
    quotations.place(story, wanted("Happened.", prompt="story_happened"))


def test_a_quotation_is_a_few_sentences(evaluation):
    told = "a" * LONGEST + " b"
    story = making.confirmed(making.story(evaluation, story_before=told, **EVERY_USE))
    with pytest.raises(TooLong):
        quotations.place(story, wanted(told))
    assert len(quotations.place(story, wanted("a" * LONGEST)).words) == LONGEST


@pytest.mark.parametrize(
    ("changes", "named", "why", "purpose"),
    [
        ({"use_quoted_unnamed": "no"}, False, NEVER_GIVEN, "quoted_unnamed"),
        ({"use_quoted_named": ""}, True, NEVER_GIVEN, "quoted_named"),
        ({"use_learning": "no"}, False, NEVER_GIVEN, "learning"),
        ({"use_quoted_named": "no"}, False, None, None),
        ({"use_quoted_unnamed": "no"}, True, None, None),
        # Where it may be told beside the team's report is asked when it is told.
        ({"use_steering_group": "no", "use_published": "no"}, False, None, None),
    ],
)
def test_what_the_teller_did_not_agree_to_is_not_placed(evaluation, changes, named, why, purpose):
    story = making.confirmed(making.story(evaluation, story_before=TOLD, **{**EVERY_USE, **changes}))
    if why is None:
        assert quotations.place(story, wanted(named=named)).named is named
        return
    with pytest.raises(MayNotBeTold) as refused:
        quotations.place(story, wanted(named=named))
    assert (refused.value.decision.why, refused.value.decision.purpose) == (why, purpose)
    assert quotations.of(story) == []


def test_nothing_is_placed_before_somebody_confirmed_it_nor_after_it_was_taken_back(evaluation):
    story = making.story(evaluation, story_before=TOLD, story_happened="More.", **EVERY_USE)
    for why in (NOT_REDACTED, TAKEN_BACK):
        with pytest.raises(MayNotBeTold) as refused:
            quotations.place(story, wanted())
        assert refused.value.decision.why == why
        making.take_back(story)


def test_a_part_that_is_confirmed_can_be_quoted_before_the_rest_is(evaluation):
    story = making.confirmed(making.story(evaluation, story_before=TOLD, story_happened="More.", **EVERY_USE))
    story.texts.remove(next(text for text in story.texts if text.prompt == "story_happened"))
    db.session.commit()
    assert quotations.place(story, wanted())
    with pytest.raises(NotTheirWords):
        quotations.place(story, wanted("More.", prompt="story_happened"))


def test_where_it_may_be_told_is_decided_each_time(story):
    placed = quotations.place(story, wanted())
    assert all(quotations.decide(placed, outlet).may for outlet in quotations.OUTLETS)
    consents.withdraw(story, PUBLISHED)
    db.session.expire_all()
    said = {outlet: quotations.decide(placed, outlet) for outlet in quotations.OUTLETS}
    assert [outlet for outlet, decision in said.items() if not decision.may] == [RELEASE]
    assert said[RELEASE].purpose == PUBLISHED and telling.TEAM not in said
    consents.withdraw(story, LEARNING)
    db.session.expire_all()
    assert not quotations.decide(placed, REPORT).may and not quotations.decide(placed, RELEASE).may


def test_a_name_is_only_said_as_long_as_it_may_be(story):
    placed = quotations.place(story, wanted(named=True))
    consents.withdraw(story, QUOTED_NAMED)
    db.session.expire_all()
    assert quotations.decide(placed, REPORT).purpose == QUOTED_NAMED


def test_a_removed_one_keeps_no_words(story):
    placed = quotations.place(story, wanted())
    quotations.remove(placed)
    first = placed.removed_at
    quotations.remove(placed)
    db.session.commit()
    assert quotations.of(story) == [] and placed.words == "" and placed.removed_at == first
    assert not quotations.decide(placed, REPORT).may
    acts = [(line.act, line.detail) for line in db.session.scalars(select(TrailLine).order_by(TrailLine.id))]
    assert acts[-2:] == [
        ("placed a quotation", f"story {story.id}"),
        ("removed a quotation", f"story {story.id}"),
    ]


def test_quotations_are_found_with_their_own_story(evaluation, story):
    placed = quotations.place(story, wanted())
    other = making.confirmed(making.story(evaluation, story_before=TOLD, **EVERY_USE))
    assert quotations.get(story, placed.id) is placed and quotations.get(other, placed.id) is None
    assert quotations.get(story, 10**6) is None and quotations.of(other) == []
    assert db.session.query(Quotation).count() == 2


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("so :[ sad, then glad", "then glad", "then glad"),
        ("‘We met’, she said", "We met", "We met"),
        ("the dogs’ lead", "dogs", "dogs"),
        ("שלום עולם טוב", "עולם טוב", "עולם טוב"),
        ("family 👨‍👩‍👧 here", "family 👨‍👩‍👧", "family 👨‍👩‍👧"),
        ("family 👨‍👩‍👧 here", "family 👨", None),
        ("family 👨‍👩‍👧 here", "👧 here", None),
        ("fine 👍🏽", "fine 👍", None),
        ("cafe\u0301", "cafe", None),
        ("on and on", "on", "on"),
        ("upon it, on it", "on it", "on it"),
    ],
)
def test_words_are_whole(text, words, found):
    assert standing(words, text) == found


LETTERS = st.text("ab [].’é\u0301👍🏽\u200d\n\t\u200fש", max_size=20)


@settings(deadline=None)
@given(LETTERS, LETTERS)
def test_what_is_found_stands_in_the_text_as_it_is(text, words):
    found = standing(words, text)
    if found is not None:
        assert found in text and found == found.strip()
        assert "".join(found.split()).replace("\u200f", "").replace("\u200d", "") == "".join(
            words.split()
        ).replace("\u200f", "").replace("\u200d", "")
