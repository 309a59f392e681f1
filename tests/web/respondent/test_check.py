from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from survey.engagement import responses, waves
from survey.questionnaires.answers import PREFER_NOT_TO_SAY, Answer
from survey.records.base import db
from survey.records.change import ChangeRow
from survey.records.response import Response
from survey.records.trail import TrailLine
from tests.reading import text
from tests.web.respondent import answering


@pytest.fixture
def filled(resident):
    return answering.draft(
        resident, {"control": 4, "control_then": 2, "hope": Answer("hope", PREFER_NOT_TO_SAY)}
    )


def text_of(elements):
    return " ".join(" ".join(each.text_content() for each in elements).split())


def sendings():
    db.session.rollback()
    db.session.expire_all()
    return (
        [each.reference for each in db.session.query(Response) if each.submitted_at],
        db.session.query(TrailLine).filter_by(act="answers sent").count(),
        db.session.query(ChangeRow).filter_by(outcome="control").count(),
    )


def test_every_answer_is_given_back_in_words_with_a_way_to_change_it(client, home, filled):
    page = client.page(f"{home}/check")
    rows = {row.xpath("string(dt)"): text_of(row.xpath("dd")) for row in page.xpath("//dl/div")}
    said = "Now: Very much in control Before: A little in control Change Feeling in control"
    assert rows["Feeling in control"] == said
    assert "Now: Prefer not to say Before: No answer" in rows["Hope for the future"]
    assert "No answer" in rows["Did anyone help you answer?"]
    links = page.xpath("//dl//a/@href")
    assert len(links) == 10 and links[0] == f"{home}/control?back=check"
    assert page.xpath("//dl//a/span[@class='govuk-visually-hidden']")


def test_in_waves_each_answer_stands_under_its_question(client):
    resident = answering.evaluation_with_one("waves")
    answering.draft(resident, {"control": 4})
    words = text(client.page(f"{answering.home(resident)}/check"))
    assert "How much do you feel in control of your life? Very much in control Change" in words


def test_what_is_not_answered_yet_comes_first(client, resident, home):
    response = answering.draft(resident, {"control": 4}, skip_rest=False)
    assert client.get(f"{home}/check").location == f"{home}/control"
    sent = client.post(f"{home}/check", data={"submission_key": response.submission_key})
    assert sent.location == f"{home}/control"
    assert sendings() == ([], 0, 0)


def test_sending_leads_to_the_thank_you_page(client, home, filled):
    response = client.fill(f"{home}/check", follow=False)
    assert (response.status_code, response.location) == (303, f"{home}/thank-you")
    references, notes, changes = sendings()
    assert (len(references), notes, changes) == (1, 1, 1)
    assert references[0] in text(client.page(f"{home}/thank-you"))


def test_sending_again_by_any_way_counts_once_and_shows_the_same_reference(app, client, home, filled):
    key = filled.submission_key
    other_tab = app.test_client()
    other_tab.get(f"{home}/check")
    client.fill(f"{home}/check")
    first = sendings()
    for again in (client, other_tab):
        sent = again.post(f"{home}/check", data={"submission_key": key})
        assert sent.location == f"{home}/thank-you"
        assert first[0][0] in text(again.page(sent.location))
    assert client.get(f"{home}/check").location == home
    assert first[0][0] in text(client.page(home))
    assert sendings() == first


def test_two_presses_at_the_same_moment_count_once(app, home, filled):
    key, together = filled.submission_key, Barrier(2, timeout=10)
    db.session.rollback()

    def press(_):
        client = app.test_client()
        together.wait()
        sent = client.post(f"{home}/check", data={"submission_key": key})
        return sent.status_code, text(client.get(sent.location))

    with ThreadPoolExecutor(2) as pool:
        replies = list(pool.map(press, range(2)))
    references, notes, changes = sendings()
    assert (len(references), notes, changes) == (1, 1, 1)
    assert [status for status, _ in replies] == [303, 303]
    assert all(references[0] in words for _, words in replies)


@pytest.mark.parametrize("data", [{}, {"submission_key": "forged"}])
def test_a_form_without_its_key_sends_nothing(client, home, filled, data):
    assert client.post(f"{home}/check", data=data).location == f"{home}/check"
    assert sendings() == ([], 0, 0)


def test_without_its_key_nothing_is_remembered_after_sending(app, client, home, filled):
    client.fill(f"{home}/check")
    stranger = app.test_client().post(f"{home}/check")
    assert stranger.status_code == 409 and "already sent" in text(stranger)
    assert "Set-Cookie" not in stranger.headers


def test_a_wave_that_closed_meanwhile_takes_nothing(client, resident, home, filled):
    waves.close_wave(resident.evaluation, filled.wave)
    db.session.commit()
    response = client.post(f"{home}/check", data={"submission_key": filled.submission_key})
    assert response.status_code == 409
    assert "closed before your answers were sent" in text(response)
    assert sendings() == ([], 0, 0)


def test_the_key_of_the_last_wave_does_not_send_the_next(client):
    resident = answering.evaluation_with_one("waves")
    home, first = answering.home(resident), answering.draft(resident, {"control": 2})
    responses.submit(first)
    answering.open_next_wave(resident)
    draft = answering.draft(resident, {"control": 5})
    client.post(f"{home}/check", data={"submission_key": first.submission_key})
    db.session.refresh(draft)
    assert draft.submitted_at is None


def test_who_is_signed_in_on_the_phone_is_not_written_down_as_the_sender(signed_in, home, filled):
    signed_in.fill(f"{home}/check")
    assert db.session.query(TrailLine).filter_by(act="answers sent").one().user_id is None


def test_before_the_start_there_is_nothing_to_check(client, home):
    assert client.get(f"{home}/check").location == home
    assert client.post(f"{home}/check").location == home
