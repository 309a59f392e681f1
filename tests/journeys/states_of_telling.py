"""The pages on which stories are asked for and redacted, in every state that a person can meet."""

from tests.journeys.doing import nothing, pressing, typing

ASKING = "Ask for stories"
REDACT = "/evaluations/{telling}/stories/{to_redact}/redact"
STORIES = [
    ("/evaluations/{telling}/stories/asking", nothing, ASKING),
    ("/evaluations/{draft}/stories/asking", nothing, ASKING),
    ("/evaluations/{unled}/stories/asking", nothing, ASKING),
    ("/evaluations/{waiting}/stories/asking", nothing, ASKING),
    ("/evaluations/{waiting}/stories", nothing, "Stories"),
    ("/evaluations/{could_ask}/stories/asking", nothing, ASKING),
    ("/evaluations/{no_longer}/stories/asking", nothing, ASKING),
    ("/evaluations/{telling}/stories/poster", nothing, "Share your story"),
    ("/evaluations/{telling}/preview/story/story_before", nothing, "What was going on for you before?"),
    ("/evaluations/{telling}/preview/story/use_learning", nothing, ""),
    (REDACT, nothing, "Take names and places out of story"),
    (
        REDACT,
        typing("Show me the result", {"Words 1": "no such words"}),
        "Take names and places out of story",
    ),
    (REDACT, pressing("More lines for words"), "Take names and places out of story"),
    (REDACT, pressing("Show me the result"), "as the team would read it"),
    ("/evaluations/{telling}/stories/{wordless}/redact", nothing, "Take names and places out of story"),
    ("/evaluations/{telling}/colleagues", nothing, "Colleagues"),
    (
        "/evaluations/{draft}/colleagues",
        pressing("Give the duty “safeguarding lead” to Eva"),
        "Give yourself the duty",
    ),
    (
        "/evaluations/{telling}/colleagues",
        pressing("Take away the duty “safeguarding lead” from Eva"),
        "Colleagues",
    ),
]
