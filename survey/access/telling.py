"""May this story be told, here, in this form? Reports take words of a story through here only."""

from collections.abc import Iterable, Mapping
from dataclasses import InitVar, asdict, dataclass
from datetime import date

from survey.questionnaires.story_ids import (
    LEARNING,
    PUBLISHED,
    QUOTED_NAMED,
    QUOTED_UNNAMED,
    STEERING_GROUP,
)

# Where: read by the team; in its internal report (screen, paper, sheet); for the steering group; in a
# release, which may be published.
TEAM, REPORT, STEERING_PACK, RELEASE = OUTLETS = ("team", "report", "steering_pack", "release")
# How: as a whole story to read, or in words that are quoted, without a name or with the one the teller chose.
WHOLE, UNNAMED, NAMED = FORMS = ("whole", "unnamed", "named")
# What the teller has to have agreed to; what is not here is never allowed. No use is taken for another.
NEEDED = {
    (TEAM, WHOLE): (LEARNING,),
    (REPORT, UNNAMED): (LEARNING, QUOTED_UNNAMED),
    (REPORT, NAMED): (LEARNING, QUOTED_NAMED),
    (STEERING_PACK, UNNAMED): (QUOTED_UNNAMED, STEERING_GROUP),
    (STEERING_PACK, NAMED): (QUOTED_NAMED, STEERING_GROUP),
    (RELEASE, UNNAMED): (QUOTED_UNNAMED, PUBLISHED),
    (RELEASE, NAMED): (QUOTED_NAMED, PUBLISHED),
}
# Why not.
TAKEN_BACK, NOT_REDACTED, NOT_AN_OUTLET = "taken_back", "not_redacted", "not_an_outlet"
NEVER_GIVEN, WITHDRAWN, ENDED = "never_given", "withdrawn", "ended"
# Agreed to be quoted with a name, and gave none: without one is another use.
NO_NAME = "no_name"

_DOOR = object()


@dataclass(frozen=True)
class Consent:
    """One use that a teller agreed to, through the day `until`."""

    purpose: str
    until: date
    is_withdrawn: bool = False
    named_as: str = ""


@dataclass(frozen=True)
class Decision:
    """Whether, and if not, why: one of the reasons above, and the use it is about where it is about one."""

    may: bool
    why: str = ""
    purpose: str = ""


class MayNotBeTold(ValueError):
    """The teller has not agreed to this; `decision` says why."""

    def __init__(self, decision: Decision):
        super().__init__(f"{decision.why} {decision.purpose}".strip())
        self.decision = decision


@dataclass(frozen=True)
class Told:
    """Words of a story that may be told where `outlet` says; renderers accept nothing else.

    `name` is the one that the teller chose, empty where none is said; `outcome` an id or None.
    """

    words: str
    outlet: str
    story: int
    outcome: str | None = None
    name: str = ""
    door: InitVar[object] = None

    def __post_init__(self, door: object) -> None:
        if door is not _DOOR:
            raise TypeError("words of a story are told through survey.access.telling alone")


def decide(
    consents: Iterable[Consent],
    outlet: str,
    form: str,
    today: date,
    *,
    is_redacted: bool,
    is_taken_back: bool = False,
) -> Decision:
    """Whether a story may be told there in that form on that day."""
    needed = NEEDED.get((outlet, form))
    if needed is None:
        return Decision(False, NOT_AN_OUTLET)
    if is_taken_back:
        return Decision(False, TAKEN_BACK)
    given = {consent.purpose: consent for consent in consents}
    for purpose in needed:
        if why := _missing(given.get(purpose), today):
            return Decision(False, why, purpose)
    if form == NAMED and not given[QUOTED_NAMED].named_as:
        return Decision(False, NO_NAME, QUOTED_NAMED)
    return Decision(True) if is_redacted else Decision(False, NOT_REDACTED)


def tell(
    words: str,
    consents: Iterable[Consent],
    outlet: str,
    today: date,
    *,
    story: int,
    named: bool = False,
    outcome: str | None = None,
    is_redacted: bool,
    is_taken_back: bool = False,
) -> Told:
    """Let words out, as the teller agreed. Raises MayNotBeTold."""
    consents = tuple(consents)
    form = NAMED if named else UNNAMED
    decision = decide(consents, outlet, form, today, is_redacted=is_redacted, is_taken_back=is_taken_back)
    if not decision.may:
        raise MayNotBeTold(decision)
    names = (each.named_as for each in consents if named and each.purpose == QUOTED_NAMED)
    return Told(words, outlet, story, outcome, next(names, ""), _DOOR)


def freeze(told: Told) -> dict:
    """What a release keeps. Raises ValueError for words that were told elsewhere."""
    if told.outlet != RELEASE:
        raise ValueError("only what is released is kept as it is")
    return asdict(told)


def reopen(kept: Mapping) -> Told:
    """Words of a release from what `freeze` made of them. Raises ValueError for words told elsewhere."""
    if kept["outlet"] != RELEASE:
        raise ValueError("only what was released is kept as it was")
    return Told(**kept, door=_DOOR)


def _missing(consent: Consent | None, today: date) -> str:
    """Why a use is not agreed to today; empty where it is."""
    if consent is None:
        return NEVER_GIVEN
    if consent.is_withdrawn:
        return WITHDRAWN
    return ENDED if today > consent.until else ""
