from decimal import Decimal

from survey.engagement import value_parts
from tests.reports import report_worlds, value_worlds


def test_a_figure_of_the_map_leads_to_the_page_of_the_map(app):
    draft = report_worlds.draft()
    draft.mark("5", "Years", 5, "counted", "R1", "Duration")
    [line] = draft.annex.lines
    assert line.path == "Value map > R1 > Duration" and line.source.exact == "5"


def test_what_answers_gave_leads_to_the_page_of_impact_and_what_was_typed_to_the_row(app):
    made = value_worlds.world()
    value_parts.type_figure(made.rows[0], "drop_off", Decimal("0.5"), "a study")
    draft = report_worlds.draft(made)
    [row] = draft.value.built.rows
    assert draft.way_to(row, row.cells["deadweight"], "Deadweight") == (
        *("Impact", "Feeling in control", "Deadweight (/control/deadweight)"),
    )
    typed = draft.way_to(row, row.cells["drop_off"], "Drop-off")
    assert typed == ("Value map", "R1", "Drop-off")


def test_every_way_begins_at_an_address_that_the_product_has(app, client):
    draft = report_worlds.draft()
    adapter = app.url_map.bind("")
    ways = dict(draft.addresses)
    assert all(adapter.match(ways[name]) for name in ("Results", "Impact", "Stakeholders"))
