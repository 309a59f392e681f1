import io
import json

import pytest

from survey.engagement import opened_releases
from survey.records.base import db
from survey.records.trail import TrailLine
from survey.reports import release_file
from tests import making
from tests.opened import FILE
from tests.reading import text


@pytest.fixture
def evaluation(signed_in):
    return making.evaluation()


def files(evaluation):
    return f"/evaluations/{evaluation.id}/comparison/files"


def send(client, evaluation, data=FILE, name="release-4.alongside.json"):
    return client.fill(files(evaluation), form=-1, file=(io.BytesIO(data), name))


def test_a_release_is_saved_and_opened_by_another_with_the_same_code(signed_in, evaluation):
    making.pairs(evaluation, "hope", [(2, 4), (3, 3), (1, 4)] * 14)
    making.release(evaluation)
    release = signed_in.page(f"/evaluations/{evaluation.id}/releases/1")
    [way] = release.xpath("//a[contains(., 'for another council')]/@href")
    saved = signed_in.get(way)
    assert saved.headers["Content-Disposition"].endswith('release-1.alongside.json"')
    code = release_file.read(saved.data).code
    assert f"Its code is {code}" in text(release)
    other = making.evaluation(name="Another")
    page = text(send(signed_in, other, saved.data))
    assert "Example Council, release 1: the file is open." in page and "One release of others" in page
    assert page.count(code) == 2
    assert signed_in.get(way).data == saved.data
    assert "downloaded a release" in db.session.scalars(db.select(TrailLine.act)).all()


def test_a_file_can_be_removed(signed_in, evaluation):
    send(signed_in, evaluation)
    page = text(signed_in.fill(files(evaluation), form=0))
    assert "It can be opened again." in page and "No release of others is open here yet" in page


def test_opening_it_twice_shows_it_once(signed_in, evaluation):
    send(signed_in, evaluation)
    assert "One release of others" in text(send(signed_in, evaluation))


@pytest.mark.parametrize(
    "data, words",
    [
        (b"", "This is not a release that was saved as a file."),
        (FILE.replace(b"Example", b"Elsewhere"), "This file was changed after it was made"),
        (FILE + b" " * 99, "This file is too big for a release"),
    ],
)
def test_what_cannot_be_opened_is_said_beside_the_field_and_nothing_is_kept(
    signed_in, evaluation, data, words, monkeypatch
):
    monkeypatch.setattr(release_file, "MOST_BYTES", len(FILE) + 50)
    sent = send(signed_in, evaluation, data)
    assert sent.status_code == 422 and words in text(sent)
    assert opened_releases.of(evaluation) == []


def test_nothing_in_a_file_is_html(signed_in, evaluation):
    plain = json.loads(FILE)
    hostile = "<script>alert(1)</script><b>North</b> {{ 7*7 }}"
    plain["council"] = plain["content"]["findings"]["council"] = hostile
    plain["digest"] = release_file._digest(plain)
    page = send(signed_in, evaluation, json.dumps(plain).encode())
    assert page.status_code == 200 and hostile in text(page)
    assert "<script>" not in page.text and "<b>" not in page.text


def test_when_there_are_too_many_one_has_to_go(signed_in, evaluation, monkeypatch):
    monkeypatch.setattr(opened_releases, "MOST", 0)
    assert "Remove one first." in text(send(signed_in, evaluation))


def test_what_is_not_there_is_not_found(signed_in, evaluation):
    send(signed_in, evaluation)
    theirs = making.evaluation(making.user("other@example.org"), name="Theirs")
    [kept] = opened_releases.of(evaluation)
    assert signed_in.get(f"/evaluations/{theirs.id}/comparison/files").status_code == 404
    mine = making.evaluation(name="Mine, too")
    assert signed_in.post(f"{files(mine)}/{kept.id}/remove").status_code == 404
    assert signed_in.get(f"/evaluations/{evaluation.id}/releases/7/for-others").status_code == 404
