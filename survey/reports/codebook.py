"""The codebook of a file of findings: what was asked, how answers are stored, what each column means."""

from collections.abc import Iterator, Mapping, Sequence

from survey.analysis.disclosure import SafeTable
from survey.questionnaires.model import HIGHER
from survey.reports.findings import Findings, OutcomeFinding
from survey.reports.grids import Grid, Sheet
from survey.reports.meanings import ANSWER, meaning

WIDTHS = (28, 32, 52, 10)
WIDTH_OF_ANSWERS = 17
AN_ANSWER = "An answer in words, see the outcomes above"


def codebook(findings: Findings, by_sheet: Mapping[str, Sequence[SafeTable]]) -> Sheet:
    """The sheet that explains the others; `by_sheet` says which tables stand on which of them."""
    grids = (_outcomes(findings.outcomes), _columns(by_sheet))
    widths = (*WIDTHS, *[WIDTH_OF_ANSWERS] * (grids[0].width - len(WIDTHS)))
    return Sheet("Codebook", "Codebook: what was asked, and what each column means", grids, widths=widths)


def stored_scores(outcome: OutcomeFinding) -> dict[int, str]:
    """The answers of an outcome in words, by the score that is stored for each."""
    worst_first = [column.heading for column in outcome.answers.columns]
    upwards = worst_first if outcome.better == HIGHER else worst_first[::-1]
    return dict(enumerate(upwards, start=outcome.lowest))


def _outcomes(outcomes: Sequence[OutcomeFinding]) -> Grid:
    scores = {outcome.id: stored_scores(outcome) for outcome in outcomes}
    every = sorted({score for answers in scores.values() for score in answers})
    return Grid(
        caption="Outcomes: the question as asked, and the score that is stored for each answer",
        headings=("Outcome", "Short name", "Question", "Better", *(f"Stored as {score}" for score in every)),
        rows=tuple(
            (each.id, each.name, each.question, each.better, *(scores[each.id].get(score) for score in every))
            for each in outcomes
        ),
    )


def _columns(by_sheet: Mapping[str, Sequence[SafeTable]]) -> Grid:
    sheets: dict[tuple[str, str, str, str], list[str]] = {}
    for sheet, column in _every_column(by_sheet):
        sheets.setdefault(column, []).append(sheet)
    return Grid(
        caption="Columns: the key of each, as on the sheet Values, and what it means",
        headings=("Column", "Heading", "What it means", "Unit", "On the sheet"),
        rows=tuple(
            (key, heading, means, unit, ", ".join(dict.fromkeys(names)))
            for (key, heading, means, unit), names in sheets.items()
        ),
    )


def _every_column(
    by_sheet: Mapping[str, Sequence[SafeTable]],
) -> Iterator[tuple[str, tuple[str, str, str, str]]]:
    for sheet, tables in by_sheet.items():
        for table in tables:
            for column in table.columns:
                heading = AN_ANSWER if ANSWER.fullmatch(column.key) else column.heading
                yield sheet, (column.key, heading, meaning(column.key, table.name), column.unit)
