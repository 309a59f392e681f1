"""What a map comes to is shown whole, each figure with a link; what is missing has a link to its page."""

import pytest
from lxml import html

from survey.engagement import value_maps
from survey.records.base import db
from survey.records.job import Job
from tests import making, valuing
from tests.reading import text
from tests.reports import value_worlds
from tests.web.evaluator.test_value_maps import address


@pytest.fixture
def made(signed_in, evaluator):
    made = value_worlds.world()
    making.evaluations.grant(made.evaluation, evaluator)
    db.session.commit()
    return made


def place(made, rest="/result"):
    return address(made.evaluation, f"/{made.id}{rest}")


def test_the_ratio_stands_on_top_with_its_range_and_all_that_it_is_of(signed_in, made):
    page = text(signed_in.page(place(made)))
    assert "1.29 (0.6 to 2.2), 3.5 per cent, 2 years" in page and "up to" not in page
    for said in ("Present value £1,293.48", "Net present value £293.48", "Net ratio 0.29", "£25.87"):
        assert said in page
    assert "seldom be taken out of a budget" in page and "seed 2026" in page and "savings" in page


def test_every_figure_of_a_row_leads_to_where_it_comes_from(signed_in, made):
    tree = signed_in.page(place(made))
    links = {link.get("aria-label"): link.get("href") for link in tree.xpath("//a[@aria-label]")}
    row = place(made, f"/rows/{made.rows[0].id}/figures")
    assert links["50.0, R1 More in control, How many"] == f"{row}/quantity"
    assert links["63, R1 More in control, Attribution to others"] == f"{row}/attribution-to-others"
    assert links["100.00, R1 More in control, Worth of one a year"].endswith(
        f"/proxies/{made.rows[0].proxy_id}"
    )
    # How long it lasts is said on the page of the row.
    assert place(made, f"/rows/{made.rows[0].id}") in links.values()
    for there in set(links.values()):
        assert signed_in.get(there).status_code == 200


def test_three_pictures_say_in_words_what_they_show(signed_in, made):
    titles = signed_in.page(place(made)).xpath("//*[local-name()='svg']/*[local-name()='title']/text()")
    assert [title.split(":")[0] for title in titles] == [
        *("Who gains", "Value year by year", "What the ratio hangs on")
    ]


def test_what_is_missing_is_listed_with_the_page_where_it_can_be_given(signed_in, made):
    row = valuing.row(made, "fewer_gp_visits")
    made.rows[0].proxy_id = None
    db.session.commit()
    response = signed_in.get(place(made))
    assert "There is no ratio yet" in text(response)
    gaps = html.fromstring(response.text).xpath("//main//ul[contains(@class, 'bullet')]//a/@href")
    assert place(made, f"/rows/{made.rows[0].id}") in gaps
    assert place(made, f"/rows/{row.id}/figures/deadweight") in gaps
    for there in gaps:
        assert signed_in.get(there).status_code == 200


def test_an_empty_map_leads_to_inputs_and_rows(signed_in, evaluator):
    made = valuing.value_map(making.evaluation(evaluator), inputs=0)
    gaps = signed_in.page(place(made)).xpath("//main//ul[contains(@class, 'bullet')]//a/@href")
    assert gaps == [place(made, "/inputs"), place(made, "/rows")]


def test_published_figures_stand_beside_and_are_not_mixed_in(signed_in, made):
    value_maps.change(made, {"published_value": 6_470_000, "published_inputs": 1_760_000})
    db.session.commit()
    page = text(signed_in.page(place(made)))
    assert "£6,470,000 on £1,760,000, which is 3.68. For reference only" in page and "1.29" in page


def test_the_full_report_is_asked_for_in_the_background(signed_in, made):
    response = signed_in.fill(place(made), follow=False)
    [job] = db.session.query(Job).all()
    assert response.status_code == 303 and response.location.endswith(f"/jobs/{job.id}")
    assert (job.kind, job.about) == (value_maps.REPORT, {"value_map": made.id})


def test_a_map_of_another_evaluation_is_not_found(signed_in, made):
    other = making.evaluation(making.user("noise@example.org"), name="Other")
    theirs = valuing.value_map(other, "Theirs")
    assert signed_in.get(address(made.evaluation, f"/{theirs.id}/result")).status_code == 404
    assert signed_in.get(place(theirs)).status_code == 404
