import pytest

from survey.engagement.case_studies import Described
from survey.web.evaluator.case_study_form import CaseStudyForm
from survey.web.evaluator.story_words import asked
from tests import making
from tests.making import EVERY_USE

TOLD = {
    "story_before": "I was low.",
    "story_different": "I go out.",
    "story_about": ["hope", "something_else"],
}


@pytest.fixture
def story(app):
    return making.confirmed(making.story(making.evaluation(), **TOLD, **EVERY_USE))


def form(app, story, known=None, **typed):
    with app.test_request_context(method="POST", data=typed):
        return CaseStudyForm(story, asked(story.evaluation), known)


def blank(app, story, known=None):
    with app.test_request_context():
        return CaseStudyForm(story, asked(story.evaluation), known)


def test_a_new_one_shows_all_of_the_story_and_the_tellers_tags(app, story):
    made = blank(app, story)
    assert made.prompts.data == ["story_before", "story_different"]
    assert made.outcomes.choices[0][0] == "hope" and "hope" in made.outcomes.data
    assert "something_else" not in dict(made.outcomes.choices)


def test_one_that_is_known_comes_back_as_it_was_saved(app, story):
    partner = making.partner(story.evaluation)
    known = Described(
        "agency", "Fewer visits", ("story_different",), "A man.", "He came less.", ("hope",), (partner,), True
    )
    made = blank(app, story, known)
    assert made.described() == known


def test_what_is_not_offered_is_left_out(app, story):
    other = making.partner(making.evaluation(making.user("noise@example.org")))
    typed = {
        "prompts": ["story_happened", "story_before"],
        "outcomes": ["nonsense"],
        "partners": [str(other.id)],
    }
    said = form(app, story, **typed).described()
    assert (said.prompts, said.outcomes, said.partners) == (("story_before",), (), ())
