"""The impact page says what the findings say, and every figure leads to where it comes from."""

import pytest

from survey.analysis.said import Entered
from survey.engagement import impact_figures
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text
from tests.reports.impact_worlds import world


@pytest.fixture
def evaluation(app):
    return world()


def address(evaluation, query=""):
    return f"/evaluations/{evaluation.id}/impact{query}"


def cells(page, outcome, table=1):
    """The figures of an outcome's row, by the words of their columns."""
    found = page.xpath(f"(//table)[{table}]")[0]
    names = [" ".join(head.text_content().split()) for head in found.xpath("thead//th")][1:]
    row = found.xpath(f".//tr[starts-with(normalize-space(th), '{outcome}')]")[0]
    return dict(zip(names, [" ".join(cell.text_content().split()) for cell in row.xpath("td")], strict=True))


def test_the_first_sentence_is_the_finding_and_the_table_says_the_rest(signed_in, evaluation):
    page = signed_in.page(address(evaluation))
    assert (
        page.xpath("string(//h1)") == "Feeling in control: 15 per cent of the change is due to the programme"
    )
    assert cells(page, "Feeling in control") == {
        "With both (people)": "6",
        "Percentage change from before (per cent)": "100",
        "Deadweight (per cent)": "60",
        "Attribution to others (per cent)": "63",
        "Displacement (per cent)": "0",
        "Due to the programme (per cent)": "15",
        "Drop-off a year (per cent)": "25",
        "Evidence": "B",
    }
    counted = cells(page, "GP visits", table=2)
    assert counted["Gave an amount (organisations)"] == "2"
    assert counted["Change for the better, as counted"] == "80"
    assert counted["Due to the programme"] == "–"


def test_each_outcome_has_its_sentence_and_where_the_voices_disagree(signed_in, evaluation):
    said = text(signed_in.page(address(evaluation)))
    assert "Due to the programme: 15 per cent of its starting level, which is 15 per cent of" in said
    assert (
        "Residents and partners disagree. Deadweight: residents say 25 per cent and partners 60 per cent"
        in said
    )
    assert "three answered" in said and "Adult social care two of three" in said


def test_every_figure_of_the_tables_is_a_link_and_every_link_leads_somewhere(signed_in, evaluation):
    page = signed_in.page(address(evaluation, f"?area={evaluation.areas[0].id}"))
    figures = page.xpath("//table//td")
    assert figures and all(cell.xpath(".//a") for cell in figures)
    links = {link.get("href") for link in page.xpath("//table//td//a")}
    ids = set(page.xpath("//@id"))
    for link in links:
        if link.startswith("#"):
            assert link[1:] in ids
        else:
            assert f"area={evaluation.areas[0].id}" in link
            assert signed_in.get(link).status_code == 200, link


def test_an_area_narrows_it_and_says_whose_partners_are_counted(signed_in, evaluation):
    page = signed_in.page(address(evaluation, f"?area={evaluation.areas[1].id}&level=two"))
    assert cells(page, "Feeling in control")["Deadweight (per cent)"] == "70"
    assert "those who work in South and those who work in all areas" in text(page)
    assert "Partners speak of everyone who was supported, whatever the level." in text(page)


def test_what_an_evaluator_entered_is_marked_wherever_it_stands(signed_in, evaluation):
    impact_figures.enter(evaluation, "control", "deadweight", Entered(80, "records", "the log of calls"))
    db.session.commit()
    page = signed_in.page(address(evaluation))
    assert cells(page, "Feeling in control")["Deadweight (per cent)"] == "80 entered"
    said = text(page)
    assert (
        "Entered by an evaluator, for the whole evaluation: Feeling in control, deadweight (from records)."
        in said
    )
    assert "Entered by an evaluator: deadweight." in said and said.count("80 entered") == 2


def test_a_name_of_an_organisation_stands_nowhere_on_it(signed_in, evaluation):
    said = text(signed_in.page(address(evaluation)))
    assert "Made-up" not in said


def test_outcomes_of_which_nobody_spoke_are_listed_with_a_way_to_enter_a_figure(signed_in, evaluation):
    page = signed_in.page(address(evaluation))
    [link] = page.xpath("//li/a[text()='Crises avoided']/@href")
    assert "Crises avoided: no partner has said how much" in text(signed_in.page(link))


def test_before_anybody_said_anything_it_says_so(signed_in):
    evaluation = making.evaluation()
    page = signed_in.page(address(evaluation))
    assert page.xpath("string(//h1)").startswith("Nobody has said yet how much")
    assert "none has been given a link" in text(page) and not page.xpath("//table")
    assert "not open" in text(signed_in.page(address(making.evaluation(opened=False))))


def test_what_makes_no_sense_in_the_address_is_not_guessed(signed_in, evaluation):
    for query in ("?area=x", "?level=three", "?wave=9"):
        assert signed_in.get(address(evaluation, query)).status_code == 404, query


def test_looking_is_in_the_trail(signed_in, evaluation):
    signed_in.page(address(evaluation))
    [line] = db.session.query(TrailLine).filter_by(act="saw impact").all()
    assert line.evaluation_id == evaluation.id and line.detail.startswith("All areas")
