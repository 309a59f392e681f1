from survey.questionnaires import story_ids
from survey.questionnaires.story_composing import compose_story


def test_names_of_questions_are_those_that_are_asked():
    asked = {question.id for question in compose_story(()).questions}
    named = {
        *story_ids.PROMPTS,
        *story_ids.TRIADS,
        story_ids.ABOUT,
        story_ids.CONTACT_WANTED,
        story_ids.CONTACT,
        story_ids.NAMED_AS,
        *map(story_ids.use_of, story_ids.PURPOSES),
    }
    assert asked == named


def test_names_live_for_ever():
    assert story_ids.direction_of("hope") == "hope_direction"
    assert story_ids.use_of("learning") == "use_learning"
    assert story_ids.PROMPTS == ("story_before", "story_happened", "story_different", "story_tell_people")
    assert story_ids.PURPOSES == (
        "learning",
        "quoted_unnamed",
        "quoted_named",
        "steering_group",
        "published",
    )
    assert story_ids.YEARS == {"one_year": 1, "three_years": 3}
    assert set(story_ids.DIRECTIONS) == {"worse", "same", "up_and_down", "better"}
