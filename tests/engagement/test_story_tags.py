from survey.engagement import story_tags
from survey.engagement.story_tags import About
from tests import making
from tests.making import EVERY_USE


def test_what_was_ticked_is_read_and_no_word(app):
    evaluation = making.evaluation()
    story = making.story(
        evaluation,
        story_before="A word",
        story_about=["hope", "something_else"],
        hope_direction="worse",
        control_direction="better",
        triad_who="me_people",
        triad_about="does_not_apply",
        **EVERY_USE,
    )
    making.story(evaluation, story_about=["control"], control_direction="same", **EVERY_USE)
    tags = story_tags.of(story)
    assert tags["triad_who"] == ("me_people",) and tags["triad_about"] == ("does_not_apply",)
    assert set(story_tags.about(tags)) == {About("hope", "worse"), About("something_else", "")}
    assert "story_before" not in tags and "use_learning" not in tags
    assert story_tags.of_evaluation(evaluation)[story.id] == tags


def test_what_was_left_out_and_what_is_a_draft_or_elsewhere_has_no_tags(app):
    evaluation = making.evaluation()
    other = making.evaluation(making.user("noise@example.org"))
    making.story(other, story_about=["hope"], **EVERY_USE)
    draft = making.story(evaluation, sent=False, story_about=["hope"])
    silent = making.story(evaluation, **EVERY_USE)
    assert story_tags.about(story_tags.of(silent)) == () and story_tags.of(draft) == {}
    assert {
        id for id, tags in story_tags.of_evaluation(evaluation).items() if story_tags.about(tags)
    } == set()
