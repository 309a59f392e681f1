"""The page of the paper with people's own words: as many quotations as fit, and how many more there are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from survey.access.telling import Told
from survey.analysis.wording import capitalised, number
from survey.reports.findings import Findings
from survey.reports.lettering import paragraphs, wrap
from survey.reports.stories import Stories, teller

# How wide a line is in points, a tenth more because letters are measured wide; how many lines the page has.
SIZE, ROOM, LINES = 9.5, 465, 54
# What a quotation needs beside its own lines: who said it, and room below; a heading of a group, with room.
BESIDE, HEADING = 2, 2
OF_THE_WHOLE = "Of the programme as a whole"


@dataclass(frozen=True)
class Quoted:
    """Words as paper shows them: paragraph by paragraph, and under which name they are told."""

    told: Told

    def __post_init__(self) -> None:
        if not isinstance(self.told, Told):
            raise TypeError("Paper quotes only words that survey.access.telling has let out")

    @property
    def name(self) -> str:
        return teller(self.told)

    @property
    def paragraphs(self) -> tuple[tuple[str, str], ...]:
        """Each paragraph, with the way its script runs."""
        return paragraphs(self.told.words)


@dataclass(frozen=True)
class OwnWords:
    """What stands on the page: quotations under what they speak of; `more` says what does not fit."""

    sentence: str
    groups: tuple[tuple[str, tuple[Quoted, ...]], ...]
    more: str
    left_out: str

    def __post_init__(self) -> None:
        if not all(isinstance(each, Quoted) for _, group in self.groups for each in group):
            raise TypeError("Paper quotes only words that survey.access.telling has let out")


def own_words(findings: Findings) -> OwnWords | None:
    """The page of these findings; None where there is no quotation."""
    said = findings.stories
    if said is None or not said.quotations:
        return None
    groups = grouped(said, [outcome.id for outcome in findings.outcomes])
    fitting = _fitting(groups)
    quoted = sum(map(len, fitting.values()))
    return OwnWords(
        sentence=" ".join(filter(None, (said.sentence, said.note))),
        groups=tuple((name, tuple(map(Quoted, each))) for name, each in fitting.items()),
        more=_more(len(said.quotations) - quoted),
        left_out=said.left_out_of_files(findings.is_release),
    )


def grouped(said: Stories, order: Sequence[str]) -> dict[str, tuple[Told, ...]]:
    """Every quotation under what it speaks of: outcomes in the order of the findings, the whole last."""
    others = [outcome for outcome in said.outcomes if outcome not in order]
    known = [outcome for outcome in (*order, *others) if said.of(outcome)]
    names = {outcome: capitalised(said.outcomes.get(outcome, outcome)) for outcome in known}
    rest = said.beside(known)
    found = {names[outcome]: said.of(outcome) for outcome in known}
    return {**found, OF_THE_WHOLE: rest} if rest else found


def _fitting(groups: Mapping[str, tuple[Told, ...]]) -> dict[str, list[Told]]:
    """The quotations that the page has room for: the first of each group in turn, then the second ones."""
    used, kept = 0, {name: [] for name in groups}
    for name, told in _in_turn(groups):
        used += _lines(told) + (0 if kept[name] else HEADING)
        if used > LINES and any(kept.values()):
            break
        kept[name].append(told)
    return {name: each for name, each in kept.items() if each}


def _in_turn(groups: Mapping[str, tuple[Told, ...]]) -> Iterator[tuple[str, Told]]:
    each = ([(name, told) for told in group] for name, group in groups.items())
    return filter(None, chain.from_iterable(zip_longest(*each)))


def _lines(told: Told) -> int:
    return BESIDE + sum(len(wrap(line, SIZE, ROOM)) for line in told.words.splitlines() if line.strip())


def _more(count: int) -> str:
    if not count:
        return ""
    there_is = "There is one more quotation" if count == 1 else f"There are {number(count)} more quotations"
    return f"{there_is}: the spreadsheet that belongs to this holds them all."
