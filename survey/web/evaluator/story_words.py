"""How stories are spoken of on the team's pages."""

from dataclasses import dataclass
from datetime import date

from flask_babel import format_date

from survey.access import telling as door
from survey.engagement import telling
from survey.engagement.story_queue import EMPTY, GONE, READY, TO_REDACT, UNREAD
from survey.engagement.story_tags import About, Tags
from survey.questionnaires.model import Question, Questionnaire
from survey.questionnaires.states import DOES_NOT_APPLY
from survey.questionnaires.story_ids import (
    ABOUT,
    BETTER,
    PROMPTS,
    PURPOSES,
    SAME,
    TRIADS,
    UP_AND_DOWN,
    WORSE,
    direction_of,
    use_of,
)
from survey.records.evaluation import Evaluation
from survey.records.story import Story, StoryConsent
from survey.web.evaluator.standing import DAY

HOW_TOLD = {
    "link": "By a personal link",
    "poster": "By the poster",
    "session": "In a session",
    "written_down": "Written down by a coordinator",
}
STATES = {
    TO_REDACT: "To redact",
    READY: "Ready",
    EMPTY: "Nothing was written or said",
    GONE: "Taken back",
    UNREAD: "May not be read",
}
WENT = {WORSE: "got worse", SAME: "stayed the same", UP_AND_DOWN: "went up and down", BETTER: "got better"}
OUTLETS = {
    door.REPORT: "In the team’s report",
    door.STEERING_PACK: "In the steering group’s pack",
    door.RELEASE: "In a release",
}
# How a teller's words are told.
FORMS = {door.UNNAMED: "Without a name", door.NAMED: "With the name that the teller chose"}


@dataclass(frozen=True)
class Asked:
    """What tellers of an evaluation were asked, for speaking of what they said."""

    questions: Questionnaire

    @property
    def titles(self) -> dict[str, str]:
        """The prompts, by id."""
        return {prompt: self.questions.page(prompt).title for prompt in PROMPTS}

    @property
    def outcomes(self) -> dict[str, str]:
        """What a story could be about, by id."""
        return {str(choice.value): choice.text for choice in self.questions.question(ABOUT).choices}

    @property
    def measured(self) -> dict[str, str]:
        """Those of them that people are asked about over time."""
        pages = {page.id for page in self.questions.pages}
        return {name: words for name, words in self.outcomes.items() if direction_of(name) in pages}

    def about(self, each: About) -> str:
        """An outcome with the way it went: "Hope: got better"."""
        name = self.outcomes.get(each.outcome, each.outcome)
        return f"{name}: {WENT[each.direction]}" if each.direction in WENT else name

    def triads(self, tags: Tags) -> list[tuple[str, str]]:
        """Each triad that the teller placed the story in, and where."""
        return [
            (question.text, _chosen(question, tags[triad][0]))
            for triad in TRIADS
            if triad in tags and (question := self.questions.question(triad))
        ]

    def uses(self, story: Story, today: date) -> list[tuple[str, str]]:
        """Each use that tellers are asked for, and until when this one agreed to it, or why it is over."""
        given = {consent.purpose: consent for consent in story.consents}
        return [
            (self.questions.question(use_of(purpose)).short_name, agreed(given.get(purpose), today))
            for purpose in PURPOSES
        ]


def asked(evaluation: Evaluation) -> Asked:
    return Asked(telling.asked(evaluation))


def agreed(consent: StoryConsent | None, today: date) -> str:
    """Until when, or why not."""
    if consent is None:
        return "No"
    if consent.withdrawn_at:
        return f"Taken back on {format_date(consent.withdrawn_at, DAY)}"
    if today > consent.until:
        return f"Ended on {format_date(consent.until, DAY)}"
    name = f", as “{consent.named_as}”" if consent.named_as else ""
    return f"Yes, until {format_date(consent.until, DAY)}{name}"


def _chosen(question: Question, value: str) -> str:
    if value == DOES_NOT_APPLY:
        return question.text_of(DOES_NOT_APPLY)
    return next((choice.text for choice in question.choices if str(choice.value) == value), value)
