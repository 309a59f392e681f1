"""The results page says what the findings say, of whom was asked for and nobody else."""

import re

from survey.records.base import db
from survey.records.evaluation import Grant
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text
from tests.reports import impact_worlds
from tests.reports.worlds import THEN_AND_NOW, world


def address(evaluation, query=""):
    return f"/evaluations/{evaluation.id}/results{query}"


def figures(page, outcome="Feeling in control"):
    """The cells of an outcome's row in the first table, as text."""
    row = page.xpath(f"(//table)[1]//tr[normalize-space(th)='{outcome}']")[0]
    return [" ".join(cell.text_content().split()) for cell in row.xpath("td")]


def test_the_table_shows_both_means_n_and_the_percentages(signed_in):
    page = signed_in.page(address(world()))
    assert figures(page)[:7] == ["6", "2.5", "3.7", "1.2", "47", "29", "67"]
    assert "Percentage change from before, by outcome" in page.xpath("string(//caption)")
    assert "Internal: exact figures, for the team only." in text(page)


def test_the_first_sentence_is_the_finding(signed_in):
    page = signed_in.page(address(world()))
    assert page.xpath("string(//h1)").startswith(
        "Feeling in control rose by 47 per cent of its starting level"
    )


def test_area_and_level_narrow_the_table(signed_in):
    evaluation = world()
    page = signed_in.page(address(evaluation, f"?area={evaluation.areas[0].id}"))
    assert figures(page)[0] == "4"
    assert "North, all levels" in text(page)
    assert page.xpath("//select[@name='area']/option[@selected]/text()") == ["North"]
    nobody = signed_in.page(address(evaluation, "?level=one"))
    assert nobody.xpath("string(//h1)").startswith("There are no results yet")


def test_filters_are_carried_into_the_downloads(signed_in):
    evaluation = world()
    page = signed_in.page(address(evaluation, f"?area={evaluation.areas[1].id}&level=two"))
    links = page.xpath("//a[contains(@href, 'summary.pdf') or contains(@href, 'pairs.csv')]/@href")
    assert len(links) == 2 and all(f"area={evaluation.areas[1].id}&level=two" in link for link in links)


def test_what_makes_no_sense_in_the_address_is_not_guessed(signed_in):
    evaluation, other = world(), making.evaluation()
    for query in (f"?area={other.areas[0].id}", "?area=x", "?level=three", "?wave=9", "?before=imagined"):
        assert signed_in.get(address(evaluation, query)).status_code == 404, query


def test_before_any_answer_it_says_so(signed_in):
    page = signed_in.page(address(making.evaluation()))
    assert page.xpath("string(//h1)").startswith("There are no results yet")
    assert "Hand out links and cards" in text(page)
    assert not page.xpath("//a[contains(@href, 'summary.pdf')]") and "Who answered" in text(page)


def test_before_opening_it_says_what_to_do(signed_in):
    assert "not open" in text(signed_in.page(address(making.evaluation(opened=False))))


def test_recalled_befores_are_named_as_such(signed_in):
    said = text(signed_in.page(address(world(THEN_AND_NOW))))
    assert "before recalled, thinking back" in said and "Recalled before:" in said


def test_looking_is_in_the_trail_and_changes_nothing_else(signed_in):
    evaluation = world()
    signed_in.page(address(evaluation))
    lines = db.session.query(TrailLine).filter_by(act="saw results", evaluation_id=evaluation.id).all()
    assert [line.user.email for line in lines] == ["eva@example.org"]


def test_markup_in_a_name_stays_text(signed_in):
    evaluation = making.evaluation(name="<b>Bold</b> & {{ 7*7 }}")
    page = signed_in.page(address(evaluation))
    assert not page.xpath("//main//b") and "<b>Bold</b> & {{ 7*7 }}" in text(page)


def test_without_a_grant_there_is_nothing_to_see(signed_in, evaluator):
    evaluation = world()
    db.session.delete(db.session.get(Grant, (evaluator.id, evaluation.id)))
    db.session.commit()
    assert signed_in.get(address(evaluation)).status_code == 404


def test_pictures_carry_their_finding_for_those_who_cannot_see(signed_in):
    page = signed_in.page(address(world()))
    flowers = page.xpath("//*[local-name()='svg'][contains(@class, 'flower')]")
    assert len(flowers) == 3
    titles = [flower.xpath("string(*[local-name()='title'])") for flower in flowers]
    assert all(re.match("The flower of (All areas|North|South)", title) for title in titles)
    assert not page.xpath("//@style")


def test_by_choice_the_table_says_how_much_is_due_to_the_programme(signed_in):
    evaluation = impact_worlds.world()
    plain = signed_in.page(address(evaluation))
    assert "Deadweight" not in " ".join(plain.xpath("(//table)[1]//th/text()"))
    page = signed_in.page(address(evaluation, "?impact=yes"))
    # Deadweight, attribution to others, displacement, and what they leave of 100 per cent.
    assert figures(page)[7:11] == ["60", "63", "0", "15"]
    assert page.xpath("//select[@name='impact']/option[@selected]/text()") == ["Shown"]
    links = page.xpath("//a[contains(@href, 'summary.pdf') or contains(@href, 'tables.xlsx')]/@href")
    assert len(links) == 2 and all("impact=yes" in link for link in links)
    assert signed_in.get(address(evaluation, "?impact=maybe")).status_code == 404
