from datetime import date

import pytest
from sqlalchemy import event

from survey.engagement import invitations, partners, stakeholders
from survey.engagement.stakeholders import Details
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text


@pytest.fixture
def evaluation(signed_in, evaluator):
    other = making.evaluation(making.user("noise@example.org"), name="Another")
    making.partner(other, "nhs", "Somebody else’s surgery")
    return making.evaluation(evaluator)


def address(evaluation, rest=""):
    return f"/evaluations/{evaluation.id}/stakeholders{rest}"


def lead(page):
    return page.xpath("string(//p[@class='govuk-body-l'])")


def rows(page):
    """The register as it is read: the rows of each kind, by the words of its heading."""
    found = {}
    for body in page.xpath("//tbody"):
        first, *lines = body.xpath("tr")
        cells = [[" ".join(cell.text_content().split()) for cell in line.xpath("th | td")] for line in lines]
        found[" ".join(first.text_content().split())] = cells
    return found


def test_an_empty_register_says_so_and_names_every_kind(signed_in, evaluation):
    page = signed_in.page(address(evaluation))
    assert lead(page) == "Nobody stands in the register yet."
    assert not page.xpath("//table")
    missing = page.xpath("string(//h2[.='Kinds with nobody in the register']/following::p)")
    assert "NHS" in missing and "Councillors" in missing and "Others" not in missing


def test_the_register_says_who_was_engaged_how_and_when_or_why_not(signed_in, evaluation):
    def add(kind, organisation, **said):
        stakeholders.add(evaluation, Details(kind, organisation, **said))

    add("nhs", "<b>Elm</b>", area=evaluation.areas[0], engaged_how="interview", engaged_on=date(2026, 5, 3))
    add("nhs", "Oak", engaged_how="by letter")
    add("police", "Team", engaged_on=date(2026, 5, 3))
    add("police", "Zeal")
    add("family", "Families", why_not="no time")
    db.session.commit()
    page = signed_in.page(address(evaluation))
    assert rows(page) == {
        "NHS": [
            ["<b>Elm</b>", "North", "3 May 2026: interview", "No link yet"],
            ["Oak", "All areas", "by letter", "No link yet"],
        ],
        "Police": [
            ["Team", "All areas", "3 May 2026, how is not said yet", "No link yet"],
            ["Zeal", "All areas", "Not said yet", "No link yet"],
        ],
        "Family members (there are no questions for this kind)": [
            ["Families", "All areas", "Not engaged: no time", "Not asked"]
        ],
    }


def test_lines_that_say_neither_are_pointed_at_kindly(signed_in, evaluation):
    for name, said in (
        ("Said", {"engaged_how": "by letter"}),
        ("Why", {"why_not": "no time"}),
        ("Silent", {}),
    ):
        stakeholders.add(evaluation, Details("nhs", name, **said))
    db.session.commit()
    page = signed_in.page(address(evaluation))
    assert "Assurers ask how" in text(page) and "One line does not say it yet" in text(page)
    assert page.xpath("//*[@id='silent']//a/text()") == ["Silent"]


def waiting(signed_in, evaluation):
    return signed_in.page(address(evaluation)).xpath("//*[@id='waiting']/a/text()")


def test_who_has_not_answered_is_seen(signed_in, evaluation):
    linked, started, sent = (
        making.partner(evaluation, "nhs", name, linked=True) for name in ("Linked", "Started", "Sent")
    )
    making.partner(evaluation, "police", "Unlinked")
    making.partner_answer(started, sent=False)
    # As long as nobody has, it is everybody.
    assert not waiting(signed_in, evaluation)
    making.partner_answer(sent)
    assert waiting(signed_in, evaluation) == ["Linked", "Started", "Unlinked"]
    states = {
        line[0]: line[3] for lines in rows(signed_in.page(address(evaluation))).values() for line in lines
    }
    assert states.pop("Sent").startswith("Answered on ")
    assert states == {"Linked": "Link made", "Started": "Started", "Unlinked": "No link yet"}
    assert linked.response is None


@pytest.mark.parametrize(
    ("asked", "sent", "said"),
    [
        (1, 0, "The only partner has not answered yet."),
        (1, 1, "The only partner has answered."),
        (2, 0, "None of two partners has answered yet."),
        (3, 1, "One of three partners has answered."),
        (3, 2, "Two of three partners have answered."),
        (2, 2, "All two partners have answered."),
    ],
)
def test_the_first_sentence_says_how_many_have_answered(signed_in, evaluation, asked, sent, said):
    for number in range(asked):
        line = making.partner(evaluation, "fire_and_rescue", f"Station {number}")
        if number < sent:
            making.partner_answer(line)
    assert lead(signed_in.page(address(evaluation))).startswith(said)


def test_who_cannot_answer_is_not_waited_for(signed_in, evaluation):
    making.partner(evaluation, "family", "Families")
    page = signed_in.page(address(evaluation))
    assert lead(page) == "One stakeholder, none of a kind that has questions."
    assert "no link yet" not in text(page) and "mail merge" not in text(page)


def test_it_says_whether_partners_are_asked_now(signed_in, evaluation):
    making.partner(evaluation)
    assert "Their questions are not open yet." in text(signed_in.page(address(evaluation)))
    partners.open_asking(evaluation)
    db.session.commit()
    assert "Their questions have been open since" in text(signed_in.page(address(evaluation)))
    partners.close_asking(evaluation)
    db.session.commit()
    assert "Their questions were closed on" in text(signed_in.page(address(evaluation)))


def test_links_are_made_for_those_without(signed_in, evaluation):
    lines = [making.partner(evaluation, "nhs", name) for name in ("Elm", "Oak")]
    assert "Two partners have no link yet" in text(signed_in.page(address(evaluation)))
    assert "Links made for two partners." in text(signed_in.fill(address(evaluation)))
    db.session.expire_all()
    assert all(invitations.current_link(line) for line in lines)
    assert "no link yet" not in text(signed_in.page(address(evaluation)))


def test_a_lost_token_makes_no_links_and_says_so(signed_in, evaluation):
    line = making.partner(evaluation)
    response = signed_in.fill(address(evaluation), csrf_token="stale")
    assert response.status_code == 422 and "press the button again" in text(response)
    db.session.expire_all()
    assert invitations.current_link(line) is None


def test_looking_leaves_no_trail_and_takes_a_handful_of_queries_however_many_there_are(signed_in, evaluation):
    for number in range(40):
        making.partner(evaluation, "nhs", f"Surgery {number}")
    before, asked = db.session.query(TrailLine).count(), []
    event.listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    page = signed_in.page(address(evaluation))
    assert sum(map(len, rows(page).values())) == 40 and len(asked) < 15
    db.session.rollback()
    assert db.session.query(TrailLine).count() == before


def test_colleagues_without_access_find_nothing(signed_in, evaluation):
    theirs = making.evaluation(making.user("noise@example.org"))
    for rest in ("", "/new", "/asking", "/links.csv", "/1", "/1/remove"):
        assert signed_in.get(address(theirs, rest)).status_code == 404
