import pytest

from survey.analysis.wording import number
from survey.engagement import evaluations, outcomes, partners
from survey.questionnaires.partners import PARTNER_KINDS
from survey.records.evaluation import THEN_AND_NOW
from survey.web.evaluator.asked import asked, asked_of_partners, asked_of_tellers, minutes
from tests import making


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(59, "under a minute"), (60, "about a minute"), (100, "about two minutes"), (720, "about 12 minutes")],
)
def test_time_is_said_roughly(seconds, said):
    assert minutes(seconds) == said


def test_each_level_is_counted_with_every_question_it_meets(app):
    one, two = asked(making.evaluation(opened=False))
    assert (one.name, one.outcomes, one.length) == ("Level 1", 3, "four questions, under a minute")
    assert (two.name, two.outcomes, two.length) == ("Level 2", 8, "13 questions, about three minutes")
    assert two.digest == ""


def test_thinking_back_takes_longer_on_the_same_page(app):
    one, two = asked(making.evaluation(opened=False, before=THEN_AND_NOW))
    assert one.length == "four questions, under a minute"
    assert two.length == "13 questions, about three minutes"


def test_one_question_is_one(app):
    made = making.evaluation(opened=False)
    for question in outcomes.questions(made, "one"):
        outcomes.set_level(made, question.id, "one", asked=False)
    assert asked(made)[0].length == "one question, under a minute"


def test_once_open_it_is_what_was_opened(app):
    made = making.evaluation()
    _, two = asked(made)
    assert evaluations.opened(made)["two"].digest.startswith(two.digest)
    assert len(two.digest) == 8


def test_each_kind_of_partner_is_asked_more_where_it_saw_more(app):
    made = making.evaluation()
    kinds = asked_of_partners(made)
    assert [each.audience for each in kinds] == list(PARTNER_KINDS)
    assert [each.name for each in kinds] == list(PARTNER_KINDS.values())
    for each in kinds:
        pages = each.questionnaire.pages
        least = [page for page in pages if any(question.show_if is None for question in page.questions)]
        assert 0 < len(least) < len(pages)
        assert each.reach.startswith(f"from {number(len(least))} pages (")
        assert f" to {number(len(pages))} pages (" in each.reach
        assert each.digest == ""


def test_once_opened_partners_are_asked_what_was_opened(app):
    made = making.evaluation()
    partners.open_asking(made)
    for each in asked_of_partners(made):
        assert len(each.digest) == 8
        assert partners.opened(made)[each.audience].digest.startswith(each.digest)


def test_tellers_are_asked_more_where_a_story_is_about_more(app):
    made = making.evaluation()
    shown = asked_of_tellers(made)
    assert (shown.audience, shown.name, shown.digest) == ("story", "those who tell a story", "")
    assert len(shown.questionnaire.pages) > len(outcomes.questions(made))
    assert shown.reach.startswith("from ")
    making.story(made)
    assert len(asked_of_tellers(made).digest) == 8
