"""Two questions about an outcome that matters most to a resident: would it have come anyway, who helped."""

from survey.questionnaires.extraction import N_
from survey.questionnaires.impact_ids import ANYWAY, IMPACT, OTHERS
from survey.questionnaires.model import CHOICE, Choice, Condition, Page, Question
from survey.questionnaires.states import DONT_KNOW, PREFER_NOT_TO_SAY

TEXT = N_(
    "You chose this as something that matters to you. Think about what has changed in it since you met "
    "your coordinator. If nothing has changed, leave both questions out."
)
WOULD_HAVE = (
    Choice("0", N_("No, none of it")),
    Choice("25", N_("Yes, a little of it")),
    Choice("50", N_("Yes, about half of it")),
    Choice("75", N_("Yes, most of it")),
    Choice("100", N_("Yes, all of it")),
)
FROM_OTHERS = (
    Choice("0", N_("Only my coordinator")),
    Choice("25", N_("Mostly my coordinator")),
    Choice("50", N_("My coordinator and others, about the same")),
    Choice("75", N_("Mostly others")),
    Choice("100", N_("Only others, not my coordinator")),
)


def impact_page(outcome: Question, matters_most: str) -> Page:
    """The page about one outcome, for those who chose it: deadweight first, then attribution of the rest."""
    condition = Condition(matters_most, (outcome.id,))
    anyway = Question(
        id=outcome.id + ANYWAY,
        kind=CHOICE,
        short_name=N_("Would have changed anyway"),
        text=N_("Would this have changed anyway, without your coordinator?"),
        choices=WOULD_HAVE,
        also=(DONT_KNOW, PREFER_NOT_TO_SAY),
        show_if=condition,
    )
    others = Question(
        id=outcome.id + OTHERS,
        kind=CHOICE,
        short_name=N_("Came from others"),
        text=N_("And the part that would not have changed anyway: who helped with it?"),
        hint=N_("Others can be family, friends, a doctor, a group, or you yourself."),
        choices=FROM_OTHERS,
        also=(DONT_KNOW, PREFER_NOT_TO_SAY),
        show_if=condition,
    )
    return Page(outcome.id + IMPACT, outcome.short_name, (anyway, others), TEXT)
