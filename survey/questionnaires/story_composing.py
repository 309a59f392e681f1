"""Makes the questionnaire of a story: prompts, the outcomes that are asked about, and possible uses."""

from collections.abc import Sequence
from functools import cache

from survey.questionnaires import loading
from survey.questionnaires.extraction import N_
from survey.questionnaires.model import CHOICE, Choice, Condition, Page, Question, Questionnaire, to_document
from survey.questionnaires.story_ids import ABOUT, BETTER, SAME, UP_AND_DOWN, WORSE, direction_of

DOCUMENT = loading.LIBRARY / "stories" / "story.yaml"
WENT = (
    Choice(WORSE, N_("It got worse")),
    Choice(SAME, N_("It stayed the same")),
    Choice(UP_AND_DOWN, N_("It went up and down")),
    Choice(BETTER, N_("It got better")),
)
WHICH_WAY = N_("In your story, which way did this go?")


def compose_story(outcomes: Sequence[Question]) -> Questionnaire:
    """The questionnaire of a story in an evaluation that asks about these outcomes (of `outcomes.questions`).

    Raises QuestionnaireError where these do not make a questionnaire.
    """
    pages: list[object] = []
    for page in _document()["pages"]:
        if page["id"] == ABOUT:
            pages += [_about(page, outcomes), *map(_direction, outcomes)]
        else:
            pages.append(page)
    return loading.read({**_document(), "pages": pages}, DOCUMENT.name)


def _about(page: dict, outcomes: Sequence[Question]) -> dict:
    [asked] = page["questions"]
    offered = [to_document(Choice(each.id, each.short_name)) for each in outcomes]
    return page | {"questions": [asked | {"choices": offered + asked["choices"]}]}


def _direction(outcome: Question) -> object:
    asked = Question(
        id=direction_of(outcome.id),
        kind=CHOICE,
        short_name=outcome.short_name,
        text=WHICH_WAY,
        choices=WENT,
        show_if=Condition(ABOUT, (outcome.id,)),
    )
    return to_document(Page(asked.id, outcome.short_name, (asked,), outcome.short_name))


@cache
def _document() -> dict:
    return loading.document(DOCUMENT)
