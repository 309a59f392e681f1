"""Looking changes nothing: link scanners, previews and the back button open pages too."""

from tests.rules import sources

# What can be downloaded is no page.
FILES = {"summary_pdf", "pairs_csv", "links_csv", "my_flower"}
ROOMS = ("respondent", "evaluator", "account")


def rules_of(app, method):
    return [
        rule
        for rule in app.url_map.iter_rules()
        if method in rule.methods and rule.endpoint.split(".")[0] in ROOMS
    ]


def test_opening_every_page_changes_nothing(app, world, address, signed_in, kept):
    before, client = kept(), signed_in(world.owner)
    for rule in rules_of(app, "GET"):
        response = client.get(address(rule))
        assert response.status_code < 500, rule.rule
        assert kept() == before, f"{rule.rule} changed something"


def test_evaluators_pages_open(app, world, address, signed_in):
    client = signed_in(world.owner)
    for rule in rules_of(app, "GET"):
        if not rule.endpoint.startswith("respondent."):
            assert client.get(address(rule)).status_code == 200, rule.rule


def test_pages_are_not_kept_by_browsers(app, world, address, signed_in):
    client = signed_in(world.owner)
    for rule in rules_of(app, "GET"):
        response = client.get(address(rule))
        assert "no-store" in response.headers.get("Cache-Control", ""), rule.rule
        assert response.headers["Referrer-Policy"] == "no-referrer", rule.rule


def test_view_endpoint_and_template_have_one_name(app):
    for rule in rules_of(app, "GET"):
        room, _, name = rule.endpoint.partition(".")
        assert app.view_functions[rule.endpoint].__name__ == name
        if name not in FILES:
            assert (sources.ROOT / "templates" / room / f"{name}.html").exists(), rule.endpoint


def test_addresses_could_be_spoken(app):
    for rule in rules_of(app, "GET") + rules_of(app, "POST"):
        fixed = [part for part in rule.rule.split("/") if not part.startswith("<")]
        assert all(part == part.lower() and "_" not in part for part in fixed), rule.rule
