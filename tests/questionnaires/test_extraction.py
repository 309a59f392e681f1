import io
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

from survey.questionnaires import composing
from survey.questionnaires.extraction import N_, extract
from survey.questionnaires.loading import LIBRARY, library
from survey.questionnaires.states import OFFERED
from survey.questionnaires.typed import TOO_LONG

ROOT = Path(__file__).resolve().parents[2]
FILE = b"""id: a
source: not for residents
title: >-
  A long
  title
pages:
  - id: one
    text: "  "
    questions:
      - text: "How?"
        also: [dont_know]
        choices:
          - {value: low, text: Low}
"""


def test_a_marked_text_stays_as_it_is():
    assert N_("as it is") == "as it is"


def test_texts_come_with_their_lines_and_blank_ones_do_not():
    found = [(line, text) for line, _, text, _ in extract(io.BytesIO(FILE), [], [], {})]
    assert found == [(3, "A long title"), (10, "How?"), (13, "Low")]


@pytest.mark.parametrize("name", sorted(library()))
def test_every_text_a_resident_sees_of_the_library_is_extracted(name):
    with (LIBRARY / f"{name}.yaml").open("rb") as file:
        found = {text for _, _, text, _ in extract(file, [], [], {})}
    questionnaire = library()[name]
    shown = {questionnaire.title}
    for page in questionnaire.pages:
        shown |= {page.title, page.text}
    for question in questionnaire.questions:
        shown |= {question.text, question.text_then, question.hint, question.short_name}
        shown |= {choice.text for choice in question.choices}
    assert found == shown - {""}


def test_babel_finds_the_library_and_the_texts_in_the_code_by_the_configuration():
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    room = [(pattern, method) for pattern, method in methods if "jinja2" not in method]
    found = {found[2] for found in extract_from_dir(ROOT / "survey/questionnaires", _beneath(room), options)}
    assert {TOO_LONG, *OFFERED.values(), composing.THINKING_BACK, composing.HELPED_QUESTION.text} <= found
    assert "How often do you feel lonely?" in found


def _beneath(methods):
    """The patterns as seen from the room itself, so that the test reads no other room."""
    return [
        (pattern.replace("survey/questionnaires/", "").replace("survey/", ""), method)
        for pattern, method in methods
    ]
