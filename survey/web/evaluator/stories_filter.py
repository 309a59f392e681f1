"""Which stories the queue shows, as the address says."""

from collections.abc import Iterable
from dataclasses import dataclass

from survey.engagement.story_queue import TO_REDACT, Listed
from survey.records.session import Theme
from survey.web.evaluator.resident_filter import Choice, choice, in_address, in_words
from survey.web.evaluator.story_words import STATES


@dataclass(frozen=True)
class Wanted:
    """What the address picks, and how to put it into further addresses and into words."""

    choices: list[Choice]
    address: dict[str, str]

    @property
    def words(self) -> str:
        return in_words(self.choices)

    @property
    def is_oldest_first(self) -> bool:
        """What waits is worked off in the order in which it was told."""
        return self.address.get("state") == TO_REDACT

    def among(self, stories: Iterable[Listed]) -> list[Listed]:
        """What of one that nobody may read is not known cannot be picked by: it is left out."""
        fitting = [story for story in stories if self._fits(story)]
        return fitting[::-1] if self.is_oldest_first else fitting

    def _fits(self, story: Listed) -> bool:
        outcome, theme, state = (self.address.get(name) for name in ("outcome", "theme", "state"))
        return (
            (not outcome or outcome in story.outcomes)
            and (not theme or int(theme) in story.themes)
            and (not state or state == story.state)
        )


def wanted(outcomes: dict[str, str], themes: Iterable[Theme]) -> Wanted:
    """What the address picks; what is not there is refused, not guessed."""
    choices = [
        choice("outcome", "About", "Anything", outcomes),
        choice("theme", "Theme", "All themes", {str(theme.id): theme.name for theme in themes}),
        choice("state", "Where it stands", "Everywhere", STATES),
    ]
    return Wanted(choices, in_address(choices))
