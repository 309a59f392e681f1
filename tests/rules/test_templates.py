"""Pages and the words on them."""

import re

import pytest

from tests.rules import sources

FOR_RESIDENTS = [
    *sources.templates("respondent"),
    sources.Source(sources.ROOT / "templates/parts/resident.html"),
]
FOR_EVALUATORS = sources.templates("evaluator", "account", "report")
NEVER = ("service user", "please note", "invalid", "click here", "e.g.", "i.e.")
LIBRARY = sorted((sources.ROOT / "survey/questionnaires/library").rglob("*.yaml"))


def words_of(text):
    """Without comments, the doctype, comparisons and names of classes, which nobody reads."""
    return re.sub(r"\{#.*?#\}|<!doctype[^>]*>|!=|govuk-!", "", text, flags=re.DOTALL).lower()


@pytest.mark.parametrize("template", FOR_RESIDENTS + FOR_EVALUATORS, ids=lambda each: each.name)
def test_words_that_nobody_should_meet(template):
    assert not [word for word in NEVER if word in words_of(template.text)]


@pytest.mark.parametrize("template", FOR_RESIDENTS + FOR_EVALUATORS, ids=lambda each: each.name)
def test_nothing_is_shouted(template):
    assert "!" not in words_of(template.text)


@pytest.mark.parametrize("file", LIBRARY, ids=lambda file: file.stem)
def test_questions_are_plain(file):
    words = file.read_text().lower()
    assert not [word for word in (*NEVER, "!") if word in words]


@pytest.mark.parametrize("template", FOR_RESIDENTS, ids=lambda each: each.name)
def test_residents_words_can_be_translated(template):
    """Outside tags and expressions there is nothing to read."""
    rest = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", template.text, flags=re.DOTALL)
    assert not re.findall(r"[A-Za-z]{2,}", rest)


# The running total of shares, see docs/decisions/one-script.md: the only script, in the only place for it.
OUR_SCRIPT = ("templates/respondent/page.html", "<script>{{ share_script|safe }}</script>")


@pytest.mark.parametrize(
    "template",
    sources.templates("respondent", "evaluator", "account", "parts", "report"),
    ids=lambda each: each.name,
)
def test_pages_run_no_script_and_carry_no_style_of_their_own(template):
    where, script = OUR_SCRIPT
    text = template.text.replace(script, "", 1) if template.name == where else template.text
    assert not re.search(r"<script|\son[a-z]+=|javascript:|\sstyle=", text)
