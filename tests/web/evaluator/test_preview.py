import pytest

from survey.engagement import outcomes, partners
from survey.records.base import db
from survey.records.evaluation import THEN_AND_NOW
from survey.records.response import Response
from tests import making
from tests.reading import text


@pytest.fixture
def made(evaluator):
    return making.evaluation(evaluator, opened=False)


def address(made, part=""):
    return f"/evaluations/{made.id}/preview{part}"


def test_every_page_of_both_levels_is_listed_in_order(signed_in, made):
    page = signed_in.page(address(made))
    links = [link for link in page.xpath("//ol//a/@href")]
    two = [question.id for question in outcomes.questions(made, "two")]
    assert [link.split("/")[-1] for link in links if "/two/" in link] == [
        *two,
        "matters_most",
        *(f"{outcome}_impact" for outcome in two),
        "helped",
    ]
    assert len([link for link in links if "/one/" in link]) == 4


def test_a_page_is_the_residents_own_marked_as_a_preview(signed_in, made):
    response = signed_in.get(address(made, "/two/control"))
    page = text(response)
    assert "Preview, Level 2: nothing is saved." in page
    assert "Question 1 of 10" in page
    assert "How much do you feel in control of your life?" in page
    # The residents' style sheet, and the policy that allows it.
    assert "style-src 'sha256-" in response.headers["Content-Security-Policy"]


def test_then_and_now_ask_both_on_one_page(signed_in, evaluator):
    made = making.evaluation(evaluator, before=THEN_AND_NOW)
    assert "Thinking back to before you met your coordinator" in text(
        signed_in.page(address(made, "/two/control"))
    )


def test_pages_follow_each_other_to_the_end(signed_in, made):
    here, seen = address(made, "/one/control"), []
    while here.count("/one/"):
        seen.append(here.split("/")[-1])
        response = signed_in.post(here, data={})
        assert response.status_code == 303
        here = response.location
    assert seen == ["control", "know_where_to_turn", "stress", "helped"]
    assert here == f"{address(made)}#one"
    assert db.session.query(Response).count() == 0


def test_the_first_page_leads_back_to_the_list_and_others_to_the_page_before(signed_in, made):
    assert signed_in.page(address(made, "/two/control")).xpath("//a[text()='All pages']/@href") == [
        f"{address(made)}#two"
    ]
    later = signed_in.page(address(made, "/two/hope"))
    assert later.xpath("//a[text()='Page before']/@href") == [address(made, "/two/isolation")]
    assert later.xpath("//a[text()='Next page']/@href") == [address(made, "/two/confidence")]
    assert not signed_in.page(address(made, "/two/helped")).xpath("//a[text()='Next page']")


def test_an_answer_that_residents_cannot_give_is_told_as_they_would_be(signed_in, made):
    four = ["control", "hope", "isolation", "confidence"]
    response = signed_in.post(address(made, "/two/matters_most"), data={"matters_most": four})
    assert response.status_code == 422
    assert "There is a problem" in text(response)


@pytest.mark.parametrize(
    "part", ["/three/control", "/two/nothing", "/one/matters_most", "/two/know_where_to_turn"]
)
def test_pages_that_are_not_asked_are_not_found(signed_in, made, part):
    assert signed_in.get(address(made, part)).status_code == 404
    assert signed_in.post(address(made, part)).status_code == 404


def test_partners_pages_follow_each_other_also_those_that_few_are_shown(signed_in, made):
    pages = [page.id for page in partners.preview(made, "fire_and_rescue").pages]
    overview = f"/evaluations/{made.id}/stakeholders/asking"
    here, seen = address(made, f"/fire_and_rescue/{pages[0]}"), []
    while "/preview/" in here:
        seen.append(here.split("/")[-1])
        response = signed_in.post(here, data={})
        assert response.status_code == 303
        here = response.location
    assert seen == pages and here == f"{overview}#fire_and_rescue"
    first = signed_in.page(address(made, f"/fire_and_rescue/{pages[0]}"))
    assert first.xpath("//a[text()='All pages']/@href") == [f"{overview}#fire_and_rescue"]
    assert db.session.query(Response).count() == 0


def test_who_is_shown_a_page_is_said(signed_in, made):
    asked = partners.preview(made, "nhs")
    seen, why = asked.pages[0], next(page for page in asked.pages if page.id.endswith("_cause"))
    assert "Shown only to those" not in text(signed_in.page(address(made, f"/nhs/{seen.id}")))
    page = text(signed_in.page(address(made, f"/nhs/{why.id}")))
    shown = next(each for each in asked.questions if each.id == why.questions[0].show_if.question)
    assert f"Shown only to those who answered “{shown.text}” with “" in page
    for choice in shown.choices:
        assert (f"“{choice.text}”" in page) == (choice.value in why.questions[0].show_if.values)


def test_nobody_in_need_of_help_is_spoken_to_on_partners_pages(signed_in, made):
    page = partners.preview(made, "nhs").pages[0].id
    assert "Get help now" not in text(signed_in.page(address(made, f"/nhs/{page}")))
    assert "Get help now" in text(signed_in.page(address(made, "/two/control")))


def test_shares_that_do_not_make_a_hundred_are_told_as_partners_would_be(signed_in, made):
    asked = partners.preview(made, "nhs")
    page = next(page for page in asked.pages if page.id.endswith("_cause"))
    shares = next(each for each in page.questions if each.id.endswith("_shares"))
    sent = {shares.id: ["60", "30", *[""] * (len(shares.choices) - 2)]}
    response = signed_in.post(address(made, f"/nhs/{page.id}"), data=sent)
    assert response.status_code == 422 and "These make 90" in text(response)
    assert 'value="60"' in response.text


@pytest.mark.parametrize("part", ["/family/control", "/nhs/control_cause_no"])
def test_kinds_and_pages_that_are_not_asked_are_not_found(signed_in, made, part):
    assert signed_in.get(address(made, part)).status_code == 404
