"""Looking changes nothing: link scanners, previews and the back button open pages too."""

import pytest

from survey.reports import briefing, case_study_pack, pdf
from tests.rules import sources
from tests.trust import addresses_walk as walk
from tests.trust.addresses import ROOMS, rules_of

# What can be downloaded is no page.
FILES = {
    "summary_pdf",
    "results_xlsx",
    "pairs_csv",
    "release_file",
    "links_csv",
    "partner_links_csv",
    "my_flower",
    "recording",
    "case_study_pdf",
    "flagged_recording",
    "pack_pdf",
}


@pytest.fixture
def pages(app):
    return [rule for rule in rules_of(app, *ROOMS) if "GET" in rule.methods]


def test_opening_every_page_changes_nothing(app, world, signed_in, filters, monkeypatch):
    """Also by residents half-way, and under every filter; tests/trust asks as everybody."""
    # It touches no record, and would take most of the time.
    for module in (pdf, briefing, case_study_pack):
        monkeypatch.setattr(module, "to_pdf", lambda _html: b"%PDF")
    assert walk.writing_gets(app, world, {"owner": signed_in(world.owner)}, filters) == []


def test_evaluators_pages_open(pages, world, address, signed_in):
    client = signed_in(world.owner)
    for rule in pages:
        if not rule.endpoint.startswith("respondent."):
            assert client.get(address(rule)).status_code == 200, rule.rule


def test_pages_are_not_kept_by_browsers(pages, world, address, signed_in):
    client = signed_in(world.owner)
    for rule in pages:
        response = client.get(address(rule))
        assert "no-store" in response.headers.get("Cache-Control", ""), rule.rule
        assert response.headers["Referrer-Policy"] == "no-referrer", rule.rule


def test_view_endpoint_and_template_have_one_name(app, pages):
    for rule in pages:
        room, _, name = rule.endpoint.partition(".")
        assert app.view_functions[rule.endpoint].__name__ == name
        if name not in FILES:
            assert (sources.ROOT / "templates" / room / f"{name}.html").exists(), rule.endpoint


def test_addresses_could_be_spoken(app):
    for rule in rules_of(app, *ROOMS):
        fixed = [part for part in rule.rule.split("/") if not part.startswith("<")]
        assert all(part == part.lower() and "_" not in part for part in fixed), rule.rule
