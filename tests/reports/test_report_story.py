from survey.reports.report_glance import glance
from survey.reports.report_story import story_of_change
from tests.reports import report_worlds, story_worlds, value_worlds


def test_the_story_goes_from_what_was_put_in_to_what_it_is_worth(app):
    made = value_worlds.world(activities="Coordinators walked alongside.", scope="Level 2, one year.")
    draft = report_worlds.draft(made)
    said = report_worlds.words(story_of_change(draft))
    order = ["Level 2, one year.", "£1,000", "walked alongside", "More in control.", draft.value.headline]
    assert sorted(order, key=said.index) == order
    assert "There is no quotation" in said
    # What was put in is the figure of the first chapter, under its number.
    first = glance(draft, draft.value.results).rows[0][1]
    assert first.striptags() == "£1,000 [1]" and "£1,000 [1], by" in said


def test_words_of_tellers_stand_there_as_they_may_be_told(app):
    made = value_worlds.world(level=None)
    story_worlds.quote(story_worlds.told(made.evaluation))
    chapter = story_of_change(report_worlds.draft(made))
    [quotes] = (block for block in chapter.blocks if block.name == "quotes")
    assert quotes.quotes[0].paragraphs == ((story_worlds.WORDS, "ltr"),)
