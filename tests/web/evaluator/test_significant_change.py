import pytest

from survey.engagement import consents, significant_changes
from survey.engagement.significant_changes import Choice
from survey.questionnaires.story_ids import LEARNING
from survey.records.base import db, now
from tests import making
from tests.making import EVERY_USE
from tests.reading import text

GIVEN = {"panel": "Two <b>coordinators</b>", "reasons": "It shows\nhow neighbours came."}


@pytest.fixture
def evaluation(signed_in, evaluator):
    other = making.evaluation(making.user("noise@example.org"))
    making.lead(other, "noise@example.org")
    significant_changes.pick(ready(other), Choice("Noise", "Noise"))
    made = making.evaluation(evaluator)
    making.lead(made, "lead@example.org")
    return made


def ready(evaluation, **given):
    return making.confirmed(making.story(evaluation, story_before="Canary", **given, **EVERY_USE))


def address(evaluation):
    return f"/evaluations/{evaluation.id}/significant-change"


def kept(evaluation):
    db.session.expire_all()
    return [(each.story_id, each.panel, each.reasons) for each in significant_changes.of(evaluation)]


def shown(page):
    return [" ".join(each.text_content().split()) for each in page.xpath("//main//dd")]


def test_before_a_story_is_ready_nothing_can_be_picked(signed_in, evaluation):
    making.story(evaluation, story_before="Canary", **EVERY_USE)
    page = signed_in.page(address(evaluation))
    assert "No story has been picked yet." in text(page) and "No story is ready yet" in text(page)
    assert not page.xpath("//main//form")


def test_a_panel_picks_a_story_and_says_why(signed_in, evaluation):
    story = ready(evaluation, story_about=["hope"], hope_direction="better")
    page = signed_in.page(address(evaluation))
    day = now().strftime("%-d %b %Y")
    assert page.xpath("//option/text()")[1:] == [
        f"Story {story.id}, told on {day} (Hope for the future: got better)"
    ]
    response = signed_in.fill(address(evaluation), story=str(story.id), **GIVEN)
    assert "The panel’s choice is kept." in text(response)
    assert kept(evaluation) == [(story.id, *GIVEN.values())]
    assert shown(signed_in.page(address(evaluation)))[:3] == [
        f"Story {story.id}",
        "Two <b>coordinators</b>",
        "It shows how neighbours came.",
    ]
    assert "<b>coord" not in response.text and "Canary" not in response.text


def test_the_newest_stands_and_earlier_choices_stay_to_be_seen(signed_in, evaluation):
    first, second = ready(evaluation), ready(evaluation)
    for story in (first, second):
        signed_in.fill(address(evaluation), story=str(story.id), **GIVEN)
    page = signed_in.page(address(evaluation))
    assert [each.text for each in page.xpath("//h2")][:2] == ["The choice that stands", "Earlier choices"]
    assert shown(page)[::4] == [f"Story {second.id}", f"Story {first.id}"]
    assert shown(page)[3].endswith("by Eva")


def test_reasons_are_not_shown_once_nobody_may_read_the_story(signed_in, evaluation):
    story = ready(evaluation)
    signed_in.fill(address(evaluation), story=str(story.id), **GIVEN)
    consents.withdraw(story, LEARNING)
    db.session.commit()
    page = signed_in.page(address(evaluation))
    assert "neighbours came" not in text(page)
    assert shown(page)[2].startswith("Not shown, as nobody may read the story now. Consent to the team")
    making.take_back(story)
    assert "No story has been picked yet." in text(signed_in.page(address(evaluation)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"story": ""}, "Choose the story that the panel picked."),
        ({"story": "999"}, "Choose the story that the panel picked."),
        ({"story": "x"}, "Choose the story that the panel picked."),
        ({"panel": " "}, "Write who sat on the panel."),
        ({"reasons": ""}, "Write the panel’s reasons."),
        ({"reasons": "x" * 2001}, "the most is 2,000 characters"),
        ({"csrf_token": "stale"}, "press the button again"),
    ],
)
def test_a_problem_is_named_and_what_was_typed_stays(signed_in, evaluation, changes, said):
    story = ready(evaluation)
    response = signed_in.fill(address(evaluation), **{"story": str(story.id), **GIVEN, **changes})
    assert response.status_code == 422 and said in text(response)
    assert ("coordinators" in response.text or "panel" in changes) and kept(evaluation) == []


def test_a_story_that_is_no_longer_ready_is_refused_and_nothing_typed_is_lost(signed_in, evaluation):
    story = ready(evaluation)
    page = signed_in.page(address(evaluation))
    sent = {**dict(page.forms[-1].form_values()), **GIVEN, "story": str(story.id)}
    consents.withdraw(story, LEARNING)
    db.session.commit()
    response = signed_in.post(address(evaluation), data=sent)
    assert response.status_code == 422 and "how neighbours came." in response.text
    assert kept(evaluation) == []


def test_a_second_press_keeps_one(signed_in, evaluation):
    for story in (ready(evaluation), ready(evaluation)):
        signed_in.fill(address(evaluation), story=str(story.id), once="a" * 32, **GIVEN)
    assert len(kept(evaluation)) == 1


def test_other_evaluations_are_not_found(signed_in, evaluation):
    theirs = making.evaluation(making.user("noise@example.org"))
    assert signed_in.get(address(theirs)).status_code == signed_in.post(address(theirs)).status_code == 404
