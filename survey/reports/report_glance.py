"""The figures behind the ratio at a glance: what was put in, what came of it, and how each is made."""

from collections.abc import Iterator
from decimal import Decimal

from survey.analysis.money import pounds, ratio
from survey.analysis.wording import capitalised
from survey.records.value_map import ValueMap
from survey.reports.report_annex import Figure
from survey.reports.report_blocks import NUMBER, TEXT, Grid
from survey.reports.report_draft import Draft
from survey.reports.value_results import Results
from survey.reports.value_words import KIND_WORDS, rate

PUT_IN = "What was put in"


def glance(draft: Draft, found: Results) -> Grid:
    """Each figure with its rule; payback and value for each person where they can be said."""
    return Grid(
        f"The figures behind it: {KIND_WORDS[draft.value.record.kind]}",
        (("What", TEXT), ("Figure", NUMBER), ("How it is made", TEXT)),
        tuple(_glance(draft, found)),
    )


def put_in(draft: Draft, found: Results) -> Figure:
    """All inputs, wherever they are printed."""
    inputs = found.worth.inputs
    return draft.mark(pounds(inputs), PUT_IN, inputs, inputs_rule(draft.value.record), "Results")


def inputs_rule(record: ValueMap) -> str:
    """How inputs are added up."""
    how = "each discounted from its year" if record.inputs_discounted else "undiscounted"
    return f"All inputs, {how}"


def _glance(draft: Draft, found: Results) -> Iterator[tuple[str, ...]]:
    worth, record = found.worth, draft.value.record

    def row(name: str, shown: str, figure: Decimal, rule: str) -> tuple[str, ...]:
        return name, draft.mark(shown, name, figure, capitalised(rule), "Results"), capitalised(rule)

    total, net, months = worth.total_present_value, worth.net_present_value, worth.payback_months
    yield PUT_IN, put_in(draft, found), inputs_rule(record)
    yield row("Present value", pounds(total), total, f"value of all years, at {rate(record)} a year")
    yield row("Net present value", pounds(net), net, "present value, less what was put in")
    yield row("Ratio", ratio(worth.sroi_ratio), worth.sroi_ratio, "present value for each pound put in")
    yield row(
        "Net ratio", ratio(worth.net_sroi_ratio), worth.net_sroi_ratio, "net value for each pound put in"
    )
    if found.per_person is not None:
        each = found.per_person
        yield row(
            "Value for each person", pounds(each), each, "present value, divided by all people supported"
        )
    if months is not None:
        rule = "what was put in, divided by the first year’s value a month"
        yield row("Payback", f"{ratio(months)} months", months, rule)
