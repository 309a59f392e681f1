"""Value maps for tests: the published example of the Guide, and any map that Hypothesis thinks of."""

from decimal import Decimal

from hypothesis import strategies as st

from survey.value import discounting, model

# A guide to Social Return on Investment (Cabinet Office 2009, SROI Network 2012), the impact map at its end:
# id, quantity, unit value, years, deadweight, attribution to others, drop-off.
GUIDE = (
    ("R1a", 7, "94", 1, "0", "0.05", "0.5"),
    ("R1b", 7, "4964", 1, "0", "0.05", "0.5"),
    ("R1c", 7, "7220", 1, "0", "0.05", "0.5"),
    ("R2", 90, "19", 5, "0", "0.1", "0.1"),
    ("R3", 16, "48.25", 1, "0.1", "0.35", "0"),
    ("R4", 14, "34", 2, "1", "0", "0"),
    ("R5", 4, "162.5", 1, "0.7", "0.1", "0.35"),
    ("R6", -275, "5", 3, "0.05", "0", "0.05"),
)
SHARES = st.decimals(0, 1, places=3)


def row(name="R1", quantity=10, unit_value=100, duration_years=1, **more):
    given = {key: Decimal(str(value)) if key in model.FILTERS else value for key, value in more.items()}
    amounts = Decimal(str(quantity)), Decimal(str(unit_value))
    return model.Row(name, "Residents", "Made friends", *amounts, duration_years, **given)


def of(*rows, inputs=(1000,), rate="0.035", **assumed):
    given = tuple(model.Input("Council", "grant", Decimal(str(value))) for value in inputs)
    assumptions = model.Assumptions(discounting.flat(Decimal(rate)), **assumed)
    return model.ValueMap(given, rows or (row(),), assumptions)


def guide(**assumed):
    rows = (
        row(name, n, value, years, deadweight=dw, attribution_to_others=at, drop_off=dr)
        for name, n, value, years, dw, at, dr in GUIDE
    )
    return of(*rows, inputs=(24375, 18000, 0, 0), **assumed)


@st.composite
def any_rows(draw):
    filters = {name: draw(SHARES) for name in model.FILTERS}
    quantity, value = draw(st.integers(-500, 500)), draw(st.decimals(0, 9999, places=2))
    return row(
        "R1", quantity, value, draw(st.integers(1, 30)), starts=draw(st.sampled_from(model.STARTS)), **filters
    )
