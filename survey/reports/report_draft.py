"""What the chapters of the full report are written from, and how a figure of the map gets its source."""

from dataclasses import dataclass
from functools import cached_property

from survey.analysis.wording import capitalised
from survey.reports import asked
from survey.reports.findings import Findings
from survey.reports.report_annex import Annex, Figure, Source, exact
from survey.reports.value import ValueFound
from survey.reports.value_building import RowFound
from survey.reports.value_cells import STEPS, Cell

RESULTS, IMPACT, REGISTER, VALUE = "Results", "Impact", "Stakeholders", "Value map"


@dataclass(frozen=True)
class Draft:
    """The findings, the value map, and the annex that fills while chapters are written in order."""

    findings: Findings
    value: ValueFound
    annex: Annex

    def mark(self, shown: str, what: str, figure: object, rule: str, *steps: str, n: str = "") -> Figure:
        """A figure of the value map as it is printed; `steps` lead to it from the page of the map."""
        return self.annex.mark(shown, Source(what, exact(figure), rule, (VALUE, *steps), n))

    def way_to(self, row: RowFound, cell: Cell, called: str) -> tuple[str, ...]:
        """Where a figure of a row can be seen: where answers gave it, the page of impact."""
        outcome = row.record.outcome
        if cell.is_traced and outcome:
            named = self.outcome_names.get(outcome, outcome)
            return IMPACT, named, f"{called} (/{outcome}/{STEPS[cell.name]})"
        return VALUE, row.code, called

    @cached_property
    def outcome_names(self) -> dict[str, str]:
        """What people call each outcome that anybody is asked about, by its id."""
        evaluation = self.value.record.evaluation
        every = (*asked.outcomes(evaluation), *asked.counted_outcomes(evaluation))
        return {each.id: capitalised(each.short_name) for each in every}

    @property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """Where each way begins: the first word of a path, and its address in the product."""
        record = self.value.record
        evaluation = f"/evaluations/{record.evaluation_id}"
        return (
            (RESULTS, f"{evaluation}/results"),
            (IMPACT, f"{evaluation}/impact"),
            (REGISTER, f"{evaluation}/stakeholders"),
            (VALUE, f"{evaluation}/value-maps/{record.id}"),
        )
