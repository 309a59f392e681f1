import pytest
from sqlalchemy import select

from survey.engagement import consents, themes
from survey.engagement.stories import MayNotBeRead
from survey.engagement.themes import SameName, Uses
from survey.questionnaires.story_ids import LEARNING
from survey.records.base import db, now
from survey.records.session import Session, SessionNote
from survey.records.story import StoryTheme
from survey.records.trail import TrailLine
from tests import making
from tests.making import EVERY_USE


@pytest.fixture
def evaluation(app):
    other = making.evaluation(making.user("noise@example.org"), name="Another")
    themes.tag(making.story(other, **EVERY_USE), [themes.add(other, "Neighbours", "").id])
    made = making.evaluation()
    db.session.commit()
    return made


def carried(story):
    return set(db.session.scalars(select(StoryTheme.theme_id).where(StoryTheme.story_id == story.id)))


def acts(evaluation):
    lines = select(TrailLine).where(TrailLine.evaluation_id == evaluation.id).order_by(TrailLine.id)
    return [(line.act, line.detail) for line in db.session.scalars(lines)]


def test_the_codebook_is_in_the_order_of_names(evaluation):
    for name in ("trust", "Neighbours", "Getting out"):
        themes.add(evaluation, name, f"About {name}")
    assert [theme.name for theme in themes.of(evaluation)] == ["Getting out", "Neighbours", "trust"]


def test_a_name_is_there_once(evaluation):
    trust, other = themes.add(evaluation, "Trust", ""), themes.add(evaluation, "Straße", "")
    for name in ("Trust", "TRUST"):
        with pytest.raises(SameName):
            themes.add(evaluation, name, "")
    with pytest.raises(SameName):
        themes.change(evaluation, other, "trust", "")
    themes.change(evaluation, trust, "trust", "Of neighbours")
    assert [(theme.name, theme.meaning) for theme in themes.of(evaluation)] == [
        ("Straße", ""),
        ("trust", "Of neighbours"),
    ]


def test_a_story_carries_the_themes_that_were_ticked(evaluation):
    story = making.story(evaluation, **EVERY_USE)
    first, second, third = (themes.add(evaluation, name, "").id for name in "abc")
    themes.tag(story, [first, second])
    assert carried(story) == {first, second}
    themes.tag(story, [second, third])
    assert carried(story) == {second, third}
    before = acts(evaluation)
    themes.tag(story, [third, second])
    assert acts(evaluation) == before
    themes.tag(story, [])
    assert carried(story) == set()


def test_another_evaluations_theme_is_not_there(evaluation):
    story = making.story(evaluation, **EVERY_USE)
    theirs = themes.add(making.evaluation(making.user("third@example.org")), "Theirs", "")
    with pytest.raises(KeyError):
        themes.tag(story, [theirs.id])
    assert themes.get(evaluation, theirs.id) is None and carried(story) == set()


def test_what_nobody_may_read_gets_no_themes(evaluation):
    story, theme = making.story(evaluation, **EVERY_USE), themes.add(evaluation, "Trust", "")
    consents.withdraw(story, LEARNING)
    with pytest.raises(MayNotBeRead):
        themes.tag(story, [theme.id])
    assert carried(story) == set()


def test_uses_are_counted_of_what_may_be_read_and_of_notes(evaluation):
    first, second = themes.add(evaluation, "Trust", ""), themes.add(evaluation, "Unused", "")
    stories = [making.story(evaluation, **EVERY_USE) for _ in range(3)]
    for story in stories:
        themes.tag(story, [first.id])
    consents.withdraw(stories[0], LEARNING)
    held = Session(evaluation_id=evaluation.id, title="Lunch", held_on=now().date())
    held.notes.append(SessionNote(theme_id=first.id, words="x"))
    db.session.add(held)
    db.session.commit()
    assert themes.uses(evaluation) == {first.id: Uses(2, 1), second.id: Uses()}


def test_a_removed_theme_leaves_stories_and_notes_where_they_are(evaluation):
    theme, story = themes.add(evaluation, "Trust", ""), making.story(evaluation, **EVERY_USE)
    themes.tag(story, [theme.id])
    held = Session(evaluation_id=evaluation.id, title="Lunch", held_on=now().date())
    held.notes.append(SessionNote(theme_id=theme.id, words="Kept"))
    db.session.add(held)
    db.session.commit()
    themes.remove(evaluation, theme)
    db.session.commit()
    db.session.expire_all()
    assert themes.of(evaluation) == [] and carried(story) == set()
    assert [(note.words, note.theme_id) for note in held.notes] == [("Kept", None)]


def test_the_trail_says_which_story_and_no_word(evaluation):
    story, theme = making.story(evaluation, **EVERY_USE), themes.add(evaluation, "Canary", "Canary")
    themes.tag(story, [theme.id])
    themes.change(evaluation, theme, "Canaries", "")
    themes.remove(evaluation, theme)
    assert acts(evaluation)[-4:] == [
        ("added a theme", ""),
        ("changed the themes of a story", f"story {story.id}"),
        ("changed a theme", ""),
        ("removed a theme", ""),
    ]
