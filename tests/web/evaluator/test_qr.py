import segno
from lxml import etree

from survey.web.evaluator.qr import MASK, qr, typed_address

ADDRESS = "https://alongside.example.org/a/abcdefghijklmnopqrstuvwxyz"


def test_the_square_is_the_address_and_has_a_name():
    svg = etree.fromstring(qr(ADDRESS, "A & B"))
    assert svg.get("role") == "img" and svg.findtext("title") == "A & B"
    code = segno.make_qr(ADDRESS, error="m", mask=MASK)
    side = code.symbol_size(border=4)[0]
    assert svg.get("viewBox") == f"0 0 {side} {side}"
    dark = sum(map(sum, code.matrix))
    assert dark == sum(int(run) for run in _runs(svg.find("path").get("d")))


def test_the_address_is_said_as_people_type_it(app):
    app.config["BASE_URL"] = "https://alongside.example.org:8443"
    assert typed_address() == "alongside.example.org:8443"


def test_other_addresses_make_other_squares():
    assert qr(ADDRESS, "x") != qr(ADDRESS + "y", "x")


def test_no_style_stands_in_the_way_of_the_content_policy():
    assert "style" not in qr(ADDRESS, "x")


def _runs(path):
    return [part.split("m")[0].split("M")[0] for part in path.split("h")[1:]]
