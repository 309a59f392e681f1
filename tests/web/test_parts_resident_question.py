import pytest

from survey.questionnaires.model import KINDS, WITH_CHOICES, Choice, Question
from tests.web.looking import make_app, shown


@pytest.fixture
def app():
    return make_app()


def question(app, q, *arguments, **context):
    call = '{% from "parts/resident_question.html" import question %}{{ question(q, raw, error, heading) }}'
    raw, error, heading = [*arguments, None, None, None][:3]
    return shown(app, call, q=q, raw=raw, error=error, heading=heading, **context)[0]


def a_question(kind, **more):
    choices = (Choice(1, "Never, 0%"), Choice(2, "Often")) if kind in WITH_CHOICES else ()
    also = ("dont_know", "prefer_not_to_say")
    return Question("hope", kind, "Hope", "How hopeful are you?", choices=choices, also=also, **more)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("heading", [True, False])
def test_a_question_is_asked_with_labels_hints_and_ids_that_fit(app, kind, heading):
    page = question(app, a_question(kind, hint="Your best guess"), (), "Choose one", heading)
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert page.words.startswith("How hopeful are you? Your best guess Problem: Choose one")
    inputs = [attrs["id"] for tag, attrs in page.tags if tag in ("input", "textarea")]
    assert inputs[0] == "hope"
    assert [attrs["for"] for tag, attrs in page.tags if tag == "label"] == inputs
    assert page.all("aria-describedby") == ["hope-hint hope-error"]
    assert "govuk-form-group--error" in page.text
    assert "govuk-form-group--error" not in question(app, a_question(kind)).text
    assert ("<h1" in page.text) is heading
    assert page.words.endswith("or I don’t know Prefer not to say")
    assert set(page.all("name")) == {"hope"}


@pytest.mark.parametrize("kind", ["scale", "choice", "choices"])
def test_what_was_chosen_stays_chosen(app, kind):
    page = question(app, a_question(kind), ["2"])
    assert [attrs["value"] for _, attrs in page.tags if "checked" in attrs] == ["2"]
    assert page.all("value") == ["1", "2", "dont_know", "prefer_not_to_say"]


@pytest.mark.parametrize(
    ("kind", "raw"), [("number", ["12"]), ("words", ["a <b>"]), ("date", ["3", "x", "2025"])]
)
def test_what_was_typed_stays_typed(app, kind, raw):
    page = question(app, a_question(kind), [*raw, "dont_know"])
    assert [attrs["value"] for _, attrs in page.tags if "checked" in attrs] == ["dont_know"]
    if kind == "words":
        assert ">\na &lt;b&gt;</textarea>" in page.text
    else:
        assert page.all("value")[: len(raw)] == raw


def test_a_share_has_a_box_for_each_contributor_that_keeps_what_was_typed(app):
    page = question(app, a_question("share"), ["40%", "", "dont_know"])
    boxes = [attrs for tag, attrs in page.tags if tag == "input" and "inputmode" in attrs]
    assert [(box["id"], box["name"], box["value"]) for box in boxes] == [
        ("hope", "hope", "40%"),
        ("hope-2", "hope", ""),
    ]
    assert "Never, 0% Often or" in page.words
    assert "Write whole numbers that make 100. An empty box counts as 0." in page.words


def test_the_running_total_is_empty_without_a_script_and_told_politely_with_one(app):
    page = question(app, a_question("share"), ["40", "60"])
    (total,) = [attrs for tag, attrs in page.tags if tag == "output"]
    assert total["aria-live"] == "polite"
    assert total["data-words"] == "So far these make {made} of 100."
    assert "So far" not in page.words


def test_a_state_may_have_words_of_its_own(app):
    q = Question("hope", "date", "Hope", "When?", also=("does_not_apply",), does_not_apply="Not our concern")
    assert question(app, q).words.endswith("or Not our concern")


def test_a_date_kept_as_one_text_is_shown_in_its_three_parts(app):
    page = question(app, a_question("date"), ["2025-03-27"])
    assert page.all("value")[:3] == ["27", "03", "2025"]


def test_how_many_may_be_chosen_is_said_unless_the_hint_says_it(app):
    assert "You can choose up to 2." in question(app, a_question("choices", most=2)).words
    assert "You can choose" not in question(app, a_question("choices", most=2, hint="Up to two")).words


def test_a_text_with_a_per_cent_sign_is_shown_as_it_is(app):
    assert "Never, 0%" in question(app, a_question("scale")).words
