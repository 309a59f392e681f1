"""The pictures of a value map, and what each of them says in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from survey.reports import value_sentences
from survey.reports.tornado import Bar, tornado
from survey.reports.value import ValueFound
from survey.reports.value_building import Built
from survey.reports.value_charts import distribution, yearly
from survey.reports.value_results import Results
from survey.reports.value_tables import figure, label
from survey.reports.value_words import FIGURE_WORDS
from survey.value.sensitivity import Assumption

# So many bars can be read at once.
MOST_BARS = 8


@dataclass(frozen=True)
class Picture:
    """SVG, and what it says."""

    svg: str
    sentence: str


def pictures(found: ValueFound) -> Mapping[str, Picture]:
    """Who gains, when, and what the ratio hangs on; by name. Raises ValueError where there is no ratio."""
    results = found.results
    if results is None:
        raise ValueError(f"{found.name} has no ratio yet")
    years, bars, base = _years(results), _bars(results), results.worth.sroi_ratio
    swings = [
        (named(found.built, each.assumption), each.ratio_low, each.ratio_high) for each in results.swings
    ]
    return {
        "who": Picture(
            distribution(results.by_stakeholder, title=f"Who gains: {found.name}", id_prefix="who"),
            value_sentences.of_distribution(results.by_stakeholder),
        ),
        "years": Picture(
            yearly(years, title=f"Value year by year: {found.name}", id_prefix="years"),
            value_sentences.of_years(years),
        ),
        "swings": Picture(
            tornado(bars, base, title=f"What the ratio hangs on: {found.name}", id_prefix="swings"),
            value_sentences.of_tornado(swings, base),
        ),
    }


def named(built: Built, assumption: Assumption) -> str:
    """A figure of a row in a sentence, with the row's outcome, so that nobody has to look it up."""
    [row] = (each for each in built.rows if each.code == assumption.row)
    return f"{row.name}: {FIGURE_WORDS[assumption.name]}"


def _years(results: Results) -> list[tuple[str, Decimal, Decimal]]:
    found = results.worth
    pairs = zip(found.years, found.present_values, strict=True)
    return [(f"Year {place}", value, present) for place, (value, present) in enumerate(pairs, 1)]


def _bars(results: Results) -> list[Bar]:
    return [
        Bar(
            label(each.assumption),
            figure(each.assumption, each.low),
            figure(each.assumption, each.high),
            each.ratio_low,
            each.ratio_high,
        )
        for each in results.swings[:MOST_BARS]
    ]
