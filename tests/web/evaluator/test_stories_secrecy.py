"""Not one word of a story as it was told reaches a colleague without the duty."""

import re

import pytest

from survey.engagement import quotations, recordings, significant_changes, story_queue, themes
from survey.engagement.quotations import Wanted
from survey.engagement.significant_changes import Choice
from survey.records.base import db
from survey.records.evaluation import Grant
from survey.records.story_texts import as_told
from survey.web.evaluator import story as story_page
from tests import making
from tests.making import EVERY_USE

SOUND = b"ID3\x03\x00\x00\x00\x00\x00\x00" + b"Canary-sound" * 20
OF_STORIES = re.compile(r"^/evaluations/<int:evaluation_id>/(stories|themes|significant-change)(/|$)")
CONTACT = {"story_contact_wanted": "yes", "story_contact": "Canary-contact"}


@pytest.fixture
def evaluation(app):
    made = making.evaluation(making.user("colleague@example.org"))
    making.lead(made, "reader@example.org")
    return made


@pytest.fixture
def stories(evaluation):
    """One whose words are confirmed, one of which a part is, one that waits, one that nobody may read."""
    told = {"story_before": "Canary-before", "story_happened": "Canary-happened"}
    made = [making.story(evaluation, **told, **CONTACT, **EVERY_USE) for _ in range(3)]
    made.append(making.story(evaluation, **told, **EVERY_USE | {"use_learning": "no"}))
    for each in made:
        recordings.keep(each.id, "story_different", SOUND)
        each.recordings[0].transcript = "Canary-spoken"
    db.session.commit()
    ready, part, _waiting, unread = made
    for each in (ready, part, unread):
        making.confirmed(each, **dict.fromkeys(as_told(each), "Words of [name]."))
    part.texts.pop()
    making.db.session.commit()
    theme = themes.add(evaluation, "Neighbours", "")
    themes.tag(ready, [theme.id])
    quotations.place(ready, Wanted("story_before", "Words of", None, False))
    significant_changes.pick(ready, Choice("Two", "Because"))
    db.session.commit()
    return made


def seen(app, client, evaluation, stories):
    """Everything that the pages of stories answer, to looking and to pressing buttons."""
    values = {
        "evaluation_id": evaluation.id,
        "theme_id": themes.of(evaluation)[0].id,
        "quotation_id": quotations.of(stories[0])[0].id,
    }
    said = []
    for rule in [rule for rule in app.url_map.iter_rules() if OF_STORIES.match(rule.rule)]:
        for story in stories:
            known = values | {"story_id": story.id, "recording_id": story.recordings[0].id}
            with app.test_request_context():
                address = rule.build({name: known[name] for name in rule.arguments}, append_unknown=False)[1]
            for method in rule.methods & {"GET", "POST"}:
                said.append(client.open(address, method=method).data)
    return b"\n".join(said).decode(errors="replace")


def as_somebody(client, email):
    client.sign_in(email)
    return client


def canaries(text):
    return set(re.findall("Canary-[a-z]+", text))


def test_a_colleague_without_the_duty_gets_none(app, client, evaluation, stories):
    text = seen(app, as_somebody(client, "colleague@example.org"), evaluation, stories)
    assert canaries(text) == set() and "Words of [name]." in text


def test_nor_does_a_safeguarding_lead_who_is_not_also_a_reader(app, client, evaluation, stories):
    reader = making.user("reader@example.org")
    db.session.get(Grant, (reader.id, evaluation.id)).reads_stories = False
    db.session.commit()
    assert canaries(seen(app, as_somebody(client, reader.email), evaluation, stories)) == set()


def test_with_the_duty_they_are_there_but_never_how_to_reach_the_teller(app, client, evaluation, stories):
    """The control: the canaries can be seen at all."""
    text = seen(app, as_somebody(client, "reader@example.org"), evaluation, stories)
    assert canaries(text) == {"Canary-before", "Canary-happened", "Canary-spoken", "Canary-sound"}


def test_a_page_that_shows_words_as_told_is_found_out(app, client, evaluation, stories, monkeypatch):
    """The control: the guard taken away."""
    monkeypatch.setattr(story_page, "redacted", as_told)
    text = seen(app, as_somebody(client, "colleague@example.org"), evaluation, stories)
    assert canaries(text) == {"Canary-before", "Canary-happened", "Canary-spoken"}


def test_of_one_that_nobody_may_read_not_even_a_reader_gets_a_word(app, client, evaluation, stories):
    unread = stories[3]
    assert story_queue.get(evaluation, unread.id) is unread
    client = as_somebody(client, "reader@example.org")
    for rest in ("", "/quote", "/redact", "/worry"):
        answer = client.get(f"/evaluations/{evaluation.id}/stories/{unread.id}{rest}", follow_redirects=True)
        assert canaries(answer.text) == set() and "Words of [name]." not in answer.text
    [spoken] = unread.recordings
    for rest in ("", "/transcript"):
        where = f"/evaluations/{evaluation.id}/stories/{unread.id}/recordings/{spoken.id}{rest}"
        assert canaries(client.get(where, follow_redirects=True).data.decode(errors="replace")) == set()
