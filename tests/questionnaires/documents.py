"""Example questionnaires for the tests: one that is right, and random ones."""

import copy
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from survey.questionnaires.model import CHOSEN, KINDS, Choice, Condition, Page, Question, Questionnaire
from survey.questionnaires.states import OFFERED

REMOVED = object()
# Few enough to be quick, and never failing because the machine is busy.
quickly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def example() -> dict:
    return {
        "id": "an-example",
        "version": 3,
        "title": "How things are",
        "source": "Our own",
        "licence": "Free",
        "pages": [
            {"id": "start", "title": "Start", "questions": [help_wanted(), hope("hope")]},
            {
                "id": "more",
                "title": "More",
                "text": "A few more.",
                "questions": [
                    hope("hope_then") | {"recalls": "hope"},
                    {"id": "topics", "kind": "choices", "short_name": "Topics", "text": "Which?", "most": 2}
                    | {"choices": [{"value": v, "text": v} for v in ("home", "money", "health")]}
                    | {"show_if": {"question": "help_wanted", "is": ["yes", "dont_know"]}},
                    {"id": "visits", "kind": "number", "short_name": "Visits", "text": "How many?"}
                    | {"least_number": 0, "most_number": 50},
                ],
            },
            {
                "id": "last",
                "title": "Last",
                "questions": [
                    {"id": "story", "kind": "words", "short_name": "Story", "text": "Say.", "longest": 20}
                    | {"show_if": {"question": "topics", "is": ["home"]}},
                ],
            },
        ],
    }


def help_wanted() -> dict:
    choices = [{"value": "yes", "text": "Yes"}, {"value": "no", "text": "No"}]
    return {"id": "help_wanted", "kind": "choice", "short_name": "Help", "text": "Do you want help?"} | {
        "choices": choices,
        "also": ["dont_know"],
    }


def hope(question_id: str) -> dict:
    choices = [{"value": n, "text": f"{n} hopes"} for n in (1, 2, 3)]
    return {"id": question_id, "kind": "scale", "short_name": "Hope", "text": "How hopeful?"} | {
        "better": "higher",
        "choices": choices,
        "also": ["prefer_not_to_say"],
    }


def changed(path: str, value: object) -> dict:
    """The example with one place in it changed: "pages.0.questions.1.better"."""
    document = copy.deepcopy(example())
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = document
    for step in way:
        place = place[step]
    if value is REMOVED:
        del place[last]
    else:
        place[last] = value
    return document


texts = st.text(min_size=1, max_size=12).map(str.strip).filter(bool)
states = st.lists(st.sampled_from(sorted(OFFERED)), unique=True, max_size=3).map(tuple)


@st.composite
def questions(draw, question_id: str = "one", condition: Condition | None = None) -> Question:
    kind = draw(st.sampled_from(KINDS))
    count = draw(st.integers(2, 6))
    extra: dict = {"also": draw(states), "hint": draw(st.just("") | texts), "show_if": condition}
    if kind == "scale":
        extra["better"] = draw(st.sampled_from(["higher", "lower", None]))
        lowest = draw(st.integers(-2, 2))
        values = list(range(lowest, lowest + count))
        ordered = values[::-1] if extra["better"] == "lower" else values
        extra["choices"] = tuple(Choice(value, f"{draw(texts)} word {value}") for value in ordered)
    if kind in ("choice", "choices", "share"):
        extra["choices"] = tuple(Choice(f"v{n}", draw(texts)) for n in range(count))
    if kind == "share":
        extra["choices"] = tuple(replace(each, text=f"{each.text} {each.value}") for each in extra["choices"])
    if kind == "choices":
        extra["most"] = draw(st.none() | st.integers(1, count))
    if kind == "number":
        extra["least_number"] = draw(st.none() | st.integers(-5, 5))
        extra["most_number"] = draw(st.none() | st.integers(5, 20))
    if kind == "words":
        extra["longest"] = draw(st.integers(1, 30))
    return Question(question_id, kind, draw(texts), draw(texts), **extra)


@st.composite
def questionnaires(draw) -> Questionnaire:
    pages, earlier = [], []
    for number in range(draw(st.integers(1, 5))):
        asked = []
        for place in range(draw(st.integers(1, 2))):
            condition = draw(st.none() | st.sampled_from(earlier)) if earlier else None
            asked.append(draw(questions(f"q_{number}_{place}", condition)))
        pages.append(Page(f"p{number}", draw(texts), tuple(asked), draw(st.just("") | texts)))
        earlier += [_condition(draw, question) for question in asked if question.kind in CHOSEN]
    return Questionnaire(
        "random", draw(st.integers(1, 9)), draw(texts), draw(texts), draw(texts), tuple(pages)
    )


def _condition(draw, question: Question) -> Condition:
    offered = [str(choice.value) for choice in question.choices] + list(question.also)
    wanted = draw(st.lists(st.sampled_from(offered), min_size=1, max_size=2, unique=True))
    return Condition(question.id, tuple(wanted))
