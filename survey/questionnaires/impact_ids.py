"""The names of the questions about impact, which live for ever: an outcome's id and an ending."""

from functools import cache

from survey.questionnaires.loading import library

# What happened, as a partner saw it.
SEEN, PEOPLE, AMOUNT, FROM, UNTIL, BENEFIT = "_seen", "_people", "_amount", "_from", "_until", "_benefit"
# Why, and for how long. Residents are asked only what would have happened anyway, and who else helped.
ANYWAY, ANYWAY_EXACT, OTHERS, SHARES = "_anyway", "_anyway_exact", "_others", "_shares"
DISPLACED, LASTS, LEFT = "_displaced", "_lasts", "_left"
QUESTION_ENDINGS = (
    *(SEEN, PEOPLE, AMOUNT, FROM, UNTIL, BENEFIT),
    *(ANYWAY, ANYWAY_EXACT, OTHERS, SHARES, DISPLACED, LASTS, LEFT),
)
# Pages: the one of residents, then those of partners that follow the page named as the outcome.
IMPACT, SIZE, CAUSE, LASTING = "_impact", "_size", "_cause", "_lasting"
PAGE_ENDINGS = (IMPACT, SIZE, CAUSE, LASTING)
ENDINGS = (*QUESTION_ENDINGS, *PAGE_ENDINGS)

# What a partner saw; the first three are followed by more questions.
BETTER, WORSE, WORSE_THEN_BETTER, SAME = "better", "worse", "worse_then_better", "same"
CHANGED = (BETTER, WORSE, WORSE_THEN_BETTER)
# The five points in words, as per cent.
PER_CENTS = ("0", "25", "50", "75", "100")
# How many years a change lasts after the support has ended.
YEARS = ("0", "1", "2", "3", "5")
# What kind of benefit it is.
CASHABLE, TIME_FREED, AVOIDED, SOCIAL = "cashable", "time_freed", "avoided", "social"
BENEFITS = (CASHABLE, TIME_FREED, AVOIDED, SOCIAL)

# Whose doing a change was: named parts that make 100. The first is the programme itself.
PROGRAMME, YOUR_ORGANISATION = "coordinator", "your_organisation"
CONTRIBUTORS = (
    *(PROGRAMME, YOUR_ORGANISATION),
    *("other_services", "family_and_friends", "the_person", "something_else"),
)

# The last page of a partner's questionnaire: one person, what would have been done and what was.
CASE, CASE_PERSON = "case", "case_person"
TRADITIONAL_RESPONSE, HAPPENED_INSTEAD = "traditional_response", "happened_instead"


def outcome_of(question_id: str) -> tuple[str, str] | None:
    """The outcome that a question about impact is of, and its ending: ("hope", "_anyway").

    None for any other question, such as "isolated_from_others", which only looks like one.
    """
    for ending in () if question_id in _of_the_library() else QUESTION_ENDINGS:
        outcome = question_id.removesuffix(ending)
        if outcome and outcome != question_id:
            return outcome, ending
    return None


@cache
def _of_the_library() -> frozenset[str]:
    return frozenset(question.id for each in library().values() for question in each.questions)
