"""What a release tells of stories, and which quotations of the release before are in it no more."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from survey.access import stories as access
from survey.access.telling import NAMED, NOT_REDACTED, RELEASE, UNNAMED, Decision, Told
from survey.analysis import disclosure
from survey.analysis.wording import capitalised, number
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.story import Story
from survey.reports import asked, story_tables, story_words
from survey.reports.findings import Findings
from survey.reports.release_tables import Pair
from survey.reports.stories import Stories, left_out_words, quotations, was_asked_for

NOTHING = "No quotation is in this release."


@dataclass(frozen=True)
class Draft:
    """What a release would tell; beside it the exact tables, for the team's eyes.

    `gone` says why each quotation is not in it that stood in the last one; those that the team itself took
    out are not among them.
    """

    stories: Stories | None = None
    pairs: tuple[Pair, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def since(self) -> str:
        """How many quotations of the last release are gone and why; empty where none is."""
        return self.stories.since if self.stories else ""

    @property
    def shows_figures(self) -> bool:
        """Whether any figure of its tables is shown."""
        return any(pair.count_hidden < pair.size for pair in self.pairs)


@dataclass(frozen=True)
class Last:
    """What the release before told: its number, and its quotations."""

    number: int
    quotations: tuple[Told, ...]

    @classmethod
    def of(cls, findings: Findings) -> "Last":
        """What a release tells that was kept."""
        return cls(findings.number, findings.stories.quotations if findings.stories else ())


def draft(evaluation: Evaluation, threshold: int, last: Last | None = None) -> Draft:
    """What a release made now would tell. Nothing where nobody was ever asked for a story."""
    if not was_asked_for(evaluation):
        return Draft()
    today = now().date()
    quoted, left_out = quotations(evaluation, RELEASE, today)
    gone = tuple(_gone(last.quotations, quoted, left_out, today)) if last else ()
    tables = story_tables.exact(evaluation, today, for_release=True).tables
    pairs = tuple(Pair(table, disclosure.release(table, threshold)) for table in tables)
    told = Stories(
        sentence=_sentence(len(quoted)),
        quotations=quoted,
        left_out=left_out_words(left_out.values(), _before(last, left_out)),
        since=_since(last.number, gone) if gone else "",
        tables=tuple(pair.safe for pair in pairs),
        outcomes=asked.story_outcomes(evaluation),
    )
    return Draft(told, pairs, gone)


def may_still_be_told(evaluation: Evaluation, told: Stories | None) -> bool:
    """Whether nobody took consent back while a release was being made."""
    if told is None or not told.quotations:
        return True
    return set(told.quotations) <= set(quotations(evaluation, RELEASE, now().date())[0])


def gone(evaluation: Evaluation, last: Last) -> tuple[str, ...]:
    """Why each quotation of a release may be told no more; none of those that the team itself took out."""
    if not last.quotations:
        return ()
    today = now().date()
    return tuple(_gone(last.quotations, *quotations(evaluation, RELEASE, today), today))


def _since(last: int, gone: Sequence[str]) -> str:
    count = story_words.quotations(len(gone))
    return f"Since release {last}, {count} taken out: {story_words.reasons(gone)}."


def _before(last: Last | None, left_out: Collection[tuple[int, str]]) -> str:
    """How many of those left out stood in the last release, so that nobody adds them up; empty where none."""
    count = sum((told.story, told.words) in left_out for told in last.quotations) if last else 0
    if not count:
        return ""
    some = "all" if count == len(left_out) else number(count)
    which = "which" if len(left_out) == 1 else f"{some} of which"
    return f"{which} {'was' if count == 1 else 'were'} in release {last.number}"


def _sentence(count: int) -> str:
    if not count:
        return NOTHING
    how_many = "one quotation is" if count == 1 else f"{number(count)} quotations are"
    return f"{capitalised(how_many)} published here, as those who told their stories agreed."


def _gone(
    before: Sequence[Told],
    quoted: Sequence[Told],
    left_out: Mapping[tuple[int, str], Decision],
    today: date,
) -> Iterator[str]:
    still = {(told.story, told.words) for told in quoted}
    for told in before:
        key = told.story, told.words
        if key in left_out:
            yield left_out[key].why
        elif key not in still and (why := _why_gone(told, today)):
            yield why


def _why_gone(told: Told, today: date) -> str:
    """Why words that stand nowhere any more may not be told; empty where the team itself took them out."""
    story = db.session.get(Story, told.story)
    if story is None:
        return story_words.ERASED
    decision = access.decide(story, RELEASE, NAMED if told.name else UNNAMED, today)
    return "" if decision.why == NOT_REDACTED else decision.why
