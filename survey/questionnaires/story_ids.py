"""The names of the questions of a story, which live for ever."""

# What is told, one gentle prompt at a time.
PROMPTS = ("story_before", "story_happened", "story_different", "story_tell_people")
# What the story is about, and which way each of these went: an outcome's id and an ending.
ABOUT, DIRECTION = "story_about", "_direction"
WORSE, SAME, UP_AND_DOWN, BETTER = DIRECTIONS = ("worse", "same", "up_and_down", "better")
# Three named corners, two of them together, or all three.
TRIADS = ("triad_who", "triad_about")
# Whether somebody should get in touch, and how.
CONTACT_WANTED, CONTACT, YES, NO = "story_contact_wanted", "story_contact", "yes", "no"
# What the story may be used for: "use_" and the purpose. For how long, in years.
USE, NAMED_AS = "use_", "story_named_as"
LEARNING, QUOTED_UNNAMED, QUOTED_NAMED, STEERING_GROUP, PUBLISHED = PURPOSES = (
    *("learning", "quoted_unnamed", "quoted_named"),
    *("steering_group", "published"),
)
YEARS = {"three_years": 3, "one_year": 1}


def direction_of(outcome: str) -> str:
    """The question that asks which way an outcome went in the story."""
    return outcome + DIRECTION


def use_of(purpose: str) -> str:
    """The question that asks whether a story may be used for a purpose."""
    return USE + purpose
