"""The typed columns of a value map as a spreadsheet, in the order of the Value Map that is common."""

from dataclasses import dataclass

# What a cell holds: words, a number, money, a share as per cent, a whole number, one of the kinds of value.
WORDS, NUMBER, MONEY, SHARE = "words", "number", "money", "share"
COUNT, KIND_OF_VALUE = "count", "kind of value"


@dataclass(frozen=True)
class Column:
    """One typed column: `name` is the field, `also` are other headings for it, as `plain` has them.

    A column that is not `needed` may be missing from a file, or its cell blank. `longest` is how many letters
    its words may have.
    """

    name: str
    heading: str
    kind: str
    width: int
    also: tuple[str, ...] = ()
    needed: bool = False
    longest: int = 2000


# In the order of the Value Map of the SROI Network; kind of value and note are ours, and stand last.
MAP_COLUMNS = (
    Column("id", "ID", WORDS, 8, ("ref", "reference", "row id"), longest=20),
    Column("stakeholder", "Stakeholders", WORDS, 20, ("stakeholder", "stakeholder group"), True, 120),
    Column(
        "outcome",
        "Outcome description",
        WORDS,
        34,
        ("outcome", "outcomes", "the outcomes", "outcomes description", "description of outcome"),
        True,
    ),
    Column("indicator", "Indicator", WORDS, 24, ("indicators",)),
    Column(
        "source",
        "Source of indicator",
        WORDS,
        18,
        ("source indicator", "indicator source", "source of information"),
    ),
    Column(
        "quantity",
        "Quantity",
        NUMBER,
        10,
        ("number of people experiencing the change", "number of people experiencing change"),
        True,
    ),
    Column(
        "n",
        "Sample size",
        COUNT,
        9,
        ("sample", "n", "sample size used to determine quantity", "sample size used"),
    ),
    Column(
        "duration_years",
        "Duration (years)",
        COUNT,
        10,
        ("duration", "duration years", "duration in years"),
        True,
    ),
    Column(
        "starts",
        "Outcomes start (1 or 2)",
        COUNT,
        10,
        ("outcomes start", "outcome starts", "outcome start", "starts", "start"),
    ),
    Column(
        "proxy",
        "Financial proxy",
        WORDS,
        26,
        ("proxy", "financial proxy description", "proxy description"),
        longest=200,
    ),
    Column(
        "unit_value",
        "Value of proxy",
        MONEY,
        12,
        ("proxy value", "financial proxy value", "unit value", "financial proxy value in currency"),
        True,
    ),
    Column(
        "proxy_source",
        "Source of proxy",
        WORDS,
        18,
        ("source proxy", "proxy source", "financial proxy source"),
    ),
    Column("deadweight", "Deadweight %", SHARE, 12, ("deadweight", "deadweight per cent"), True),
    Column("displacement", "Displacement %", SHARE, 13, ("displacement", "displacement per cent"), True),
    Column(
        "attribution_to_others",
        "Attribution % (to others)",
        SHARE,
        12,
        ("attribution", "attribution per cent", "attribution to others"),
        True,
    ),
    Column("drop_off", "Drop off %", SHARE, 9, ("drop off", "dropoff", "drop off per cent"), True),
    Column("column", "Kind of value", KIND_OF_VALUE, 16, ("type of value",)),
    Column("note", "Note", WORDS, 40, ("notes", "comment", "comments")),
)
LEADING, TRAILING = MAP_COLUMNS[:16], MAP_COLUMNS[16:]

INPUT_COLUMNS = (
    Column("stakeholder", "Stakeholders", WORDS, 28, ("stakeholder", "stakeholder group"), True, 120),
    Column(
        "description",
        "Input description",
        WORDS,
        60,
        ("inputs description", "input", "inputs", "description of input", "what do they invest"),
        longest=200,
    ),
    Column(
        "value",
        "Value of input",
        MONEY,
        16,
        ("input value", "inputs value", "inputs value in currency", "value of inputs"),
        True,
    ),
    Column("year", "Year", COUNT, 8, ("input year", "inputs year")),
)
# Headings of the common map that say what they are by where they stand: of the input, or of the proxy.
VALUES = ("value", "value in currency", "currency", "amount")
SOURCES = ("source",)
DESCRIPTIONS = ("description",)
