"""A release as a file: the same for ever, whole or refused in plain words, never a fault of ours."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.reports import frozen, release_file, release_shape
from survey.reports.release_file import Unreadable, digest_of, made_of, read
from tests.reports.story_worlds import WORDS

FOLDER = Path(__file__).parent
KEPT = {number: (FOLDER / f"release-of-format-{number}.json").read_text() for number in (1, 2, 3, 4)}
FILE = made_of(KEPT[2])
# Worked out once; a file that somebody has may not become another.
DIGEST = "5c5a9812c2bf8480a40199584703c8f00a388272249482bd804b3c7c68cb22ee"


def resealed(change, file=FILE) -> bytes:
    """The file with something changed in it, and a digest that fits."""
    plain = json.loads(file)
    change(plain)
    plain["digest"] = release_file._digest(plain)
    return json.dumps(plain).encode()


def told(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read(data)
    return str(refused.value)


@pytest.mark.parametrize("number", KEPT)
def test_a_file_holds_the_release_without_what_people_told(number):
    found = read(made_of(KEPT[number]))
    before = frozen.from_text(KEPT[number])
    assert found.findings.change == before.change and found.findings.impact == before.impact
    assert found.findings.stories is None
    assert release_file.reopen(found.text) == found.findings
    assert list(found.findings.flowers) == list(before.flowers)


def test_words_of_tellers_stay_behind():
    assert WORDS in KEPT[3]
    assert WORDS not in made_of(KEPT[3]).decode()


def test_the_same_release_gives_the_same_file_and_digest_for_ever():
    assert digest_of(KEPT[1]) == DIGEST == read(made_of(KEPT[1])).digest
    assert made_of(KEPT[1]) == made_of(KEPT[1])


def test_every_change_gives_another_code():
    other = read(resealed(lambda plain: plain["content"]["findings"].update(note="another")))
    assert other.code != read(FILE).code


def test_how_it_is_laid_out_does_not_matter():
    tight = json.dumps(json.loads(FILE), sort_keys=True, separators=(",", ":")).encode("utf-8-sig")
    assert read(tight).digest == read(FILE).digest


def test_a_changed_figure_is_told():
    [people, *_] = re.findall(rb'"n_pairs": \d+', FILE)
    assert "was changed after it was made" in told(FILE.replace(people, b'"n_pairs": 95', 1))
    assert "was changed after it was made" in told(FILE.replace(b"Example Council", b"Another Council"))
    # Control: the very same words, unchanged.
    assert read(FILE.replace(b"Example Council", b"Example Council"))


def test_a_newer_file_asks_for_an_update():
    assert "Update first" in told(resealed(lambda plain: plain.update(format=2, more="of tomorrow")))
    newer = frozen.FORMAT + 1
    assert "Update first" in told(resealed(lambda plain: plain["content"].update(format=newer)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"\xff\xfe{",
        b"[]",
        b"null",
        b"3",
        b'{"product": "Something else"}',
        b'{"product": "Alongside", "product": "Alongside"}',
        b'{"product": NaN}',
        b'{"product": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
    ids=range(12),
)
def test_what_is_no_release_is_refused(data):
    assert told(data) == release_file.NOT_A_RELEASE


def test_a_file_that_is_too_big_is_not_even_read():
    assert told(b" " * (release_file.MOST_BYTES + 1)) == release_file.TOO_BIG


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.update(more=1),
        lambda plain: plain.pop("council"),
        lambda plain: plain.update(council="Another Council"),
        lambda plain: plain.update(format=True),
        lambda plain: plain.update(content=[]),
        lambda plain: plain["content"].update(findings=None),
        lambda plain: plain["content"]["findings"].update(stories=json.loads(KEPT[3])["findings"]["stories"]),
        lambda plain: plain["content"]["findings"]["change"]["rows"][0][2].update(n_pairs=13),
        lambda plain: plain["content"]["findings"].update(note="\ud800"),
        lambda plain: plain["content"]["findings"].update(note="\x00"),
    ],
)
def test_a_digest_that_fits_makes_no_release(change):
    assert told(resealed(change)).startswith("This file does not hold a release as Alongside makes it")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("hidden"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def _places(value, path=()):
    """Where something stands in the file, of every kind: a way in, by names and numbers."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in inner:
        yield from _places(each, (*path, name))


def _small() -> dict:
    """The file with one row in a table and one outcome, which is quicker to read and as strange."""
    plain = json.loads(FILE)
    findings = plain["content"]["findings"]
    findings["outcomes"], findings["parts"] = findings["outcomes"][:1], findings["parts"][:1]
    findings["impact"]["outcomes"] = findings["impact"]["outcomes"][:1]
    plain["content"]["format"], findings["value"] = 4, json.loads(KEPT[4])["findings"]["value"]
    findings["flowers"] = {"North": findings["flowers"]["North"]}
    for path in list(_places(plain)):
        if path and path[-1] == "rows":
            table = plain
            for name in path[:-1]:
                table = table[name]
            if isinstance(table["rows"], list):
                table["rows"] = table["rows"][:1]
    return plain


SMALL = json.dumps(_small())
PLACES = list(_places(json.loads(SMALL)["content"]))[1:]


@given(st.sampled_from(PLACES), ANYTHING)
@settings(max_examples=150, deadline=None)
def test_anything_anywhere_is_read_whole_or_refused_in_words(path, value):
    def put(plain):
        there = plain["content"]
        for name in path[:-1]:
            there = there[name]
        there[path[-1]] = value

    try:
        found = read(resealed(put, SMALL))
    except Unreadable as refused:
        assert str(refused).endswith(".")
    else:
        assert release_file.reopen(found.text) == found.findings
        release_shape.check(json.loads(found.text)["content"]["findings"])


def test_the_small_file_is_read():
    assert read(resealed(lambda plain: None, SMALL))


@given(st.binary(max_size=60), st.integers(0, len(FILE)), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_bytes_that_go_wrong_on_the_way_are_told(noise, start, gone):
    spoilt = FILE[:start] + noise + FILE[start + gone :]
    try:
        assert read(spoilt).digest == read(FILE).digest
    except Unreadable:
        assert json_of(spoilt) != json.loads(FILE)


def json_of(data):
    try:
        return json.loads(data.decode("utf-8-sig"))
    except ValueError:
        return None
