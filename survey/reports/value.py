"""Everything that a page, a PDF or a sheet shows of a value map, gathered once from answers and records."""

from dataclasses import dataclass, replace

from survey.analysis import disclosure
from survey.analysis.disclosure import SafeTable
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.reports import value_tables, value_words
from survey.reports.value_building import SETTINGS, Built, Gap, build
from survey.reports.value_results import Results, results
from survey.value.model import Wrong


@dataclass(frozen=True)
class ValueFound:
    """A value map as answers stand now, exact and for the team. `results` is None while there are gaps."""

    record: ValueMap
    built: Built
    gaps: tuple[Gap, ...]
    results: Results | None
    settings: tuple[tuple[str, str], ...]
    headline: str
    sentence: str
    tables: tuple[SafeTable, ...]

    @property
    def name(self) -> str:
        return self.record.name

    def table(self, name: str) -> SafeTable:
        """One of the tables by its name. Raises KeyError where it is not there."""
        return {each.name: each for each in self.tables}[name]


def gather(evaluation: Evaluation, value_map: ValueMap) -> ValueFound:
    """A value map of an evaluation: what it lacks, or what it comes to."""
    built = build(evaluation, value_map)
    found, built = _results(value_map, built)
    said = (found.worth, found.simulated, value_map) if found else None
    return ValueFound(
        record=value_map,
        built=built,
        gaps=built.gaps,
        results=found,
        settings=value_words.settings(value_map, built.supported),
        headline=value_words.headline(*said) if said else "There is no ratio yet",
        sentence=value_words.sentence(*said) if said else "",
        tables=tuple(map(disclosure.internal, value_tables.tables(built, found, value_map))),
    )


def _results(value_map: ValueMap, built: Built) -> tuple[Results | None, Built]:
    if built.value_map is None:
        return None, built
    try:
        return results(built, value_map), built
    except Wrong as wrong:
        return None, replace(built, gaps=(Gap(SETTINGS, str(wrong)),), value_map=None)
