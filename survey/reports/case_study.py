"""One case study as paper shows it: the teller's words as they may be told, and the team's beside them."""

import json
from dataclasses import dataclass
from datetime import date

from survey.access import stories
from survey.access.telling import STEERING_PACK, Told
from survey.questionnaires import loading
from survey.questionnaires.story_ids import ABOUT, PROMPTS
from survey.records.retelling import AGENCY, CaseStudy
from survey.reports.lettering import paragraphs

KINDS = {True: "An agency’s view", False: "A journey"}


@dataclass(frozen=True)
class Passage:
    """What was said to one prompt, under its heading. Raises TypeError for words that were not let out."""

    heading: str
    told: Told

    def __post_init__(self) -> None:
        if not isinstance(self.told, Told) or self.told.outlet != STEERING_PACK:
            raise TypeError("Case studies show only words that survey.access.telling let out for them")

    @property
    def paragraphs(self) -> tuple[tuple[str, str], ...]:
        """Each paragraph, with the way its script runs."""
        return paragraphs(self.told.words)


@dataclass(frozen=True)
class CaseStudyPage:
    """All that stands on the page of one; no score stands beside a story that leaves the team."""

    story: int
    kind: str
    title: str
    introduction: str
    passages: tuple[Passage, ...]
    agency_view: str
    outcomes: tuple[str, ...]
    partners: tuple[str, ...]

    def __post_init__(self) -> None:
        if not all(isinstance(each, Passage) for each in self.passages):
            raise TypeError("Case studies show only words that survey.access.telling let out for them")

    @property
    def teller(self) -> str:
        """The name that the teller chose, where one may be said."""
        return next((each.told.name for each in self.passages if each.told.name), "")

    @property
    def is_agency_view(self) -> bool:
        return self.kind == KINDS[True]

    @property
    def agency_heading(self) -> str:
        """Whose view it is; a page that names no partner, or several, does not say which of them it was."""
        if not self.is_agency_view:
            return "What an agency told the team"
        agency = self.partners[0] if len(self.partners) == 1 else "an agency"
        return f"{KINDS[True]}: what {agency} told the team"

    @staticmethod
    def lines(text: str) -> tuple[tuple[str, str], ...]:
        """The team's text, paragraph by paragraph, with the way its script runs."""
        return paragraphs(text)


def page(case_study: CaseStudy, today: date) -> CaseStudyPage:
    """The page of a case study as it may be told on that day. Raises MayNotBeTold."""
    story = case_study.story
    told = stories.passages(story, STEERING_PACK, named=case_study.named, today=today)
    # In the words that this teller was asked in.
    questions = loading.from_json(story.response.questionnaire.document)
    names = {choice.value: choice.text for choice in questions.question(ABOUT).choices}
    chosen = json.loads(case_study.prompts)
    return CaseStudyPage(
        story=story.id,
        kind=KINDS[case_study.kind == AGENCY],
        title=case_study.title,
        introduction=case_study.introduction,
        passages=tuple(
            Passage(questions.page(prompt).title, told[prompt])
            for prompt in PROMPTS
            if prompt in chosen and prompt in told
        ),
        agency_view=case_study.agency_view,
        outcomes=tuple(names[each] for each in json.loads(case_study.outcomes) if each in names),
        partners=tuple(dict.fromkeys(line.organisation for line in case_study.partners)),
    )
