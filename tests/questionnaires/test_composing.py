from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.questionnaires.answers import Answer
from survey.questionnaires.composing import THINKING_BACK, at_introduction, compose, own_outcome
from survey.questionnaires.loading import from_json, library, question_from_json, to_json
from survey.questionnaires.model import Condition
from survey.questionnaires.place import QuestionnaireError
from survey.questionnaires.routing import visible_pages
from tests.questionnaires.documents import quickly

OUTCOMES = library()["resident-outcomes"].outcomes
POINTS = ["Never", "Not often", "Sometimes", "Often", "Always"]


def own(short_name="Sleep", text="How well do you sleep?", points=POINTS, better="higher", taken=()):
    return own_outcome(short_name, text, points, better, taken)


def composed(before="then_and_now", level="two", outcomes=OUTCOMES[:4]):
    return compose("How life is for you", outcomes, before, level)


def test_then_and_now_asks_about_now_first_and_then_thinking_back():
    page = composed().page("control")
    now, then = page.questions
    assert (now.id, then.id, then.recalls) == ("control", "control_then", "control")
    assert now.text == "How much do you feel in control of your life?"
    assert then.text.startswith("Thinking back to before you met your coordinator:")
    assert (then.short_name, then.choices, then.better) == (now.short_name, now.choices, now.better)
    assert page.title == "Feeling in control"


def test_an_outcome_nobody_has_worded_for_thinking_back_is_asked_all_the_same():
    then = composed(outcomes=[own()]).question("sleep_then")
    assert then.text == THINKING_BACK
    assert [choice.text for choice in then.choices] == POINTS


def test_waves_ask_one_question_a_page():
    questionnaire = composed(before="waves")
    assert all(len(page.questions) == 1 for page in at_introduction(questionnaire).pages)
    assert not any(question.recalls for question in questionnaire.questions)


def test_only_the_now_questions_are_outcomes_of_a_composed_questionnaire():
    for before in ("waves", "then_and_now"):
        ids = [outcome.id for outcome in composed(before=before).outcomes]
        assert ids == [outcome.id for outcome in OUTCOMES[:4]]


def test_level_two_is_asked_what_matters_most_and_level_one_is_not():
    pages = [page.id for page in composed(level="two").pages]
    outcomes = [outcome.id for outcome in OUTCOMES[:4]]
    assert pages == [*outcomes, "matters_most", *(f"{each}_impact" for each in outcomes), "helped"]
    assert [page.id for page in composed(level="one").pages] == [*outcomes, "helped"]


@pytest.mark.parametrize(("count", "most"), [(2, 2), (3, 3), (13, 3)])
def test_up_to_three_outcomes_may_matter_most(count, most):
    question = composed(outcomes=OUTCOMES[:count]).question("matters_most")
    assert question.most == most
    assert [choice.text for choice in question.choices] == [each.short_name for each in OUTCOMES[:count]]


def test_with_one_outcome_there_is_nothing_to_choose_between():
    assert [page.id for page in composed(outcomes=OUTCOMES[:1]).pages] == ["control", "helped"]


def test_why_is_asked_only_of_what_was_chosen_and_before_who_helped():
    chosen = {"matters_most": Answer("matters_most", "answered", choices=("control", "independence"))}
    assert [page.id for page in visible_pages(composed(), chosen)][5:] == [
        "control_impact",
        "independence_impact",
        "helped",
    ]
    assert [page.id for page in visible_pages(composed(), {})][4:] == ["matters_most", "helped"]


@pytest.mark.parametrize(("count", "hint"), [(2, "Choose one or both."), (4, "Choose up to three.")])
def test_choosing_says_what_follows_but_not_at_the_introduction_when_nothing_does(count, hint):
    made = composed(outcomes=OUTCOMES[:count])
    more = " Two short questions follow about each one you choose."
    assert made.question("matters_most").hint == hint + more
    assert at_introduction(made).question("matters_most").hint == hint


@pytest.mark.parametrize("before", ["waves", "then_and_now"])
def test_the_introduction_leaves_out_why_and_nothing_else(before):
    made = composed(before)
    first = at_introduction(made)
    assert [page.id for page in first.pages] == [
        page.id for page in made.pages if not page.id.endswith("_impact")
    ]
    assert first.outcomes == made.outcomes
    assert from_json(to_json(first)) == first
    assert at_introduction(first) is first


def test_what_does_not_ask_why_is_asked_as_it_is_at_the_introduction():
    for made in (composed(level="one"), composed(outcomes=OUTCOMES[:1]), *library().values()):
        assert at_introduction(made) is made


def test_the_last_page_asks_who_helped():
    values = [choice.value for choice in composed(level="one").question("helped").choices]
    assert values == [
        "nobody",
        "family_or_friend",
        "coordinator_helped",
        "coordinator_filled_in",
        "someone_else",
    ]


def test_an_outcome_is_asked_even_where_its_library_asks_it_on_a_condition():
    outcome = replace(OUTCOMES[0], show_if=Condition("level", ("two",)))
    assert composed(outcomes=[outcome]).question("control").show_if is None


@quickly
@given(
    st.lists(st.sampled_from([*OUTCOMES, own(), own("Worry", better="lower")]), unique=True),
    st.sampled_from(["waves", "then_and_now"]),
    st.sampled_from(["one", "two"]),
    st.integers(1, 9),
)
def test_whatever_is_composed_reads_back_the_same(outcomes, before, level, version):
    made = compose("T", outcomes, before, level, version)
    assert from_json(to_json(made)) == made
    assert made.digest == compose("T", outcomes, before, level, version).digest
    assert (made.id, made.version) == (f"level-{level}", version)


def test_what_makes_no_questionnaire_is_refused():
    then = composed().question("control_then")
    for before, level, outcomes in [
        ("recalled", "two", OUTCOMES),
        ("waves", "three", OUTCOMES),
        ("waves", "two", [then]),
        ("waves", "two", [OUTCOMES[0], OUTCOMES[0]]),
    ]:
        with pytest.raises(ValueError, match=r"no questionnaire|only outcomes|more than once"):
            composed(before, level, outcomes)


@pytest.mark.parametrize(("better", "scores"), [("higher", [1, 2, 3, 4, 5]), ("lower", [5, 4, 3, 2, 1])])
def test_an_own_outcome_lists_the_good_end_last_and_keeps_its_own_direction(better, scores):
    outcome = own(better=better)
    assert [choice.value for choice in outcome.choices] == scores
    assert {choice.value: choice.text for choice in outcome.choices}[1] == "Never"
    assert outcome.is_outcome
    assert question_from_json(to_json(outcome)) == outcome


@pytest.mark.parametrize(
    ("short_name", "taken", "expected"),
    [
        ("Sleep", [], "sleep"),
        ("  Sleep\n well! ", [], "sleep_well"),
        ("Sleep", ["sleep"], "sleep_2"),
        ("Sleep", ["sleep", "sleep_2"], "sleep_3"),
        ("Crème brûlée", [], "creme_brulee"),
        ("5 a day", [], "own_5_a_day"),
        ("希望", [], "own"),
        ("Now and then", [], "now_and_then_own"),
        ("Helped", [], "helped_2"),
        ("Matters most", [], "matters_most_2"),
        ("Case", [], "case_2"),
        ("Peace of mind", [], "peace_of_mind_2"),
        ("What others", [], "what_others_own"),
        ("High impact", [], "high_impact_own"),
        ("Lone", ["lone_seen"], "lone_2"),
        ("a" * 39 + " b", [], None),
    ],
)
def test_an_own_outcome_gets_an_id_that_nothing_else_has(short_name, taken, expected):
    if expected is None:
        with pytest.raises(QuestionnaireError, match="it has 41 characters, and the most is 40"):
            own(short_name)
    else:
        assert own(short_name, taken=taken).id == expected


@quickly
@given(st.text(min_size=1, max_size=40).filter(str.strip), st.sets(st.sampled_from(["own", "a", "a_2"])))
def test_any_name_gives_an_outcome_that_can_be_asked(short_name, taken):
    outcome = own(short_name, taken=taken)
    assert outcome.id not in taken
    assert composed(outcomes=[OUTCOMES[0], outcome]).question(f"{outcome.id}_then").recalls == outcome.id


@pytest.mark.parametrize(
    ("given_words", "key", "problem"),
    [
        ({"short_name": " "}, "short_name", "Write something here."),
        ({"text": ""}, "text", "Write something here."),
        ({"text": "x" * 301}, "text", "it has 301 characters, and the most is 300"),
        ({"points": POINTS[:4]}, "points", "Write words for all 5 points."),
        ({"points": [*POINTS[:4], " "]}, "points", "Write something here."),
        ({"points": [*POINTS[:4], "never "]}, "points", "Write different words for each point."),
        ({"points": [*POINTS[:4], "5"]}, "points", "Write words for each point, not only a number."),
        ({"points": [*POINTS[:4], "x" * 101]}, "points", "it has 101 characters"),
        ({"better": "up"}, "better", "Say whether a higher or a lower score is better."),
    ],
)
def test_an_own_outcome_that_cannot_be_asked_is_refused_in_plain_words(given_words, key, problem):
    with pytest.raises(QuestionnaireError) as caught:
        own(**given_words)
    assert caught.value.key == key
    assert problem in caught.value.problem
