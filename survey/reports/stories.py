"""What findings tell of stories: words that may be quoted there, what is left out, and tables."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from survey.access import stories as access
from survey.access.telling import RELEASE, REPORT, Decision, MayNotBeTold, Told
from survey.analysis import disclosure
from survey.analysis.disclosure import SafeTable
from survey.analysis.wording import capitalised
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.retelling import Quotation
from survey.records.story import Story
from survey.reports import asked, story_tables, story_words

# Where findings of each kind are read.
OUTLETS = {disclosure.INTERNAL: REPORT, disclosure.RELEASE: RELEASE}
SOMEBODY = "Somebody who told their story"
ONLY_OF_ALL = (
    "Stories are shown where all areas and all levels are: most are told without saying who their teller is."
)


def teller(told: Told) -> str:
    """Under which name words are quoted."""
    return told.name or SOMEBODY


@dataclass(frozen=True)
class Stories:
    """`quotations` in the order in which they were placed; `outcomes` names what they may speak of, by id.

    `left_out` says how many quotations are not here and why; `since`, of a release, how many that stood in
    the one before are gone from this one and why.
    """

    sentence: str
    quotations: tuple[Told, ...] = ()
    left_out: tuple[str, ...] = ()
    since: str = ""
    tables: tuple[SafeTable, ...] = ()
    outcomes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not all(isinstance(each, Told) for each in self.quotations):
            raise TypeError("Findings quote only words that survey.access.telling has let out")
        if not all(isinstance(table, SafeTable) for table in self.tables):
            raise TypeError("Findings show only a table that survey.analysis.disclosure has let out")

    @staticmethod
    def teller(told: Told) -> str:
        return teller(told)

    def of(self, outcome: str | None) -> tuple[Told, ...]:
        """The quotations that speak of an outcome; None: of nothing in particular."""
        return tuple(each for each in self.quotations if each.outcome == outcome)

    def beside(self, outcomes: Collection[str]) -> tuple[Told, ...]:
        """The quotations that speak of none of these outcomes."""
        return tuple(each for each in self.quotations if each.outcome not in outcomes)

    def left_out_of_files(self, is_release: bool) -> str:
        """What files say is left out.

        The team reads why; beside an earlier release that would tell everybody who took consent back.
        """
        if is_release:
            return story_words.NOT_HERE if self.left_out or self.since else ""
        return " ".join(self.left_out)

    @property
    def note(self) -> str:
        """What was chosen from, where a release has it, and what stands in the words; empty without any."""
        if not self.quotations:
            return ""
        if self.quotations[0].outlet != RELEASE:
            return story_words.HOW_TO_READ
        return f"{story_words.chosen(story_tables.counted(self.tables), 'about ')} {story_words.HOW_TO_READ}"

    def went(self, outcome: str) -> str:
        """How many stories speak of an outcome and which way it went; empty where none is shown to."""
        return story_tables.went(self.tables, outcome)


def for_team(evaluation: Evaluation, is_of_all: bool) -> Stories | None:
    """What the team's own findings tell; None where nobody was ever asked for a story."""
    if not was_asked_for(evaluation):
        return None
    if not is_of_all:
        return Stories(ONLY_OF_ALL)
    today = now().date()
    quoted, left_out = quotations(evaluation, REPORT, today)
    made = story_tables.exact(evaluation, today)
    return Stories(
        sentence=story_words.chosen(made.n) if quoted else story_words.readable(made.n),
        quotations=quoted,
        left_out=left_out_words(left_out.values()),
        tables=tuple(disclosure.internal(table) for table in made.tables),
        outcomes=asked.story_outcomes(evaluation),
    )


def was_asked_for(evaluation: Evaluation) -> bool:
    """Whether telling was ever opened here, or statements put to a group: nothing that tells who answered."""
    return asked.of_stories(evaluation) is not None or story_tables.has_statements(evaluation)


def quotations(
    evaluation: Evaluation, outlet: str, today: date
) -> tuple[tuple[Told, ...], dict[tuple[int, str], Decision]]:
    """The quotations that stand, as they may be told there; why the others may not, by story and words."""
    query = (
        select(Quotation)
        .join(Story)
        .where(Story.evaluation_id == evaluation.id, Quotation.removed_at.is_(None))
        .options(
            selectinload(Quotation.story).selectinload(Story.consents),
            selectinload(Quotation.story).selectinload(Story.texts),
        )
        .order_by(Quotation.id)
    )
    told, refused = [], {}
    for quotation in db.session.scalars(query):
        try:
            told.append(access.quote(quotation, outlet, today))
        except MayNotBeTold as refusal:
            refused[quotation.story_id, quotation.words] = refusal.decision
    return tuple(told), refused


def left_out_words(refused: Collection[Decision], some: str = "") -> tuple[str, ...]:
    """How many quotations are left out and why, as a sentence; without saying which.

    `some` says more of some of them.
    """
    if not refused:
        return ()
    count = capitalised(story_words.quotations(len(refused)))
    more = f", {some}" if some else ""
    return (f"{count} left out{more}: {story_words.reasons(each.why for each in refused)}.",)


def checked(quoted: Iterable[object], kind: str) -> tuple[Told, ...]:
    """The words, if findings of this kind may show them. Raises TypeError otherwise."""
    quoted = tuple(quoted)
    if not all(isinstance(each, Told) and each.outlet == OUTLETS[kind] for each in quoted):
        raise TypeError("Only words that survey.access.telling has let out for this are shown")
    return quoted
