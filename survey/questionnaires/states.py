"""What became of a question: answered, or the reason why there is no answer. Never a number."""

from survey.questionnaires.extraction import N_

ANSWERED, SKIPPED = "answered", "skipped"
PREFER_NOT_TO_SAY, DONT_KNOW, DOES_NOT_APPLY = "prefer_not_to_say", "dont_know", "does_not_apply"
STATES = (ANSWERED, SKIPPED, PREFER_NOT_TO_SAY, DONT_KNOW, DOES_NOT_APPLY)

# The states that a question may offer beside its choices, in the words a resident sees.
OFFERED = {
    DOES_NOT_APPLY: N_("This does not apply to me"),
    DONT_KNOW: N_("I don’t know"),
    PREFER_NOT_TO_SAY: N_("Prefer not to say"),
}
NO_ANSWER = N_("No answer")
