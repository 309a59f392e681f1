"""What import-linter does not see: imports that hide inside a function."""

import ast

from tests.rules import sources

OWN = {"app", "survey", "tests"}


def hidden_imports(source):
    for function in source.functions:
        for node in ast.walk(function):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or "."


def test_nothing_of_our_own_is_imported_inside_a_function():
    hidden = [
        f"{each.name}: {module}"
        for each in sources.code() + sources.tests()
        for module in hidden_imports(each)
        if module.split(".")[0] in OWN
    ]
    assert not hidden


def test_only_reports_import_slow_libraries_when_they_are_needed():
    hidden = [
        f"{each.name}: {module}"
        for each in sources.code()
        if not each.name.startswith("survey/reports/")
        for module in hidden_imports(each)
    ]
    assert not hidden
