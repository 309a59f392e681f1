import pytest
from lxml import html
from sqlalchemy import select

from survey.engagement import quotations, redactions
from survey.engagement.quotations import Wanted
from survey.records.base import db
from survey.records.evaluation import Grant
from survey.records.story_texts import redacted
from survey.records.trail import TrailLine
from tests import making
from tests.making import EVERY_USE
from tests.reading import dict_of_lists, text

TOLD = {"story_before": "I met Mary in Leeds.", "story_different": "Mary and I hope."}


@pytest.fixture
def evaluation(signed_in, evaluator):
    made = making.evaluation(evaluator)
    making.lead(made, evaluator.email)
    return made


@pytest.fixture
def story(evaluation):
    return making.story(evaluation, **TOLD, **EVERY_USE)


def address(story):
    return f"/evaluations/{story.evaluation_id}/stories/{story.id}/redact"


def acts(act):
    db.session.rollback()
    return [line.detail for line in db.session.scalars(select(TrailLine).where(TrailLine.act == act))]


def press(client, response, button, **fields):
    """Press a button of the page that came back, with all that its form holds."""
    [form] = [each for each in html.fromstring(response.text).forms if "/sign-out" not in (each.action or "")]
    sent = dict_of_lists(form.form_values()) | {name: [value] for name, value in fields.items()}
    return client.post(response.request.path, data=sent | {button: ["yes"]}, follow_redirects=True)


def rows(page):
    """The words of each suggestion, and whether it is ticked."""
    ticks = page.xpath("//input[@name='take']")
    return {page.xpath(f"string(//label[@for='{tick.get('id')}'])"): tick.checked for tick in ticks}


def test_words_as_told_with_suggestions_marked_and_ticked(signed_in, story):
    page = signed_in.page(address(story))
    assert page.xpath("//mark/text()") == ["Mary", "Leeds", "Mary"]
    assert rows(page) == {"Mary": True, "Leeds": True}
    assert page.xpath("string(//div[@class='app-story'])") == "I met Mary in Leeds."
    assert "name, two times" in text(page)
    assert acts("read a story as told") == [f"story {story.id}"]


def test_nothing_is_kept_before_a_person_confirms_what_they_saw(signed_in, story):
    shown = signed_in.fill(address(story), button=("show", "yes"))
    parts = html.fromstring(shown.text).xpath("//div[@class='app-story']")
    assert parts[0].text_content() == "I met [name] in [place]."
    assert "Three parts of it are taken out. It is not confirmed yet." in text(shown)
    assert redacted(story) == {}
    done = press(signed_in, shown, "confirm")
    assert "The story is confirmed." in text(done)
    assert redacted(story) == {
        "story_before": "I met [name] in [place].",
        "story_different": "[name] and I hope.",
    }
    assert acts("redacted a story") == [f"story {story.id}"]


def test_words_that_come_back_without_a_token_leave_a_line_too(signed_in, story):
    reply = signed_in.post(address(story), data={"words-0": "Typed by hand"})
    assert reply.status_code == 422
    assert "We lost touch" in text(reply) and "Typed by hand" in reply.text
    assert "I met Mary in Leeds." in html.fromstring(reply.text).text_content()
    assert acts("read a story as told") == [f"story {story.id}"]


def test_confirming_without_having_seen_the_result_shows_it_first(signed_in, story):
    response = signed_in.fill(address(story), button=("confirm", "yes"))
    assert "It is not confirmed yet." in text(response)
    assert redacted(story) == {}


def test_what_is_not_ticked_stays_and_brackets_are_as_chosen(signed_in, story):
    mary, leeds = (row.key for row in redactions.rows(story))
    shown = signed_in.fill(
        address(story), button=("show", "yes"), take=[mary], **{f"bracket-{mary}": "other"}
    )
    press(signed_in, shown, "confirm")
    assert redacted(story)["story_before"] == "I met [other] in Leeds."


def test_other_words_go_wherever_they_stand(signed_in, story):
    typed = {"words-0": " HOPE ", "words-bracket-0": "other"}
    shown = signed_in.fill(address(story), button=("show", "yes"), **typed)
    press(signed_in, shown, "confirm")
    assert redacted(story)["story_different"] == "[name] and I [other]."


def test_words_that_stand_nowhere_are_said_and_nothing_is_lost(signed_in, story):
    mary, _ = (row.key for row in redactions.rows(story))
    typed = {"words-0": "hope", "words-1": "Yörk <b>", "words-bracket-1": "place", "take": [mary]}
    response = signed_in.fill(address(story), button=("show", "yes"), **typed)
    assert response.status_code == 422
    assert "These words do not stand in the story." in text(response)
    assert html.fromstring(response.text).xpath("//a[@href='#words-1']")
    page = html.fromstring(response.text)
    assert page.xpath("//input[@id='words-0']/@value") == ["hope"]
    assert page.xpath("//input[@id='words-1']/@value") == ["Yörk <b>"]
    assert page.xpath("//select[@name='words-bracket-1']/option[@selected]/@value") == ["place"]
    assert rows(page) == {"Mary": True, "Leeds": False}


def test_one_can_go_back_from_the_result_with_everything_as_it_was(signed_in, story):
    _, leeds = (row.key for row in redactions.rows(story))
    typed = {"words-0": "hope", "words-bracket-0": "date", "take": [leeds]}
    shown = signed_in.fill(address(story), button=("show", "yes"), **typed)
    page = html.fromstring(press(signed_in, shown, "change").text)
    assert rows(page) == {"Mary": False, "Leeds": True}
    assert page.xpath("//input[@id='words-0']/@value") == ["hope"]
    assert page.xpath("//select[@name='words-bracket-0']/option[@selected]/@value") == ["date"]


def test_there_are_always_lines_for_more_words(signed_in, story):
    typed = {f"words-{number}": "hope" for number in range(3)}
    page = html.fromstring(signed_in.fill(address(story), button=("more", "yes"), **typed).text)
    lines = page.xpath("//input[starts-with(@id, 'words-')]/@value")
    assert lines == ["hope"] * 3 + [""] * 3


def test_a_lost_token_loses_nothing(signed_in, story):
    response = signed_in.fill(
        address(story), button=("show", "yes"), csrf_token="stale", take=[], **{"words-0": "hope"}
    )
    assert response.status_code == 422
    assert "press the button again" in text(response)
    page = html.fromstring(response.text)
    assert page.xpath("//input[@id='words-0']/@value") == ["hope"]
    assert rows(page) == {"Mary": False, "Leeds": False}


@pytest.mark.parametrize("button", ["show", "confirm"])
def test_words_that_changed_meanwhile_are_shown_again(signed_in, story, button):
    shown = signed_in.fill(address(story), button=("show", "yes"), **{"words-0": "hope"})
    making.recording(story, transcript="And Brian.")
    response = press(signed_in, shown, button)
    assert "The story has changed since this page was shown to you" in text(response)
    page = html.fromstring(response.text)
    assert rows(page) == {"Mary": True, "Leeds": True, "Brian": True}
    assert page.xpath("//input[@id='words-0']/@value") == ["hope"]
    assert redacted(story) == {}
    # The new words are on the page, so the trail says that they were read.
    assert len(acts("read a story as told")) == 2


def test_what_was_confirmed_is_shown_when_it_is_opened_again(signed_in, story):
    mary, _ = (row.key for row in redactions.rows(story))
    press(signed_in, signed_in.fill(address(story), button=("show", "yes"), take=[mary]), "confirm")
    page = signed_in.page(address(story))
    assert rows(page) == {"Mary": True, "Leeds": False}
    assert "taken out before" in text(page)


def test_quotations_whose_words_no_longer_stand_are_spoken_of(signed_in, story):
    making.confirmed(story)
    quotations.place(story, Wanted("story_before", "I met Mary in Leeds.", None, False))
    db.session.commit()
    done = press(signed_in, signed_in.fill(address(story), button=("show", "yes")), "show")
    assert redacted(story)["story_before"] == "I met Mary in Leeds."
    mary = next(row.key for row in redactions.rows(story) if row.words == "Mary")
    done = press(signed_in, signed_in.fill(address(story), button=("show", "yes"), take=[mary]), "confirm")
    assert "One quotation no longer stands in it" in text(done)


def test_a_story_that_may_not_be_read_is_not_shown(signed_in, evaluation):
    closed = making.story(evaluation, story_before="CANARY Mary.")
    response = signed_in.get(address(closed), follow_redirects=True)
    assert "CANARY" not in response.text
    assert "Nobody may read this story." in text(response)
    assert signed_in.post(address(closed)).status_code == 303
    assert acts("read a story as told") == []


def test_a_draft_is_not_there(signed_in, evaluation):
    draft = making.story(evaluation, sent=False, story_before="CANARY", **EVERY_USE)
    assert signed_in.get(address(draft)).status_code == 404


def test_a_colleague_without_the_duty_finds_nothing(signed_in, evaluator, story):
    db.session.get(Grant, (evaluator.id, story.evaluation_id)).reads_stories = False
    db.session.commit()
    assert signed_in.get(address(story)).status_code == 404
    assert signed_in.post(address(story)).status_code == 404


def test_a_story_of_another_evaluation_is_not_there(signed_in, evaluation):
    other = making.evaluation(making.user("other@example.org"), name="Another")
    theirs = making.story(other, **TOLD, **EVERY_USE)
    assert signed_in.get(f"/evaluations/{evaluation.id}/stories/{theirs.id}/redact").status_code == 404


def test_hostile_words_come_out_as_words(signed_in, evaluation):
    payload = "Then <script>alert(1)</script> \u202e Mary <img src=x onerror=alert(1)> came."
    story = making.story(evaluation, story_before=payload, **EVERY_USE)
    page = signed_in.page(address(story))
    assert not page.xpath("//script | //main//img")
    assert "<script>alert(1)</script>" in text(page)
    shown = signed_in.fill(address(story), button=("show", "yes"))
    assert not html.fromstring(shown.text).xpath("//script | //main//img")


def test_a_story_without_words_says_so(signed_in, evaluation):
    story = making.story(evaluation, **EVERY_USE)
    page = signed_in.page(address(story))
    assert "There are no words to confirm." in text(page)
    assert not page.xpath("//button[@name='show']")


def test_a_recording_that_is_not_typed_up_is_pointed_out(signed_in, story):
    making.recording(story, "story_happened")
    assert "The recording of “What happened” is not typed up yet." in text(signed_in.page(address(story)))
