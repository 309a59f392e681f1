from datetime import timedelta

import pytest

from survey.commands import example_retelling
from survey.commands.made_up_stories import MadeUp
from survey.commands.made_up_telling import BEFORE
from survey.engagement import case_studies, quotations, recordings, significant_changes
from survey.records.base import db
from survey.records.story import Recording
from survey.records.story_texts import redacted
from tests import making

NOW = "I see people three days in the week now. Ada has a key and I have theirs."
QUOTED = NOW.replace("Ada", "[name]")
WORDS = {
    "story_before": ["I mend chairs for Ada in Elm Road."],
    "story_different": [f"{NOW} It is too early to say."],
    "story_about": ["isolation"],
    "use_learning": ["three_years"],
    "use_quoted_unnamed": ["three_years"],
}
MADE_UP = MadeUp(WORDS, (("Ada", "name"), ("Elm Road", "place")))


@pytest.fixture
def owner(app):
    return making.user()


@pytest.fixture
def story(owner):
    evaluation = making.evaluation()
    making.partner(evaluation, "police", "Made-up police team")
    return making.story(
        evaluation, **{name: said if name == "story_about" else said[0] for name, said in WORDS.items()}
    )


@pytest.fixture
def read(story, owner):
    example_retelling.read(story, MADE_UP, owner, example_retelling.codebook(story.evaluation))
    db.session.commit()
    return story


def test_names_and_places_are_taken_out_and_themes_are_seen(read):
    assert redacted(read) == {
        "story_before": "I mend chairs for [name] in [place].",
        "story_different": f"{QUOTED} It is too early to say.",
    }
    assert {theme.name for theme in read.themes} == {"Neighbours", "Having something to give"}


def test_a_story_that_nobody_may_learn_from_is_not_read(story, owner):
    unread = MadeUp({**WORDS, "use_learning": ["no"]}, ())
    example_retelling.read(story, unread, owner, {})
    assert story.texts == []


def test_what_speaks_of_an_outcome_is_quoted_beside_it_and_once(read, owner):
    other = making.story(
        read.evaluation,
        story_before=BEFORE["isolation"][1],
        story_different=NOW,
        story_about=["isolation"],
        use_learning="three_years",
        use_quoted_unnamed="three_years",
        use_quoted_named="three_years",
        story_named_as="Made-up May",
    )
    example_retelling.read(other, MADE_UP, owner, {theme.name: theme for theme in read.themes})
    example_retelling.quote([(read, MADE_UP), (other, MADE_UP)], owner, named=other)
    [now], [before] = quotations.of(read), quotations.of(other)
    assert (now.words, now.outcome, now.named, now.placed_by) == (QUOTED, "isolation", False, owner)
    assert (before.words, before.outcome, before.named) == (BEFORE["isolation"][1], "isolation", True)


def test_the_panels_reasons_and_the_case_studies_are_called_made_up(read, owner):
    example_retelling.pick(read, owner)
    [picked] = significant_changes.of(read.evaluation)
    assert picked.reasons.startswith("Made up: ") and picked.chosen_by == owner
    for kind in ("journey", "agency"):
        example_retelling.case_study(read, MADE_UP, owner, kind)
    journey, agency = case_studies.of(read.evaluation)
    assert (journey.kind, journey.agency_view, journey.partners) == ("journey", "", [])
    assert agency.agency_view.startswith("Made up: ") and len(agency.partners) == 1


def test_what_was_spoken_is_a_tone_that_a_browser_can_play(read):
    example_retelling.speak(read)
    db.session.commit()
    [recording] = db.session.scalars(db.select(Recording))
    assert recording.media_type == "audio/wav"
    assert recordings.open(recording)[:4] == b"RIFF"
    assert recording.added_at - read.began_at < timedelta(minutes=1)


def test_every_theme_can_be_seen_in_something():
    assert example_retelling.THEMES.keys() == example_retelling.SEEN_IN.keys()
