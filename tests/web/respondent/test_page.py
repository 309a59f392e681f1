import pytest
from sqlalchemy import event

from survey.engagement import responses, waves
from survey.questionnaires.answers import PREFER_NOT_TO_SAY, SKIPPED, Answer
from survey.records import statements
from survey.records.base import db
from survey.records.response import AnswerRow, Response
from tests import making
from tests.reading import text
from tests.web.respondent import answering


@pytest.fixture
def begun(client, home):
    client.fill(home)
    return home


@pytest.fixture
def mixed(client, resident, home):
    answering.ask_mixed(resident.evaluation)
    client.fill(home)
    return home


def test_then_and_now_are_two_questions_on_one_page_now_first(client, begun):
    page = client.page(f"{begun}/control")
    legends = [" ".join(each.text_content().split()) for each in page.xpath("//legend")]
    assert legends[0] == "How much do you feel in control of your life?"
    assert legends[1].startswith("Thinking back to before you met your coordinator")
    assert "Question 1 of 10" in text(page)
    assert "Feeling in control" in page.xpath("string(//h1)")


def test_in_waves_the_question_is_the_heading(client):
    home = answering.home(answering.evaluation_with_one("waves"))
    client.fill(home)
    page = client.page(f"{home}/control")
    assert page.xpath("string(//h1)") == "How much do you feel in control of your life?"
    assert len(page.xpath("//fieldset")) == 1


def test_an_answer_is_kept_and_leads_on(client, resident, begun):
    response = client.fill(f"{begun}/control", control="4", control_then="2", follow=False)
    assert (response.status_code, response.location) == (303, f"{begun}/someone-to-rely-on")
    kept = answering.kept(resident)
    assert (kept["control"].number, kept["control_then"].number) == (4, 2)


def test_no_answer_is_kept_as_skipped_and_a_state_as_itself(client, resident, begun):
    client.fill(f"{begun}/control", control_then="prefer_not_to_say")
    kept = answering.kept(resident)
    assert kept["control"] == Answer("control", SKIPPED)
    assert kept["control_then"] == Answer("control_then", PREFER_NOT_TO_SAY)


def test_going_back_shows_and_changes_what_was_answered(client, resident, begun):
    client.fill(f"{begun}/control", control="4")
    assert client.page(f"{begun}/control").xpath("//a[text()='Back']/@href") == [begun]
    back = client.page(f"{begun}/someone-to-rely-on").xpath("//a[text()='Back']/@href")[0]
    assert client.page(back).xpath("//input[@checked]/@value") == ["4"]
    client.fill(back, control="5")
    assert answering.kept(resident)["control"].number == 5


def test_coming_from_the_check_page_leads_back_to_it(client, resident, home):
    answering.draft(resident, {"control": 2})
    address = f"{home}/control?back=check"
    assert client.page(address).xpath("//a[text()='Back']/@href") == [f"{home}/check"]
    assert client.fill(address, control="3", follow=False).location == f"{home}/check"
    assert answering.kept(resident)["control"].number == 3
    assert client.fill(f"{home}/control", control="3", follow=False).location != f"{home}/check"


@pytest.mark.parametrize("key", ["", "0" * 31, "0" * 32])
def test_a_form_that_did_not_come_whole_is_not_kept(client, resident, begun, key):
    client.fill(f"{begun}/control", control="4")
    response = client.post(f"{begun}/control", data={"control": "", "submission_key": key})
    assert response.status_code == 400
    assert "Something was missing" in text(response)
    assert answering.kept(resident)["control"].number == 4


@pytest.mark.parametrize("forged", ["6", "0", "2.5", "on", "<b>2</b>", "4", "skipped"])
def test_an_answer_that_is_not_offered_is_refused_in_words(client, resident, begun, forged):
    sent = {"control": ["5", forged] if forged == "4" else forged, "control_then": "2"}
    response = client.post(f"{begun}/control", data=sent)
    assert response.status_code == 422
    assert "There is a problem" in text(response) and 'href="#control"' in response.text
    assert 'value="2" checked' in response.text
    assert answering.kept(resident) == {}


def test_too_many_choices_stay_ticked(client, begun):
    ticked = ["control", "hope", "isolation", "confidence"]
    response = client.post(f"{begun}/matters-most", data={"matters_most": ticked})
    assert response.status_code == 422
    assert "You chose 4. Choose 3 or fewer." in text(response)
    assert response.text.count(" checked") == 4


def test_over_long_text_is_kept_on_the_page(client, resident, mixed):
    long = "A <b>story</b> that goes on & on"
    response = client.post(f"{mixed}/story--page", data={"story": long})
    assert response.status_code == 422
    assert "Characters to take out: 12." in text(response)
    assert "A &lt;b&gt;story&lt;/b&gt; that goes on &amp; on</textarea>" in response.text
    assert answering.kept(resident) == {}


@pytest.mark.parametrize("written", ["=1+1", "<script>x</script>", "{{ 7*7 }}", "'; --", "a\r\nb", "żółć 🌼"])
def test_text_is_kept_and_shown_as_it_was_written(client, resident, mixed, written):
    client.fill(f"{mixed}/check--page", pets="no")
    client.fill(f"{mixed}/story", story=written)
    plain = written.replace("\r\n", "\n")
    assert answering.kept(resident)["story"].words == plain
    assert client.page(f"{mixed}/story").xpath("//textarea")[0].value.removeprefix("\n") == plain
    assert plain in client.page(f"{mixed}/check").xpath("string(//dl)")


def test_every_kind_of_question_comes_back_as_it_was_answered(client, mixed):
    client.fill(f"{mixed}/check--page", pets="yes")
    client.fill(f"{mixed}/about-the-pet", legs="4", born=["27", "3", "2025"])
    page = client.page(f"{mixed}/about-the-pet")
    assert page.xpath("//input[@type!='hidden' or not(@type)]/@value") == ["4", "27", "03", "2025"]


def test_a_page_called_check_does_not_stand_in_the_way(client, mixed):
    assert client.get(f"{mixed}/check").location == f"{mixed}/check--page"
    page = client.page(f"{mixed}/check--page")
    assert "A page of an awkward name." in text(page)
    assert client.fill(f"{mixed}/check--page", pets="no", follow=False).location == f"{mixed}/story--page"


def test_a_page_not_to_be_shown_leads_to_the_one_that_is(client, resident, mixed):
    client.fill(f"{mixed}/check--page", pets="no")
    assert client.get(f"{mixed}/about-the-pet").location == f"{mixed}/story--page"
    assert client.post(f"{mixed}/about-the-pet", data={"legs": "4"}).location == f"{mixed}/story--page"
    assert "legs" not in answering.kept(resident)


@pytest.mark.parametrize("forged", ["nothing", "control_then", "..", "%3Cb%3E", "Control", "control--page"])
def test_a_forged_page_is_not_there(client, resident, begun, forged):
    for response in (
        client.get(f"{begun}/{forged}"),
        client.post(f"{begun}/{forged}", data={"control": "1"}),
    ):
        assert response.status_code == 404
    assert answering.kept(resident) == {}


def test_stray_fields_are_not_looked_at(client, resident, begun):
    stray = {"control": "4", "hope": "5", "resident_id": "2", "submitted_at": "2020-01-01", "state": "x"}
    client.fill(f"{begun}/control", **stray)
    assert set(answering.kept(resident)) == {"control", "control_then"}
    assert db.session.query(Response).one().submitted_at is None


def test_without_agreeing_there_are_no_questions(client, resident, home):
    assert client.get(f"{home}/control").location == home
    assert client.post(f"{home}/control", data={"control": "4"}).location == home
    assert db.session.query(AnswerRow).count() == 0


def test_an_answer_after_sending_is_not_kept(client, resident, home):
    sent = answering.draft(resident, {"control": 2})
    reference = responses.submit(sent)
    db.session.commit()
    for data in ({"control": "5"}, {"control": "5", "submission_key": sent.submission_key}):
        response = client.post(f"{home}/control", data=data)
        assert response.status_code == 409
        assert "already sent" in text(response) and reference in text(response)
    assert answering.kept(resident)["control"].number == 2
    assert client.get(f"{home}/control").location == home


def test_an_answer_to_a_closed_wave_is_not_kept(client, resident, begun):
    page = f"{begun}/control"
    key = client.page(page).xpath("//input[@name='submission_key']/@value")[0]
    waves.close_wave(resident.evaluation, db.session.query(Response).one().wave)
    db.session.commit()
    response = client.post(page, data={"control": "4", "submission_key": key})
    assert response.status_code == 409
    assert "closed before your answers were sent" in text(response)
    assert answering.kept(resident) == {}


def test_a_page_left_open_does_not_answer_the_next_wave(client):
    resident = answering.evaluation_with_one("waves")
    home, first = answering.home(resident), answering.draft(resident, {"control": 2})
    reference = responses.submit(first)
    answering.open_next_wave(resident)
    client.fill(home)
    response = client.post(f"{home}/control", data={"control": "5", "submission_key": first.submission_key})
    assert response.status_code == 409 and reference in text(response)
    assert db.session.query(AnswerRow).filter_by(number=5).count() == 0


def test_ten_megabytes_are_refused_kindly(client, resident, begun):
    response = client.post(f"{begun}/control", data={"control": "x" * 10_000_000})
    assert response.status_code == 413
    assert "That was too much to send" in text(response)
    assert answering.kept(resident) == {}


def test_pages_keep_no_cookie_no_copy_and_no_trace_of_where_one_was(client, begun):
    response = client.get(f"{begun}/control")
    assert "Set-Cookie" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "script" not in response.text and "http" not in response.text.replace("http-equiv", "")


def test_an_answer_costs_few_queries(client, begun, monkeypatch):
    key = client.page(f"{begun}/control").xpath("//input[@name='submission_key']/@value")
    seen = []
    event.listen(db.engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    written = statements._written
    monkeypatch.setattr(statements, "_written", lambda *given: seen.append(str(given[0])) or written(*given))
    client.post(f"{begun}/control", data={"control": "4", "control_then": "2", "submission_key": key})
    assert 0 < len([each for each in seen if not each.startswith("BEGIN")]) <= 6


def test_another_persons_answers_are_their_own(client, resident, begun):
    other = making.people(resident.evaluation)[0]
    client.fill(answering.home(other))
    client.fill(f"{begun}/control", control="4")
    rows = db.session.query(Response).filter_by(resident_id=other.id).one()
    assert responses.answers(rows) == {}
