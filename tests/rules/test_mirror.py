"""The tests stand in the same tree as what they test."""

from tests.rules import sources

# Test lines to code lines.
FEWEST, MOST = 1, 2


def test_every_module_has_a_test_of_the_same_name():
    missing = []
    for each in sources.code():
        path = each.path.relative_to(sources.ROOT)
        if path.name == "__init__.py":
            continue
        folder = (
            sources.ROOT / "tests" / path.relative_to("survey").parent if path.parts[0] == "survey" else None
        )
        wanted = (folder or sources.ROOT / "tests") / f"test_{path.name}"
        if not wanted.exists():
            missing.append(str(wanted.relative_to(sources.ROOT)))
    assert not missing


def test_there_is_enough_test_and_not_too_much():
    ratio = sum(each.length for each in sources.tests()) / sum(each.length for each in sources.code())
    assert FEWEST <= ratio <= MOST, f"{ratio:.2f} lines of test to a line of code"
