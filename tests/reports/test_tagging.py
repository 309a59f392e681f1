import pikepdf
import pytest


@pytest.fixture
def elements(papers):
    with pikepdf.open(papers["summary"]) as document:
        yield list(walk(document.Root.StructTreeRoot.K[0]))


def walk(element):
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from walk(kid)


def test_every_header_cell_says_which_way_it_points(elements):
    scopes = [str(element.A.Scope) for element in elements if element.S == "/TH"]
    assert scopes == ["/Column"] * 8 + ["/Row"] * 8


def test_every_cell_knows_its_headers_and_every_header_can_be_found(papers, elements):
    with pikepdf.open(papers["summary"]) as document:
        names = [bytes(name) for name in list(document.Root.StructTreeRoot.IDTree.Names)[::2]]
    assert names == sorted(names) and len(names) == 16
    cells = [[bytes(name) for name in element.A.Headers] for element in elements if element.S == "/TD"]
    assert len(cells) == 8 * 7
    assert all(len(headers) == 2 and set(headers) <= set(names) for headers in cells)


def test_every_picture_has_words(elements):
    spoken = [str(element.Alt) for element in elements if element.S == "/Figure"]
    assert len(spoken) == 8 + 2 + 1 and "Derby: all outcomes grew towards their good end" in spoken
