import gzip

from survey.web.respondent.packing import packed

SHEET = "p{color:red}" * 700


def page(words):
    return f"<head><style>{SHEET}</style></head><p>{words}</p>"


def test_a_page_comes_out_as_it_went_in():
    for words in ("Hope", "Gobaith ’ ŵ", "Hope", "x" * 50_000, ""):
        assert gzip.decompress(packed(page(words))).decode() == page(words)


def test_a_page_without_a_sheet_does_too():
    assert gzip.decompress(packed("<p>Hope")).decode() == "<p>Hope"


def test_it_is_as_small_as_if_it_were_packed_in_one_go():
    assert len(packed(page("Hope"))) <= len(gzip.compress(page("Hope").encode(), 6)) + 10
