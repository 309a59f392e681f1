"""How far it is, in words and as a bar; then the file, or what happened and what to do."""

from datetime import timedelta

import pytest

from survey.engagement import jobs
from survey.records.base import db, now
from survey.records.job import Job
from survey.records.trail import TrailLine
from survey.web.evaluator import job as page
from tests import background, making
from tests.reading import text

REFRESH = "//meta[@http-equiv='refresh']"


@pytest.fixture
def evaluation(signed_in):
    return making.evaluation()


def address(job):
    db.session.commit()
    found = f"/evaluations/{job.evaluation_id}/jobs/{job.id}"
    db.session.commit()
    return found


def bar(read):
    [found] = read.xpath("//progress")
    return found.get("value"), found.get("max")


def test_how_far_it_is_stands_in_words_and_looks_again_by_itself(signed_in, evaluation):
    job, _held = background.running(evaluation)
    read = signed_in.page(address(job))
    assert "Your made-up report is being made" in text(read)
    assert "Step 3 of 9: drawing the charts" in text(read)
    assert bar(read) == ("2", "9")
    assert read.xpath(f"{REFRESH}/@content") == ["2"]


def test_who_reads_slowly_can_stop_that_and_look_again(signed_in, evaluation):
    job, held = background.running(evaluation)
    [still] = signed_in.page(address(job)).xpath("//a[contains(., 'Stop that')]/@href")
    read = signed_in.page(still)
    assert not read.xpath(REFRESH)
    db.session.commit()
    jobs.progress(held, 4, 9, "writing")
    [again] = read.xpath("//a[.='Look again']/@href")
    assert "Step 4 of 9: writing" in text(signed_in.page(again))


def test_before_it_begins_it_waits_and_after_a_minute_says_whom_to_ask(signed_in, evaluation, monkeypatch):
    job = background.asked(evaluation)
    read = signed_in.page(address(job))
    assert "Waiting to begin" in text(read) and bar(read) == ("0", "1")
    assert "whoever runs the server" not in text(read)
    later = now() + timedelta(seconds=page.LONG + 1)
    monkeypatch.setattr(page, "now", lambda: later)
    assert "whoever runs the server" in text(signed_in.page(address(job)))


def test_when_it_is_ready_it_can_be_downloaded_and_that_is_in_the_trail(signed_in, evaluation):
    job = background.done(evaluation)
    read = signed_in.page(address(job))
    assert "Your made-up report is ready" in text(read)
    assert not read.xpath(REFRESH) and not read.xpath("//progress")
    assert "Make it again" not in text(read)
    [link] = read.xpath("//a[contains(., 'Download the made-up report')]/@href")
    response = signed_in.get(link)
    assert (response.data, response.mimetype) == (background.FILE, "application/pdf")
    assert 'filename="walking-alongside-report-internal.pdf"' in response.headers["Content-Disposition"]
    assert response.headers["Cache-Control"] == "no-store"
    line = db.session.query(TrailLine).order_by(TrailLine.id.desc()).first()
    assert line.act.startswith("downloaded what was made") and line.detail.startswith("made-up report; job ")
    assert line.user.email == "eva@example.org"


def test_before_it_is_ready_there_is_no_file(signed_in, evaluation):
    job, _held = background.running(evaluation)
    assert signed_in.get(f"{address(job)}/file").status_code == 404


def test_what_came_since_is_said_and_it_can_be_made_again(signed_in, evaluation):
    job = background.done(evaluation)
    old = address(job)
    making.answer(making.people(evaluation)[0], hope=4)
    assert "Something has changed since" in text(signed_in.page(old))
    response = signed_in.fill(old, form=0, follow=False)
    assert response.status_code == 303 and response.location != old
    assert "is being made" in text(signed_in.page(response.location))
    assert "is ready" in text(signed_in.page(old))


def test_what_failed_says_why_and_a_second_press_asks_once(signed_in, evaluation):
    job = background.failed(evaluation)
    here = address(job)
    read = signed_in.page(here)
    assert "Your made-up report could not be made" in text(read)
    assert "There is no value map yet. Make one first." in text(read)
    first, second = (signed_in.fill(here, follow=False).location for _ in range(2))
    assert first == second != here
    assert db.session.query(Job).count() == 2


def test_a_lost_sign_in_asks_for_nothing(signed_in, evaluation):
    job = background.failed(evaluation)
    here = address(job)
    response = signed_in.fill(here, csrf_token="lost")
    assert response.status_code == 422 and "press the button again" in text(response)
    assert db.session.query(Job).count() == 1


def test_other_peoples_jobs_are_not_there(signed_in, evaluation):
    theirs = making.evaluation(making.user("other@example.org"), name="Theirs")
    job = background.done(theirs)
    elsewhere = address(job)
    mixed = elsewhere.replace(f"/{job.evaluation_id}/", f"/{evaluation.id}/")
    for here in (elsewhere, mixed):
        assert signed_in.get(here).status_code == 404
        assert signed_in.get(f"{here}/file").status_code == 404
        assert signed_in.post(f"{here}/again").status_code == 404
    assert db.session.query(Job).count() == 1
