import json

import pytest
from hypothesis import given

from survey.questionnaires import loading
from survey.questionnaires.loading import (
    from_json,
    library,
    load,
    question_from_json,
    read,
    to_json,
)
from survey.questionnaires.model import to_document
from survey.questionnaires.place import QuestionnaireError
from tests.questionnaires.documents import REMOVED, changed, example, questionnaires, questions, quickly

HOPE = "pages.0.questions.1"
BROKEN = [
    ("colour", "red", "", "", "colour", "is not known here"),
    ("version", REMOVED, "", "", "version", "is missing"),
    ("version", "1", "", "", "version", "whole number"),
    ("id", "An example", "", "", "id", "kebab-case"),
    ("title", "", "", "", "title", "must have words"),
    ("title", "x" * 201, "", "", "title", "is 201 characters long; the most is 200"),
    ("pages", [], "", "", "pages", "a list with something in it"),
    ("pages.0", "start", "1", "", "", "must be keys and values"),
    ("pages.0.colour", "red", "start", "", "colour", "is not known here"),
    ("pages.0.id", REMOVED, "1", "", "id", "is missing"),
    ("pages.0.id", "The start", "The start", "", "id", "snake_case"),
    ("pages.0.questions", "hope", "start", "", "questions", "a list"),
    (f"{HOPE}.colour", "red", "start", "hope", "colour", "is not known here"),
    (f"{HOPE}.id", REMOVED, "start", "2", "id", "is missing"),
    (f"{HOPE}.kind", "slider", "start", "hope", "kind", "must be one of scale"),
    (f"{HOPE}.text", "x" * 401, "start", "hope", "text", "is 401 characters long"),
    (f"{HOPE}.better", "up", "start", "hope", "better", "higher, lower, not 'up'"),
    (f"{HOPE}.also", ["skipped"], "start", "hope", "also", "must be one of"),
    (f"{HOPE}.also", ["dont_know"] * 2, "start", "hope", "also", "more than once"),
    (f"{HOPE}.choices.0.colour", "red", "start", "hope", "choices.1.colour", "is not known here"),
    (f"{HOPE}.choices.2.text", REMOVED, "start", "hope", "choices.3.text", "is missing"),
    (
        f"{HOPE}.choices.2.value",
        1.5,
        "start",
        "hope",
        "choices.3.value",
        "in quotes, at most 60 long, not 1.5",
    ),
    (f"{HOPE}.choices.2.value", True, "start", "hope", "choices.3.value", "in quotes"),
    (f"{HOPE}.show_if", {"question": "a", "equals": 1}, "start", "hope", "show_if.equals", "is not known"),
    (f"{HOPE}.show_if", {"question": "a", "is": "b"}, "start", "hope", "show_if.is", "must be a list"),
]


@pytest.mark.parametrize(("path", "value", "on_page", "question", "key", "problem"), BROKEN)
def test_what_cannot_be_read_is_refused_in_its_place(path, value, on_page, question, key, problem):
    with pytest.raises(QuestionnaireError) as caught:
        read(changed(path, value), "a.yaml")
    error = caught.value
    assert (error.name, error.page, error.question, error.key) == ("a.yaml", on_page, question, key)
    assert problem in error.problem


@pytest.mark.parametrize("document", [None, [], "text", 7])
def test_a_document_that_is_no_mapping_is_refused(document):
    with pytest.raises(QuestionnaireError, match=r"a\.yaml: must be keys and values"):
        read(document, "a.yaml")


@pytest.mark.parametrize("scores", [[1, 2], ["1", "2"]])
def test_a_condition_on_a_scale_is_kept_as_text(scores):
    document = changed("pages.1.questions.1.show_if", {"question": "hope", "is": scores})
    assert read(document, "f").question("topics").show_if.values == ("1", "2")


@quickly
@given(questionnaires())
def test_random_questionnaires_survive_json_and_read_the_same(questionnaire):
    assert from_json(to_json(questionnaire)) == questionnaire
    assert read(to_document(questionnaire), "f") == questionnaire


@quickly
@given(questions())
def test_random_questions_survive_json_by_themselves(question):
    assert question_from_json(to_json(question)) == question


def test_json_is_canonical():
    text = to_json(read(example(), "f"))
    assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"))


@pytest.mark.parametrize("reader", [from_json, question_from_json])
def test_broken_json_is_refused_by_name(reader):
    with pytest.raises(QuestionnaireError, match="box 4: is not JSON that can be read"):
        reader('{"id": ', "box 4")


@pytest.mark.parametrize("content", [b"id: [", b"id: \xff\xfe\xfa"])
def test_a_file_that_is_no_yaml_is_refused_by_name(tmp_path, content):
    path = tmp_path / "torn.yaml"
    path.write_bytes(content)
    with pytest.raises(QuestionnaireError, match=r"torn\.yaml: is not YAML"):
        load(path)


def test_a_file_is_read_safely(tmp_path):
    path = tmp_path / "sly.yaml"
    path.write_text("id: !!python/object/apply:os.getcwd []")
    with pytest.raises(QuestionnaireError):
        load(path)


def test_the_library_is_read_once_and_cannot_be_changed():
    assert library() is library()
    with pytest.raises(TypeError):
        library()["new"] = None


def test_a_library_file_is_named_after_its_questionnaire(tmp_path, monkeypatch):
    (tmp_path / "other-name.yaml").write_text(to_json(read(example(), "f")))
    monkeypatch.setattr(loading, "LIBRARY", tmp_path)
    with pytest.raises(QuestionnaireError, match=r"other-name\.yaml, key id: must be the file's name"):
        library.__wrapped__()
