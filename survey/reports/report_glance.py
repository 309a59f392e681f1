"""The figures behind the ratio at a glance: what was put in, what came of it, and how each is made."""

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from survey.analysis.money import pounds, ratio
from survey.analysis.wording import capitalised, rounded
from survey.reports.report_annex import Figure
from survey.reports.report_blocks import NUMBER, TEXT, Grid, sentence
from survey.reports.report_draft import Draft
from survey.reports.value_results import Results
from survey.reports.value_words import KIND_WORDS, money, rate

PUT_IN, TODAY = "What was put in", "The same in today’s money"
ADDED_UP, DISCOUNTED = "All inputs, added up", "All inputs, each discounted from its year"


def glance(draft: Draft, found: Results) -> Grid:
    """Each figure with its rule; payback and value for each person where they can be said."""
    return Grid(
        f"The figures behind it: {KIND_WORDS[draft.value.record.kind]}",
        (("What", TEXT), ("Figure", NUMBER), ("How it is made", TEXT)),
        tuple(_glance(draft, found)),
    )


def put_in(draft: Draft, found: Results) -> Markup:
    """The sum that was put in, wherever it is told in words, and what it is in today’s money."""
    today = todays_inputs(draft, found)
    if today is None:
        return all_inputs(draft)
    return sentence("{given}, which is {today} in today’s money", given=all_inputs(draft), today=today)


def all_inputs(draft: Draft) -> Figure:
    """The inputs as they were given, added up."""
    total = _given(draft)
    return draft.mark(pounds(total), PUT_IN, total, ADDED_UP, "Inputs")


def todays_inputs(draft: Draft, found: Results) -> Figure | None:
    """What the ratio is worked out with; None where that is the sum as it was given."""
    inputs = found.worth.inputs
    if inputs == _given(draft):
        return None
    return draft.mark(pounds(inputs), f"{PUT_IN}, in today’s money", inputs, DISCOUNTED, "Results")


def _given(draft: Draft) -> Decimal:
    return sum((each.worth for each in draft.value.built.inputs), Decimal(0))


def _glance(draft: Draft, found: Results) -> Iterator[tuple[str, ...]]:
    worth, record = found.worth, draft.value.record

    def row(name: str, shown: str, figure: Decimal, rule: str) -> tuple[str, ...]:
        return name, draft.mark(shown, name, figure, capitalised(rule), "Results"), capitalised(rule)

    total, net, months = worth.total_present_value, worth.net_present_value, worth.payback_months
    yield PUT_IN, all_inputs(draft), ADDED_UP
    today = todays_inputs(draft, found)
    if today is not None:
        yield TODAY, today, DISCOUNTED
    put = "what was put in" if today is None else "what was put in, in today’s money"
    yield row("Present value", pounds(total), total, f"value of all years, at {rate(record)} a year")
    yield row("Net present value", pounds(net), net, f"present value, less {put}")
    yield row("Ratio", ratio(worth.sroi_ratio), worth.sroi_ratio, f"present value, divided by {put}")
    yield row(
        "Net ratio", ratio(worth.net_sroi_ratio), worth.net_sroi_ratio, f"net present value, divided by {put}"
    )
    if found.per_person is not None:
        each = found.per_person
        yield row(
            "Value for each person", money(each), each, "present value, divided by all people supported"
        )
    if months is not None:
        rule = f"{put}, divided by the first year’s value a month"
        yield row("Payback", f"{rounded(months, 1)} months", months, rule)
