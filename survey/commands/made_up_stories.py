"""Stories that nobody told, for the worked example: the same ones from the same seed."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from random import Random

from survey.commands.made_up_telling import (
    BEFORE,
    BETTER,
    FILLED,
    HAPPENED,
    NAMES,
    OTHERWISE,
    TELL_PEOPLE,
)
from survey.questionnaires import story_ids as ids

# In parts of a hundred, but for topics, which are in parts of each other.
TOPICS = {
    "isolation": 9,
    "confidence": 7,
    "hope": 5,
    "someone_to_rely_on": 5,
    "control": 3,
    "independence": 3,
    "low_mood": 4,
    "crime_worry": 3,
    "something_else": 2,
}
WENT = {ids.BETTER: 66, ids.UP_AND_DOWN: 14, ids.SAME: 9, ids.WORSE: 7, "not_said": 4}
WHO = {"me_people": 30, "all": 26, "me_workers": 26, "people": 8, "workers": 4, "does_not_apply": 2, "": 4}
MOSTLY = {"belonging": 34, "feeling_belonging": 28, "doing_belonging": 18, "doing": 8, "feeling": 8, "": 4}
HOW_LONG = {"three_years": 70, "one_year": 30}
# How often each use is agreed to, beside learning.
AGREED = {ids.QUOTED_UNNAMED: 85, ids.QUOTED_NAMED: 30, ids.STEERING_GROUP: 70, ids.PUBLISHED: 55}
LEFT_EMPTY = 12
BRACKETS = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class MadeUp:
    """`typed` holds what would be posted from the forms, by question; `hidden`, which words say who or where.

    Those come with the word that takes their place, such as ("Elm Road", "place").
    """

    typed: Mapping[str, list[str]]
    hidden: Collection[tuple[str, str]]

    @property
    def about(self) -> list[str]:
        """The outcomes that it is about, the most important first."""
        return [each for each in self.typed[ids.ABOUT] if each != "something_else"]


def stories(random: Random, count: int, offered: Collection[str]) -> list[MadeUp]:
    """So many stories about what can be chosen in "about"; everybody lets the team learn."""
    return [_story(random, offered) for _ in range(count)]


def _story(random: Random, offered: Collection[str]) -> MadeUp:
    topics = {topic: parts for topic, parts in TOPICS.items() if topic in offered}
    about = list(dict.fromkeys(_pick(random, topics) for _ in range(random.choice((1, 1, 2, 2, 3)))))
    went = {topic: _pick(random, WENT) for topic in about if topic != "something_else"}
    filling = {name: random.choice(words) for name, (_, words) in FILLED.items()}
    told = _told(random, about, went)
    words = {prompt: BRACKETS.sub(lambda found: filling[found[1]], text) for prompt, text in told.items()}
    used = {name for text in told.values() for name in BRACKETS.findall(text)}
    return MadeUp(
        typed={
            **{prompt: [text] for prompt, text in words.items()},
            ids.ABOUT: about,
            **{ids.direction_of(topic): [way] for topic, way in went.items() if way != "not_said"},
            ids.TRIADS[0]: [_pick(random, WHO)],
            ids.TRIADS[1]: [_pick(random, MOSTLY)],
            ids.CONTACT_WANTED: [ids.NO],
            **_uses(random),
        },
        hidden=sorted((filling[name], FILLED[name][0]) for name in used),
    )


def _told(random: Random, about: list[str], went: Mapping[str, str]) -> dict[str, str]:
    """What is said to each prompt; some leave one empty."""
    before, happened, different, people = ids.PROMPTS
    now = [_now(random, topic, way) for topic, way in went.items()]
    told = {
        before: random.choice(BEFORE[about[0]]),
        happened: " ".join(random.sample(HAPPENED, random.choice((1, 2, 2, 3)))),
        different: " ".join(dict.fromkeys(now)),
        people: random.choice(TELL_PEOPLE),
    }
    return {prompt: text for prompt, text in told.items() if text and random.randrange(100) >= LEFT_EMPTY}


def _now(random: Random, topic: str, way: str) -> str:
    return random.choice(BETTER[topic] if way == ids.BETTER else OTHERWISE[way])


def _uses(random: Random) -> dict[str, list[str]]:
    chosen = {purpose: random.randrange(100) < often for purpose, often in AGREED.items()}
    agreed = {ids.LEARNING: True, **chosen}
    given = {ids.use_of(each): [_pick(random, HOW_LONG) if yes else ids.NO] for each, yes in agreed.items()}
    if chosen[ids.QUOTED_NAMED]:
        given[ids.NAMED_AS] = [random.choice(NAMES)]
    return given


def _pick(random: Random, parts: Mapping[str, int]) -> str:
    return random.choices(list(parts), list(parts.values()))[0]
