import pytest

from survey.records.base import db
from tests import making
from tests.reading import dict_of_lists, text

PAGES = [
    "",
    "/details",
    "/outcomes",
    "/outcomes/own",
    "/preview",
    "/preview/two/control",
    "/open",
    "/colleagues",
    "/waves",
    "/waves/new",
    "/waves/0",
]


def test_somebody_with_nothing_is_told_what_to_do(signed_in):
    making.evaluation(making.user("noise@example.org"), name="Noise")
    page = signed_in.page("/evaluations")
    assert "There is nothing here yet" in text(page)
    assert "Noise" not in text(page)
    assert "/evaluations/new" in page.xpath("//a/@href")


def test_the_list_shows_state_and_period(signed_in, evaluator):
    made = making.evaluation(evaluator, name="Rivers & <b>hills</b>")
    making.evaluation(evaluator, opened=False, made_up=True)
    making.evaluation(making.user("noise@example.org"), name="Noise")
    page = signed_in.page("/evaluations")
    rows = [text_of(row) for row in page.xpath("//li[contains(@class, 'task-list')]")]
    assert len(rows) == 2
    assert "Made-up answers" in rows[0] and "Being set up" in rows[0]
    assert "Rivers & <b>hills</b>" in rows[1] and rows[1].endswith("Open")
    assert "1 April 2026 to 31 March 2027" in rows[1]
    assert f"/evaluations/{made.id}" in page.xpath("//a/@href")


def test_the_first_page_says_where_it_stands_and_leads_everywhere(signed_in, evaluator):
    made = making.evaluation(evaluator, opened=False)
    home = f"/evaluations/{made.id}"
    page = signed_in.page(home)
    assert "This evaluation is being set up. Nobody can answer yet." in text(page)
    wanted = ["details", "outcomes", "preview", "open", "colleagues", "residents", "waves", "results"]
    assert {f"{home}/{part}" for part in [*wanted, "bring-in-scores"]} <= set(page.xpath("//main//a/@href"))


def test_made_up_answers_are_marked(signed_in, evaluator):
    made = making.evaluation(evaluator, made_up=True)
    for part in ("", "/outcomes", "/preview/two/control"):
        assert "Made-up answers: this is an example" in text(signed_in.get(f"/evaluations/{made.id}{part}"))


@pytest.mark.parametrize("part", PAGES)
def test_what_is_not_yours_is_as_if_it_were_not_there(signed_in, part):
    theirs = making.evaluation(making.user("noise@example.org"))
    assert signed_in.get(f"/evaluations/{theirs.id}{part}").status_code == 404


@pytest.mark.parametrize("number", ["999", "2147483648", "9" * 40])
def test_an_evaluation_that_cannot_be_is_not_there(signed_in, number):
    assert signed_in.get(f"/evaluations/{number}").status_code == 404


@pytest.mark.parametrize("part", PAGES)
@pytest.mark.parametrize("opened", [True, False])
def test_every_page_is_there_for_those_who_may(signed_in, evaluator, part, opened):
    made = making.evaluation(evaluator, opened=opened)
    assert signed_in.get(f"/evaluations/{made.id}{part}").status_code == 200


def text_of(row):
    return " ".join(row.text_content().split())


def test_the_way_to_the_accounts_is_shown_to_administrators_only(signed_in, client):
    assert "/accounts" not in signed_in.page("/evaluations").xpath("//header//a/@href")
    making.user("adam@example.org", ("administrator",))
    db.session.commit()
    client.post("/sign-out")
    client.delete_cookie("session")
    client.sign_in("adam@example.org")
    assert "/accounts" in client.page("/evaluations").xpath("//header//a/@href")


def test_pressing_create_twice_makes_one_evaluation(signed_in):
    page = signed_in.page("/evaluations/new")
    form = next(each for each in page.forms if "sign-out" not in (each.action or ""))
    sent = dict_of_lists(form.form_values())
    sent |= {"period_start": ["1", "4", "2026"], "period_end": ["31", "3", "2027"]}
    sent |= {"name": "Once", "council": "Example Council", "before": "waves", "areas-0-name": "North"}
    first, second = (signed_in.post("/evaluations/new", data=sent) for _ in range(2))
    assert first.status_code == second.status_code == 303
    assert first.location == second.location
    assert text(signed_in.page("/evaluations")).count("Once") == 1
