import pytest
from flask import Flask

from survey.web import static_files

SHEET = "p{color:black}"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "page.css").write_text(SHEET)
    (tmp_path / "build" / "page.css.gz").write_bytes(b"squeezed")
    return tmp_path


@pytest.fixture
def served(folder):
    app = Flask("files", static_folder=str(folder))
    asset = static_files.init_app(app)

    def get(address, **headers):
        # A file stays open until its answer is closed.
        with app.test_client().get(address, headers=headers) as answer:
            answer.get_data()
            return answer

    return asset, get


def test_the_lasting_address_is_kept_for_ever(served):
    asset, get = served
    answer = get(asset("build/page.css"))
    assert answer.text == SHEET
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_the_plain_address_is_served_but_not_kept(served):
    _, get = served
    answer = get("/static/build/page.css")
    assert answer.text == SHEET
    assert "immutable" not in answer.headers["Cache-Control"]


def test_a_browser_that_reads_gzip_gets_the_small_file(served):
    asset, get = served
    answer = get(asset("build/page.css"), **{"Accept-Encoding": "gzip"})
    assert answer.data == b"squeezed"
    assert answer.headers["Content-Type"].startswith("text/css")


def test_the_digest_follows_every_name_and_byte(folder):
    first = static_files.digest_of(folder)
    assert first == static_files.digest_of(folder)
    (folder / "build" / "page.css").write_text("p{color:red}")
    second = static_files.digest_of(folder)
    (folder / "build" / "page.css").rename(folder / "build" / "other.css")
    assert len({first, second, static_files.digest_of(folder)}) == 3


def test_a_misspelt_file_is_an_error(served):
    asset, _ = served
    with pytest.raises(FileNotFoundError, match=r"build/pag\.css"):
        asset("build/pag.css")
