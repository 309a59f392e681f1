"""Impact in the words of a release, which are made from released cells and nothing else."""

from collections.abc import Iterator, Mapping, Sequence

from survey.analysis.bands import BANDS
from survey.analysis.counted import LEAST, STEP
from survey.analysis.definitions import DEFINITIONS
from survey.analysis.disclosure import SafeTable
from survey.analysis.impact import (
    ATTRIBUTION,
    BOTH_VOICES,
    DEADWEIGHT,
    DISPLACEMENT,
    GRADES,
    LEAST_OF_BOTH,
    OF_NET,
    ONE_VOICE,
)
from survey.analysis.said import ANALYST, RECORDS
from survey.analysis.tables import HIDDEN, is_shown
from survey.analysis.wording import capitalised, number, rounded
from survey.reports.impact_words import MEANINGS, SHORT_NAMES, Part, for_how_many, parts

Cells = Mapping[str, object]
# What is shown of an outcome, under its name.
Named = tuple[str, Cells]

WHO_IS_COUNTED = (
    f"Partners are counted from {number(LEAST)} organisations of a kind, kinds with fewer together, and none "
    f"is named. Those who answer after a release are counted once {number(STEP)} more are there, so that "
    "nobody’s answer can be worked out."
)
IN_BANDS = (
    "What was said is the median answer, as a band: up to a third (0 to 33 per cent), about half (34 to 66) "
    "or more than two thirds (67 to 100). Of an even number the larger of the two in the middle counts, so "
    "the team’s own medians, which lie half-way between them, can be in another band."
)
COVERED = "Deadweight takes no part: the figure entered for attribution to others takes it out already."
HOW = (
    "Due to the programme is the change, less what would have happened anyway, less what was displaced, less "
    "what came from others; each is taken from what the others leave. Of what residents and partners say the "
    "larger band is used, which claims less, or the one that is shown, unless a figure was entered; from and "
    "to are worked out from the ends of the bands. A dash: nobody was asked, or it is counted elsewhere. "
    "Drop-off counts in later years only."
)
NO_AMOUNTS = (
    "How much partners counted stays with the team, for a sum tells what an organisation gave; so this does "
    "not say either whether the change was for the better or for the worse."
)
# Bands that lie side by side may be a point apart; those at either end are a third of the whole apart.
DISAGREE_FROM = 2
NOTHING_SHOWN = "How much of the change is due to the programme is hidden"
NOTHING_CHANGED = "Nothing of which this can be said has changed on average"
PHRASES = {
    DEADWEIGHT: "{} would have happened anyway",
    ATTRIBUTION: "{} of what is left came from others",
    DISPLACEMENT: "{} was pushed aside and lost elsewhere",
}
NO_CHANGE = "it hardly changed on average, so there is nothing that could be due to the programme."
BOTH_AT_ONCE = "{} would have happened anyway or came from others"
WHO = {
    "residents": "residents",
    "partners": "partners",
    RECORDS: "from records",
    ANALYST: "the analyst’s own",
}


def headline(scored: Sequence[Named], counted: Sequence[Named], of_counted: int) -> tuple[str, str]:
    """A sentence without its full stop on the outcomes, one by one, and for how many of them it can be said.

    `scored` holds what is shown of each outcome that residents score; `counted`, of those that partners count
    which have a row, `of_counted` in all.
    """
    known_scored, known_counted = map(_known, (scored, counted))
    known = [*known_scored, *known_counted]
    if not known and any(is_shown(row["share_from"]) for _, row in (*scored, *counted)):
        return NOTHING_CHANGED, "So there is nothing that could be due to the programme."
    if not known:
        return NOTHING_SHOWN, "Too few residents or partners have said what they think of it."
    due, no_sum = parts([Part(name, row["share_from"], row["share_to"]) for name, row in known])
    of_how_many = for_how_many(len(known_scored), len(scored), len(known_counted), of_counted)
    return due, f"{no_sum} This can be said for {of_how_many}.".strip()


def sentence(name: str, cells: Cells, filters: SafeTable, covered: bool, headline_key: str) -> str:
    """What of one change is due to the programme, why, and how well that is founded; or what is hidden."""
    said = {row.key: row.cells for row in filters.rows}
    wanted = [each for each in OF_NET if not (covered and each == DEADWEIGHT)]
    if cells.get("gross") == 0:
        return f"{capitalised(name)}: {NO_CHANGE}"
    if not is_shown(cells["share_from"]):
        return f"{capitalised(name)}: {_unknown({each: said[each] for each in wanted})}"
    due = f"{between(cells['share_from'], cells['share_to'])} of the change is due to the programme"
    if is_shown(cells.get("net_from")):
        size = between(cells["net_from"], cells["net_to"])
        due += f", which is {_which_way(cells, headline_key)}{size} {DEFINITIONS[headline_key].of}"
    phrases = {**PHRASES, ATTRIBUTION: BOTH_AT_ONCE} if covered else PHRASES
    why = "; ".join(_why(phrases[each], said[each]) for each in wanted)
    grade = max(GRADES[_grade(said[each])] for each in wanted)
    return f"{capitalised(name)}: {due}. {capitalised(why)}. Evidence: {grade}."


def disagreements(filters: SafeTable) -> tuple[str, ...]:
    """Where residents and partners are shown in the bands at either end, and what each says."""
    return tuple(_disagreements(filters))


def _disagreements(filters: SafeTable) -> Iterator[str]:
    for row in filters.rows:
        residents, partners = row.cells["residents"], row.cells["partners"]
        if not (residents in BANDS and partners in BANDS):
            continue
        apart = BANDS.index(residents) - BANDS.index(partners)
        if abs(apart) >= DISAGREE_FROM:
            more = "Residents" if apart > 0 else "Partners"
            yield (
                f"{SHORT_NAMES[row.key]}: residents say {residents} and partners {partners}. {more} claim "
                "less for the programme."
            )


def entered(names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """A note on the figures that an evaluator entered, by outcome; none where nothing was."""
    said = "; ".join(f"{name}: {', '.join(each).lower()}" for name, each in names.items())
    return (f"Entered by an evaluator, not said by anybody asked: {said}.",) if said else ()


def all_hidden(names: Sequence[str]) -> tuple[str, ...]:
    """A note on the outcomes that have no row, because all of it would be hidden; none where each has one."""
    return (f"All hidden: {'; '.join(names)}.",) if names else ()


def between(low: float, high: float) -> str:
    """A span in per cent, the smaller size first, whichever way the change went."""
    near, far = (rounded(abs(end), 0) for end in sorted((low, high), key=abs))
    return f"{near} per cent" if near == far else f"between {near} and {far} per cent"


def _which_way(cells: Cells, headline_key: str) -> str:
    """A size alone would not say that something fell; a rise is what readers take it for."""
    if cells["gross"] > 0:
        return ""
    return "a change for the worse of " if DEFINITIONS[headline_key].turned else "a fall of "


def _unknown(said: Mapping[str, Cells]) -> str:
    hidden = [MEANINGS[name] for name, cells in said.items() if _is_hidden(cells)]
    unasked = [MEANINGS[name] for name, cells in said.items() if not (_is_known(cells) or _is_hidden(cells))]
    if unasked:
        return f"what is due to the programme is not known. Nobody was asked: {'; '.join(unasked)}."
    return f"what is due to the programme is hidden. Too few have said: {'; '.join(hidden)}."


def _is_known(cells: Cells) -> bool:
    return any(is_shown(cells[key]) for key in WHO)


def _is_hidden(cells: Cells) -> bool:
    return not _is_known(cells) and HIDDEN in (cells["residents"], cells["partners"])


def _why(phrase: str, cells: Cells) -> str:
    """What is taken off by a filter, and who says so."""
    for basis in (RECORDS, ANALYST):
        if cells[basis] is not None:
            return f"{phrase.format(f'{rounded(cells[basis], 0)} per cent')} ({WHO[basis]})"
    band = max(
        (cells[voice] for voice in ("residents", "partners") if cells[voice] in BANDS), key=BANDS.index
    )
    who = [voice for voice in ("residents", "partners") if cells[voice] == band]
    silent = [voice for voice in ("residents", "partners") if cells[voice] is HIDDEN]
    # The median is of all who are counted, so not each of them says so.
    counted = f"{' and '.join(_counted(voice, cells) for voice in who)} counted"
    if silent:
        return f"{phrase.format(band)} ({who[0]} alone, {counted}: too few {silent[0]} can be counted)"
    return f"{phrase.format(band)} ({' and '.join(who)} say so: {counted})"


def _counted(voice: str, cells: Cells) -> str:
    """How many the release shows beside the band: of residents a rounded number."""
    return f"{'about ' if voice == 'residents' else ''}{rounded(cells[f'{voice}_n'], 0)}"


def _grade(cells: Cells) -> str:
    for basis in (RECORDS, ANALYST):
        if cells[basis] is not None:
            return basis
    counts = (cells["residents_n"], cells["partners_n"])
    both = all(is_shown(n) and n >= LEAST_OF_BOTH for n in counts)
    return BOTH_VOICES if both else ONE_VOICE


def _known(rows: Sequence[Named]) -> list[Named]:
    return [each for each in rows if is_shown(each[1]["share_from"]) and each[1].get("gross") != 0]
