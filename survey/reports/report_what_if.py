"""The chapter on scenarios and on incidents that were avoided: neither is a part of the ratio."""

from collections.abc import Iterator

from survey.reports.report_blocks import Block, Chapter, Words
from survey.reports.report_draft import Draft
from survey.reports.report_worth import NONE_YET, value_table
from survey.reports.value_results import Results
from survey.reports.value_tables import INCIDENTS, SCENARIOS
from survey.reports.value_words import CAVEAT

WHAT_IF = "The value map with other people and other inputs, all else as it is: a forecast"
AVOIDED = "Incidents, times how likely each was judged to be, times the cost of one"


def what_if(draft: Draft) -> Chapter:
    """Scenarios and incidents: neither is a part of the ratio."""
    found = draft.value.results
    blocks = _what_if(draft, found) if found else (Words(NONE_YET),)
    return Chapter("Scenarios, and incidents that were avoided", tuple(blocks), breaks=False)


def _what_if(draft: Draft, found: Results) -> Iterator[Block]:
    if found.what_if:
        yield value_table(draft, SCENARIOS, WHAT_IF, "Scenarios")
    else:
        yield Words("No scenario was worked out.")
    if found.avoided:
        yield value_table(draft, INCIDENTS, AVOIDED, "Incidents")
    else:
        yield Words("No critical incident was counted as avoided.")
        yield Words(CAVEAT)
