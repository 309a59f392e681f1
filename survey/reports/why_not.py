"""Why words of a story may not be told somewhere, in plain words."""

from survey.access.telling import (
    ENDED,
    NEVER_GIVEN,
    NO_NAME,
    NOT_AN_OUTLET,
    NOT_REDACTED,
    TAKEN_BACK,
    WITHDRAWN,
    Decision,
)
from survey.questionnaires.story_ids import (
    LEARNING,
    PUBLISHED,
    QUOTED_NAMED,
    QUOTED_UNNAMED,
    STEERING_GROUP,
)

# What each use is called where a sentence speaks of it.
USES = {
    LEARNING: "the team reading it to learn",
    QUOTED_UNNAMED: "being quoted without a name",
    QUOTED_NAMED: "being quoted with a name",
    STEERING_GROUP: "being shown to the steering group",
    PUBLISHED: "being published",
}
SENTENCES = {
    TAKEN_BACK: "The story was taken back.",
    NOT_REDACTED: "Its words are not confirmed without names and places.",
    NOT_AN_OUTLET: "A story is never told here in this form.",
    NEVER_GIVEN: "Its teller did not agree to {use}.",
    WITHDRAWN: "Consent to {use} was taken back.",
    ENDED: "Consent to {use} has ended.",
    NO_NAME: "Its teller gave no name to be quoted with.",
}
# The same in a few words, for counting: nothing in them says which story it is.
REASONS = {
    TAKEN_BACK: "the story was taken back",
    NOT_REDACTED: "words are not confirmed without names and places",
    NOT_AN_OUTLET: "stories are never told there in this form",
    NEVER_GIVEN: "consent was not given",
    WITHDRAWN: "consent was taken back",
    ENDED: "consent has ended",
    NO_NAME: "no name was given to quote them with",
}


def why_not(decision: Decision) -> str:
    """A sentence that says why not; empty where it may be told."""
    return "" if decision.may else SENTENCES[decision.why].format(use=USES.get(decision.purpose, ""))
