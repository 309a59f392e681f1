"""A spreadsheet gives the Guide's ratio; one more answer gives another ratio, chart, table and annex."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from survey.engagement import invitations
from survey.reports import asked, value_workbook
from survey.value.worth import worth
from tests import making, valuing
from tests.journeys import filling
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.steps import choose, download, fill, follow, heading, press, reads, sign_in
from tests.value import maps

pytestmark = pytest.mark.journey

SCORES = [(2, 4), (3, 3), (2, 5)] * 7


@pytest.fixture
def desk(server, browse):
    page = browse(DESK, accept_downloads=True)
    sign_in(page, server.account("value@example.org"))
    return page


@pytest.fixture
def guide(tmp_path):
    """The worked example of the Guide to SROI as a spreadsheet of ours."""
    whole = maps.guide()
    path = tmp_path / "guide.xlsx"
    path.write_bytes(value_workbook.xlsx(whole, worth(whole), []))
    return path


def test_the_guides_example_comes_out_through_the_browser(server, desk, guide, tmp_path):
    with server.records():
        making.evaluation(making.user("value@example.org"), name="The Guide’s example")
    desk.goto("/evaluations")
    follow(desk, "The Guide’s example")
    follow(desk, "Social value", exact=True)
    follow(desk, "Make a value map")
    fill(desk, {"What is it called?": "Wheels-to-Meals"})
    choose(desk, "Forecast: what is expected to happen")
    press(desk, "Make the map")
    reads(desk, "The value map is made.")
    follow(desk, "Spreadsheet", exact=True)
    desk.get_by_label("The file").set_input_files(guide)
    press(desk, "Check this file")
    reads(desk, "things would change")
    press(desk, "Make these changes")
    follow(desk, "Wheels-to-Meals", exact=True)
    follow(desk, "See what it comes to")
    expect(heading(desk)).to_contain_text("1.93")
    reads(desk, "£81,741.93", "£39,366.93", "£42,375.00", "0.93")


@pytest.fixture
def answered(server):
    """A value map of 21 residents, and a link of one more."""
    with server.records():
        evaluation = making.evaluation(
            making.user("value@example.org"), name="From answers", before="then_and_now"
        )
        making.pairs(evaluation, "hope", SCORES)
        [last] = making.people(evaluation, code="LAST-1")
        made = valuing.value_map(evaluation, "Hope", inputs=5000)
        valuing.row(made, "hope", 600, typed=valuing.NOTHING_OFF, description="More hope")
        return {
            "evaluation": evaluation.id,
            "map": made.id,
            "link": invitations.current_link(last).address,
            "asked": next(each for each in asked.questionnaires(evaluation) if each.id == "level-two"),
        }


def test_one_more_answer_changes_all_but_what_was_released(server, desk, browse, answered, tmp_path):
    here = f"/evaluations/{answered['evaluation']}"
    there = f"{here}/value-maps/{answered['map']}/result"
    desk.goto(f"{here}/releases/new")
    press(desk, "Make the release")
    reads(desk, "Release 1 is made.")
    released = files(desk, here)
    before = seen(desk, there) | annex(desk, there, tmp_path / "before")

    phone = browse(PHONE)
    filling.begin(phone, answered["link"], "I agree, start")
    filling.walk(phone, answered["asked"], {"hope_then": 5, "hope": 1})
    filling.send(phone, "Thank you")

    after = seen(desk, there) | annex(desk, there, tmp_path / "after")
    same = [name for name in before if before[name] == after[name]]
    assert same == []
    assert before["ratio"].startswith("4.00") and after["ratio"].startswith("3.55")
    assert files(desk, here) == released, "byte for byte what it was"
    desk.goto(f"{here}/releases/1")
    reads(desk, "Figures that would read otherwise now")


def seen(page, there) -> dict[str, str]:
    """The ratio, what the chart says and the row of the table, as the page shows them."""
    page.goto(there)
    row = page.get_by_role("row", name=re.compile("R1 More hope"))
    return {
        "ratio": heading(page).inner_text(),
        "chart": page.locator("svg title").first.text_content(),
        "table": row.inner_text(),
    }


def annex(page, there, folder) -> dict[str, str]:
    """The line of the ratio in the annex of the full report, made in the background."""
    page.goto(there)
    press(page, "Make the full report")
    expect(heading(page)).to_contain_text("is ready", timeout=120_000)
    folder.mkdir()
    download(page, "Download the").save_as(folder / "report.pdf")
    command = ["pdftotext", "-layout", folder / "report.pdf", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    start = said.index("where each figure comes from")
    return {"annex": said[start:]}


def files(page, here) -> dict[str, bytes]:
    """What was released, as it is handed out."""
    return {kind: page.request.get(f"{here}/releases/1/{kind}").body() for kind in ("pdf", "xlsx", "csv")}
