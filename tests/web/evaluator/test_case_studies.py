"""The list says what may be told today and why not; papers leave a line in the trail."""

import subprocess

import pytest
from sqlalchemy import select

from survey.engagement import case_studies, consents, telling
from survey.questionnaires.story_ids import STEERING_GROUP
from survey.records.base import db
from survey.records.trail import TrailLine
from survey.web.evaluator.case_studies import so_far
from tests import making
from tests.reading import text
from tests.reports.case_study_worlds import case_study, told


@pytest.fixture
def evaluation(signed_in, evaluator):
    noise = making.evaluation(making.user("noise@example.org"), name="Noise")
    making.lead(noise, "noise@example.org")
    telling.open_telling(noise)
    case_study(noise, title="Noise")
    return making.evaluation(evaluator)


def address(evaluation, rest=""):
    return f"/evaluations/{evaluation.id}/case-studies{rest}"


def withdrawn(evaluation, **known):
    made = case_study(evaluation, told(evaluation, "canary"), **known)
    consents.withdraw(made.story, STEERING_GROUP)
    db.session.commit()
    return made


def said_on(response, tmp_path):
    assert response.mimetype == "application/pdf" and response.headers["Cache-Control"] == "no-store"
    (tmp_path / "paper.pdf").write_bytes(response.data)
    command = ["pdftotext", "-layout", tmp_path / "paper.pdf", "-"]
    return " ".join(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def lines(evaluation):
    query = select(TrailLine.act, TrailLine.detail).where(TrailLine.evaluation_id == evaluation.id)
    return [tuple(line) for line in db.session.execute(query.order_by(TrailLine.id))]


def test_the_list_says_of_each_whether_it_may_be_in_a_pack_and_why_not(signed_in, evaluation):
    assert "No case study has been made yet." in text(signed_in.page(address(evaluation)))
    case_study(evaluation, title="<b>Told</b>")
    withdrawn(evaluation, title="Withdrawn")
    response = signed_in.get(address(evaluation))
    page = text(response)
    assert "There are two case studies. Of these, one may be in a pack today." in page
    assert "No. Consent to being shown to the steering group was taken back." in page
    assert "&lt;b&gt;Told&lt;/b&gt;" in response.text and "Noise" not in page


def test_the_first_page_leads_there(signed_in, evaluation):
    case_study(evaluation)
    page = signed_in.page(f"/evaluations/{evaluation.id}")
    assert address(evaluation) in page.xpath("//main//a/@href") and "1 made" in text(page)


def test_a_pack_holds_what_may_be_told_and_the_trail_says_what_was_left_out(signed_in, evaluation, tmp_path):
    made = case_study(evaluation)
    withdrawn(evaluation, title="Withdrawn")
    said = said_on(signed_in.get(address(evaluation, "/pack.pdf")), tmp_path)
    assert "To the lunch club" in said and "I was low." in said
    assert "Withdrawn" not in said and "canary" not in said and "Noise" not in said
    assert "One: consent was taken back." in said
    assert lines(evaluation)[-2:] == [
        ("downloaded the steering pack", f"story {made.story_id}"),
        ("left case studies out", "One: consent was taken back"),
    ]


def test_once_a_story_is_taken_back_its_case_study_is_gone_from_list_and_pack(
    signed_in, evaluation, tmp_path
):
    made = case_study(evaluation)
    where = address(evaluation, f"/{made.id}/case-study.pdf")
    making.take_back(made.story)
    assert "No case study has been made yet." in text(signed_in.page(address(evaluation)))
    assert signed_in.get(where).status_code == 404
    assert "Nothing may be told today" in said_on(signed_in.get(address(evaluation, "/pack.pdf")), tmp_path)
    assert lines(evaluation)[-1] == ("downloaded the steering pack", "no story")


def test_one_is_downloaded_alone_and_noted(signed_in, evaluation, tmp_path):
    made = case_study(evaluation)
    response = signed_in.get(address(evaluation, f"/{made.id}/case-study.pdf"))
    assert "I was low." in said_on(response, tmp_path)
    assert lines(evaluation)[-1] == ("downloaded a case study", f"story {made.story_id}")


def test_one_that_may_not_be_told_leads_back_to_the_list(signed_in, evaluation):
    made = withdrawn(evaluation)
    before = lines(evaluation)
    response = signed_in.get(address(evaluation, f"/{made.id}/case-study.pdf"), follow_redirects=True)
    assert response.mimetype == "text/html" and "was taken back" in text(response)
    assert "canary" not in response.text and lines(evaluation) == before


def test_case_studies_of_others_are_not_found(signed_in, evaluation):
    theirs = db.session.scalar(select(case_studies.CaseStudy))
    assert signed_in.get(address(evaluation, f"/{theirs.id}/case-study.pdf")).status_code == 404
    for rest in ("", "/pack.pdf"):
        assert signed_in.get(address(theirs.story.evaluation, rest)).status_code == 404


@pytest.mark.parametrize(
    ("count", "left_out", "said"),
    [
        (0, 0, "No case study has been made yet."),
        (1, 0, "There is one case study. It may be in a pack today."),
        (1, 1, "There is one case study. It may not be in a pack today."),
        (2, 0, "There are two case studies. Of these, all may be in a pack today."),
        (10, 10, "There are 10 case studies. Of these, none may be in a pack today."),
    ],
)
def test_the_first_sentence(count, left_out, said):
    assert so_far(count, left_out) == said
