"""The tree holds the product and nothing of the place where it was made."""

import re

import pytest

from tests.rules import sources

OURS = ("survey", "tests", "templates", "static", "docs", "migrations", "translations", ".ci")
LEFT_OUT = {"build", "__pycache__", "fonts"}
# Put together here, so that this file does not find itself.
ELSEWHERE = ("../" + "shared", "/" + "work/", "/" + "root/", "/" + "home/")


def files():
    for folder in OURS:
        yield from (sources.ROOT / folder).rglob("*")
    yield from sources.ROOT.glob("*.*")
    yield sources.ROOT / "Makefile"


def texts():
    for path in files():
        if path.is_file() and not LEFT_OUT & set(path.relative_to(sources.ROOT).parts):
            try:
                yield path.relative_to(sources.ROOT), path.read_text()
            except UnicodeDecodeError:
                continue


def test_no_path_of_a_machine_and_nothing_from_outside():
    found = [f"{path}: {name}" for path, text in texts() for name in ELSEWHERE if name in text]
    assert not found


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned(name):
    lines = (sources.ROOT / name).read_text().splitlines()
    asked = [line for line in lines if line and not line.startswith(("#", "-c"))]
    assert asked
    assert not [
        line for line in asked if not re.fullmatch(r"[A-Za-z0-9_.\[\]-]+==[^ ;]+( ;.*)?", line.strip())
    ]


def test_both_lists_pin_the_same_versions():
    first, second = (dict(pins(name)) for name in ("requirements.txt", "requirements-dev.txt"))
    assert not {name for name in first.keys() & second.keys() if first[name] != second[name]}


def pins(name):
    for line in (sources.ROOT / name).read_text().splitlines():
        if "==" in line:
            yield line.split("==", 1)


def test_pages_need_nothing_from_another_host():
    outside = re.compile(r"(src|href)=[\"'](https?:)?//")
    assert not [str(path) for path, text in texts() if path.suffix == ".html" and outside.search(text)]
