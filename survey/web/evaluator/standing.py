"""Where an evaluation stands, and what comes next, in plain words."""

from dataclasses import dataclass

from flask_babel import format_date

from survey.analysis.wording import number
from survey.engagement import (
    case_studies,
    cases,
    evaluations,
    outcomes,
    releases,
    sessions,
    stakeholders,
    story_queue,
    value_maps,
    waves,
)
from survey.engagement.story_queue import TO_REDACT
from survey.questionnaires.partners import PARTNER_KINDS
from survey.records import frames
from survey.records.evaluation import Evaluation

DAY = "d MMMM yyyy"


@dataclass(frozen=True)
class Task:
    name: str
    endpoint: str
    hint: str
    status: str = ""


@dataclass(frozen=True)
class Standing:
    """The counts that an evaluation's first page speaks of."""

    opened: str | None
    asked: dict[str, int]
    residents: int
    answered: int
    waves: int
    open_waves: int
    colleagues: int
    releases: int = 0
    stakeholders: int = 0
    # Of those that have questions: how many there are, and how many have answered.
    partners: int = 0
    partners_answered: int = 0
    cases: int = 0
    stories: int = 0
    stories_to_redact: int = 0
    sessions: int = 0
    case_studies: int = 0
    value_maps: int = 0
    # Worries in stories that are open; None for those who do not look after them.
    worries: int | None = None

    @property
    def sentence(self) -> str:
        if not self.opened:
            return "This evaluation is being set up. Nobody can answer yet."
        if not self.residents:
            return f"Open since {self.opened}. No residents have been added yet."
        closed = "" if self.open_waves else " Every wave is closed, so nobody can answer now."
        return f"Open since {self.opened}. {self._so_far}{closed}"

    @property
    def next(self) -> tuple[str, str]:
        """What to do next, and on which page."""
        if not self.opened:
            if not self.asked["two"]:
                return "Choose what to ask", "outcomes"
            return "Look at what we ask, then open the evaluation", "outcomes"
        if not self.residents:
            return "Add the residents you want to ask", "residents"
        if not self.answered:
            return "Hand out the links and cards", "residents"
        return "See the results so far", "results"

    @property
    def _so_far(self) -> str:
        if not self.answered:
            return "Nobody has answered yet."
        have = "has" if self.answered == 1 else "have"
        return f"So far {number(self.answered)} of {counted(self.residents, 'resident')} {have} answered."


def standing(evaluation: Evaluation) -> Standing:
    planned = waves.planned(evaluation)
    sent = frames.standings(evaluation).query("state == 'sent'")
    register = stakeholders.of(evaluation)
    told = story_queue.listed(evaluation)
    asked = [line for line in register if line.kind in PARTNER_KINDS]
    return Standing(
        opened=format_date(evaluation.opened_at, DAY) if evaluation.opened_at else None,
        asked={level: len(outcomes.questions(evaluation, level)) for level in ("one", "two")},
        residents=int(frames.participation(evaluation, frames.Group())["added"].max()),
        answered=sent["resident_id"].nunique(),
        waves=len(planned),
        open_waves=sum(wave.is_open for wave in planned),
        colleagues=len(evaluations.colleagues(evaluation)),
        releases=releases.next_number(evaluation) - 1,
        stakeholders=len(register),
        partners=len(asked),
        partners_answered=sum(stakeholders.has_sent(line) for line in asked),
        cases=cases.count(evaluation),
        case_studies=case_studies.count(evaluation),
        value_maps=len(value_maps.of(evaluation)),
        sessions=sessions.count(evaluation),
        stories=len(told),
        stories_to_redact=sum(story.state == TO_REDACT for story in told),
    )


def tasks(now: Standing) -> dict[str, list[Task]]:
    """The pages of an evaluation, in the order in which most people need them."""
    asked = f"{now.asked['two']} at Level 2, {now.asked['one']} at Level 1"
    residents = f"{now.residents} added" if now.residents else "None yet"
    open_waves = f"{now.open_waves} of {now.waves} open" if now.open_waves else "None open"
    answered = f"{now.answered} answered" if now.answered else "No answers yet"
    released = f"{now.releases} made" if now.releases else "None yet"
    told = f"{now.cases} recorded" if now.cases else "None yet"
    planned = f"{now.sessions} planned or held" if now.sessions else "None yet"
    maps = f"{now.value_maps} made" if now.value_maps else "None yet"
    studies = f"{now.case_studies} made" if now.case_studies else "None yet"
    people = "Only you" if now.colleagues == 1 else f"{now.colleagues} people"
    return {
        "Set up": [
            Task("Details", "details", "Name, areas, period and how change is measured", "Filled in"),
            Task("What we ask", "outcomes", "The outcomes, their order, and your own", asked),
            Task("See it as a phone will", "preview", "Every page as residents see it"),
            Task("Open", "open_evaluation", "Fixes the questions and lets residents answer", _opened(now)),
            Task("Colleagues", "colleagues", "Who can work on this", people),
        ],
        "Ask": [
            Task("Residents", "residents", "Add people, hand out links and cards", residents),
            Task("Waves", "waves", "When people are asked, and asked again", open_waves),
            Task("Bring in scores", "bring_in_scores", "Scores that were collected elsewhere"),
            Task("Stakeholders", "stakeholders", "Who is engaged, how, or why not", _register(now)),
            Task("Focus groups", "sessions", "Ask a group, let it vote, note what is said", planned),
            *_for_leads(now),
        ],
        "Understand": [
            Task("Results", "results", "What changed, and how sure we are", answered),
            Task("Impact", "impact", "How much of it is due to the programme, and who says so"),
            Task("Social value", "value_maps", "What the change is worth, beside what was put in", maps),
            Task("Case records", "cases", "The usual response, and what happened instead", told),
            Task("Stories", "stories", "What people told in their own words", _stories(now)),
        ],
        "Tell": [
            Task(
                "Releases", "releases", "Figures for people outside the team, small numbers hidden", released
            ),
            Task("Case studies", "case_studies", "One page each, for the steering group", studies),
            Task("Trail", "trail", "Who made, saw or took what, and when"),
        ],
    }


def counted(count: int, thing: str) -> str:
    """A count with its thing: "one resident", "12 residents"."""
    return f"{number(count)} {thing if count == 1 else thing + 's'}"


def _register(now: Standing) -> str:
    if not now.stakeholders:
        return "None yet"
    answered = f", {now.partners_answered} of {now.partners} answered" if now.partners else ""
    return f"{now.stakeholders} in the register{answered}"


def _stories(now: Standing) -> str:
    if not now.stories:
        return "None yet"
    waiting = f", {now.stories_to_redact} to redact" if now.stories_to_redact else ""
    return f"{now.stories} told{waiting}"


def _for_leads(now: Standing) -> list[Task]:
    if now.worries is None:
        return []
    status = f"{now.worries} open" if now.worries else "None open"
    return [Task("Safeguarding", "safeguarding", "Stories with a worry in them, each with its clock", status)]


def _opened(now: Standing) -> str:
    return f"Since {now.opened}" if now.opened else "Not yet"
