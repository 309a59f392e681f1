import pytest

from survey.reports.assets import FILES, STATIC, NotOurs, find


@pytest.mark.parametrize("address", [
    *("file:///etc/passwd", "http://example.org/report.css", "https://example.org/x.woff2"),
    *("data:text/css,p{}", "report.css", "asset:", "asset:../survey/settings.py", "asset:/etc/passwd"),
    "asset:build/fonts/atkinson-latin-400.woff2",
])  # fmt: skip
def test_everything_but_our_own_report_files_is_refused(address):
    with pytest.raises(NotOurs, match="may not read"):
        find(address)


def test_our_own_files_are_found_with_their_kind(tmp_path):
    (tmp_path / "report.css").write_text("p { margin: 0 }")
    assert find("asset:report.css", tmp_path) == (b"p { margin: 0 }", "text/css")


def test_a_font_that_set_up_has_not_built_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        find("asset:atkinson-latin-400.woff2", tmp_path)


def test_the_style_sheet_asks_for_every_file_and_no_other():
    css = (STATIC / "report.css").read_text()
    assert css.count("url(") == len(FILES) - 1
    assert all(f"url(asset:{name})" in css for name in FILES if name != "report.css")
