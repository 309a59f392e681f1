"""One word per thing, and no rooms for odds and ends."""

import ast
import re

from tests.rules import sources

ODDS_AND_ENDS = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc|tools)(_|$)")


def test_no_file_is_for_odds_and_ends():
    assert not [
        each.name for each in sources.code() + sources.tests() if ODDS_AND_ENDS.search(each.path.stem)
    ]


def test_no_folder_is_either():
    folders = {
        parent.name for each in sources.code() for parent in each.path.relative_to(sources.ROOT).parents
    }
    assert not [name for name in folders if ODDS_AND_ENDS.search(name)]


def test_no_class_is_called_survey():
    classes = [
        (each.name, node.name)
        for each in sources.code()
        for node in ast.walk(each.tree)
        if isinstance(node, ast.ClassDef)
    ]
    assert not [(file, name) for file, name in classes if re.search("Survey|Manager|Helper", name)]


def test_every_module_says_what_it_is_for():
    silent = [each.name for each in sources.code() if each.text and not ast.get_docstring(each.tree)]
    assert not silent
