import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.questionnaires.loading import read
from survey.questionnaires.model import to_document
from tests.questionnaires.documents import changed, example, questionnaires, quickly


def test_a_scale_knows_its_ends_and_whether_it_is_an_outcome():
    questionnaire = read(example(), "f")
    hope, then = questionnaire.question("hope"), questionnaire.question("hope_then")
    assert (hope.lowest, hope.highest) == (1, 3)
    assert hope.is_outcome
    assert not then.is_outcome
    assert not questionnaire.question("visits").is_outcome
    assert questionnaire.outcomes == (hope,)


def test_a_scale_without_a_better_end_is_no_outcome():
    document = changed("pages.0.questions.1.better", None)
    del document["pages"][0]["questions"][1]["better"], document["pages"][1]["questions"][0]["better"]
    assert read(document, "f").outcomes == ()


def test_questions_come_in_the_order_of_the_pages():
    ids = [question.id for question in read(example(), "f").questions]
    assert ids == ["help_wanted", "hope", "hope_then", "topics", "visits", "story"]


def test_pages_and_questions_are_found_by_id():
    questionnaire = read(example(), "f")
    assert questionnaire.page("more").text == "A few more."
    with pytest.raises(KeyError):
        questionnaire.page("hope")
    with pytest.raises(KeyError):
        questionnaire.question("start")


def test_the_digest_is_the_same_for_the_same_document_in_any_order_of_keys():
    document = example()
    turned = dict(reversed(document.items()))
    assert read(document, "f").digest == read(turned, "g").digest


def test_the_digest_is_kept_from_one_version_of_the_program_to_the_next():
    # Opened questionnaires store it: if this changes, theirs no longer match.
    digest = read(example(), "f").digest
    assert digest == "bdf0e28a36325058c5cae23de6e1f318524c66232d4a8ebeb3fce8db30c8c348"


@quickly
@given(questionnaires(), st.data())
def test_every_text_is_in_the_digest(questionnaire, data):
    document = to_document(questionnaire)
    holder, key = data.draw(st.sampled_from(list(_texts(document))))
    holder[key] += "x"
    assert read(document, "f").digest != questionnaire.digest


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("version", 4),
        ("pages.0.questions.0.id", "help_needed"),
        ("pages.2.questions.0.kind", "date"),
        ("pages.0.questions.0.choices.1.value", "never"),
        ("pages.1.questions.1.most", 3),
        ("pages.1.questions.1.show_if.is", ["yes"]),
    ],
)
def test_ids_kinds_values_and_rules_are_in_the_digest(path, value):
    document = changed(path, value)
    if value == "help_needed":
        document["pages"][1]["questions"][1]["show_if"]["question"] = value
    if value == "date":
        del document["pages"][2]["questions"][0]["longest"]
    assert read(document, "f").digest != read(example(), "f").digest


def test_a_document_leaves_out_what_is_not_said():
    document = to_document(read(example(), "f"))
    assert document == example()


def _texts(part):
    if isinstance(part, list):
        for item in part:
            yield from _texts(item)
    if isinstance(part, dict):
        for key, value in part.items():
            if key in ("title", "text", "short_name", "hint", "source", "licence"):
                yield part, key
            yield from _texts(value)
