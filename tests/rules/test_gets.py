"""Every page opens, and none is kept; that looking changes nothing is in tests/trust/test_addresses.py."""

import pytest

from tests.rules import sources
from tests.trust.addresses import ROOMS, rules_of

# What can be downloaded is no page.
FILES = {
    "summary_pdf",
    "results_xlsx",
    "value_spreadsheet_xlsx",
    "pairs_csv",
    "release_file",
    "release_for_others",
    "job_file",
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


def test_evaluators_pages_open(opened):
    for rule, response in opened:
        if not rule.endpoint.startswith("respondent."):
            assert response.status_code == 200, rule.rule


def test_pages_are_not_kept_by_browsers(opened):
    for rule, response in opened:
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
