import pytest
from werkzeug.datastructures import MultiDict

from survey.questionnaires import loading
from survey.questionnaires.answers import ANSWERED, DONT_KNOW, SKIPPED, Answer, understand
from survey.questionnaires.model import KINDS, NUMBER, SHARE, Choice, Page, Question
from survey.web.forms import BY_KIND, form_for, posted_form, raw

TYPED = {
    "scale": ("2",),
    "choice": ("b",),
    "choices": ("a", "b"),
    "number": ("12",),
    "words": ("Two\nlines",),
    "date": ("2025-03-27",),
    "share": ("40", "60"),
}


def a_question(kind, **more):
    values = (1, 2) if kind == "scale" else ("a", "b")
    choices = tuple(Choice(value, f"Choice {value}") for value in values)
    return Question("hope", kind, "Hope", "How hopeful?", choices=choices, also=(DONT_KNOW,), **more)


def page_of(*questions):
    return Page("page", "Page", questions)


def test_every_kind_has_a_field():
    assert set(BY_KIND) == set(KINDS) == set(TYPED)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_typed_comes_back_from_what_was_kept(kind):
    question = a_question(kind)
    answer = understand(question, TYPED[kind])
    assert answer.state == ANSWERED
    assert raw(question, answer) == TYPED[kind]
    assert form_for(page_of(question), {"hope": answer}).fields[0].raw == TYPED[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_states_come_back_and_skipping_leaves_the_inputs_empty(kind):
    question = a_question(kind)
    assert raw(question, Answer("hope", DONT_KNOW)) == (DONT_KNOW,)
    assert raw(question, Answer("hope", SKIPPED)) == raw(question, None) == ()


def test_a_form_that_was_not_posted_has_neither_answers_nor_problems():
    form = form_for(page_of(a_question("scale")))
    assert (form.answers, form.problems) == ([], [])


def test_a_posted_form_gives_the_answers_of_its_page_and_of_nothing_else(app):
    page = page_of(a_question("scale"))
    with app.test_request_context():
        form = posted_form(page, MultiDict({"hope": "2", "other": "5"}))
    assert form.answers == [Answer("hope", ANSWERED, number=2)]
    assert form.problems == []


def test_what_is_wrong_is_said_in_words_and_what_was_typed_stays(app):
    question = a_question("words", longest=4)
    with app.test_request_context():
        form = posted_form(page_of(question), MultiDict({"hope": "Too long %"}))
    assert form.problems == [("hope", "That is a little too long. Characters to take out: 6.")]
    assert form.fields[0].raw == ("Too long %",)
    assert form.answers == []


def test_shares_that_do_not_make_a_hundred_stay_as_typed_beside_what_is_wrong(app):
    with app.test_request_context():
        form = posted_form(page_of(a_question(SHARE)), MultiDict([("hope", "40%"), ("hope", "")]))
    assert form.problems == [("hope", "Choice a: Write 40 without the per cent sign.")]
    assert form.fields[0].raw == ("40%", "")
    assert form.answers == []


def test_only_a_page_that_shares_out_needs_a_running_total():
    assert form_for(page_of(a_question(SHARE))).has_shares
    assert not form_for(page_of(a_question(NUMBER))).has_shares


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_choices_only_has_nothing_to_type(kind):
    assert form_for(page_of(a_question(kind))).is_choices_only == (kind in ("scale", "choice", "choices"))


def span():
    return page_of(
        Question("first", "date", "First", "From when?"),
        Question("last", "date", "Last", "Until when?", not_before="first"),
    )


def test_an_end_before_its_beginning_is_refused_and_both_stay_as_typed(app):
    posted = MultiDict([("first", "3 5 2025"), ("last", "2"), ("last", "5"), ("last", "2025")])
    with app.test_request_context():
        form = posted_form(span(), posted)
    (problem,) = form.problems
    assert problem[0] == "last" and "before 3 May 2025" in problem[1]
    assert [field.raw for field in form.fields] == [("3 5 2025",), ("2", "5", "2025")]
    assert [answer.question for answer in form.answers] == ["first"]


def test_an_end_after_its_beginning_is_kept(app):
    with app.test_request_context():
        form = posted_form(span(), MultiDict({"first": "2025-05-03", "last": "2025-05-03"}))
    assert form.problems == []
    assert len(form.answers) == 2


def test_every_page_of_the_library_becomes_a_form():
    for questionnaire in loading.library().values():
        for page in questionnaire.pages:
            assert [field.question for field in form_for(page).fields] == list(page.questions)


def test_a_form_that_nobody_has_filled_in_is_the_same_for_everyone():
    page = page_of(a_question("scale"))
    assert form_for(page).is_empty
    assert not form_for(page, {"hope": Answer("hope", DONT_KNOW)}).is_empty
    assert not posted_form(page, MultiDict({"hope": "nonsense"})).is_empty
