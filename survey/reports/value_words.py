"""What is said of a value map in words: the headline with its range, and what always stands beside it."""

from decimal import Decimal

from survey.analysis.money import pounds, ratio
from survey.analysis.wording import MINUS, nearest, number, rounded
from survey.questionnaires.characteristics import LEVELS
from survey.records.change import BEFORE_KINDS
from survey.records.value_map import ValueMap
from survey.value import discounting, proxies
from survey.value.discounting import END_OF_YEAR
from survey.value.model import FORECAST
from survey.value.quantity import COUNTED
from survey.value.simulation import Simulated
from survey.value.worth import Worth

PENNIES_BELOW = 100_000
ALL_LEVELS = "all levels"
# Where nothing varies, a range from the ratio to itself would look like certainty.
NO_RANGE = "range not known"
CAVEAT = (
    "Use of services may rise at first, because people get the help that they need. What a service no longer "
    "has to do can seldom be taken out of a budget in the medium term, so none of this is called a saving."
)
NOT_ADDED_UP = (
    "The three kinds of value are different things, and are never put together as one sum called savings."
)
KIND_WORDS = {FORECAST: "a forecast", "evaluative": "an evaluation of what has happened"}
COLUMN_WORDS = {
    "fiscal_cashable": "Fiscal, cashable",
    "fiscal_avoided": "Fiscal, avoided",
    "social": "Social",
}
COLUMN_MEANINGS = {
    "fiscal_cashable": "a public budget can be made smaller",
    "fiscal_avoided": "a public service has less to do, but no budget gets smaller for it",
    "social": "worth to people themselves",
}
FIGURE_WORDS = {
    "quantity": "how many changed",
    "unit_value": "what one change is worth",
    "deadweight": "deadweight",
    "displacement": "displacement",
    "attribution_to_others": "attribution to others",
    "drop_off": "drop-off",
    "duration_years": "how long it lasts",
}


def money(value: Decimal) -> str:
    """A sum in full: to the penny where it is small enough for pennies to tell, else to the pound."""
    return (
        f"{MINUS if value < 0 else ''}£{rounded(abs(value), 2)}"
        if abs(value) < PENNIES_BELOW
        else pounds(value)
    )


def headline(found: Worth, simulated: Simulated, value_map: ValueMap) -> str:
    """The ratio as it is always said: with its range, the discount rate and the years."""
    return f"{ratio(found.sroi_ratio)} ({between(simulated)}), {rate(value_map)}, {years(found)}"


def between(simulated: Simulated) -> str:
    """The range of a ratio, to one decimal; to two where both ends would read alike."""
    if not _varies(simulated):
        return NO_RANGE
    ends = (simulated.low, simulated.high)
    decimals = 1 if nearest(ends[0], 1) != nearest(ends[1], 1) else 2
    return " to ".join(rounded(end, decimals) for end in ends)


def rate(value_map: ValueMap) -> str:
    """The discount rate of the first years."""
    if value_map.rate_table:
        first = discounting.TABLES[value_map.rate_table].rate(1)
    else:
        first = value_map.rate or Decimal(0)
    return f"{(first * 100).normalize():f} per cent"


def years(found: Worth) -> str:
    """How many years of value are counted."""
    return "1 year" if len(found.years) == 1 else f"{len(found.years)} years"


def sentence(found: Worth, simulated: Simulated, value_map: ValueMap) -> str:
    """The headline as a sentence that says what the ratio is of."""
    ends = " and £".join(rounded(end, 2) for end in (simulated.low, simulated.high))
    spread = (
        f"between £{ends} allowing for the spread of the answers"
        if _varies(simulated)
        else "more or less: by how much is not known"
    )
    return (
        f"For each £1 put in, value of about £{ratio(found.sroi_ratio)} is reckoned to have come of it, or "
        f"{spread} ({KIND_WORDS[value_map.kind]})."
    )


def range_words(simulated: Simulated) -> str:
    """How the range was made, or why there is none."""
    if not _varies(simulated):
        return (
            "No range can be drawn, because no figure of this map has a spread: each was typed, or stands on "
            "answers that are all alike. That does not make the ratio certain. What it hangs on is shown "
            "figure by figure."
        )
    below = rounded(100 * simulated.below_one, 0)
    return (
        f"The range holds the middle 95 per cent of {simulated.draws:,} draws, in which every figure with a "
        f"spread varies as its answers do (seed {simulated.seed}). In {below} per cent of them less came out "
        "than was put in. It says nothing of figures that were typed without a spread, and nothing of what "
        "would have to be compared with people whom nobody supported."
    )


def payback(found: Worth) -> str:
    """After how long as much has come out as was put in, at the pace of the first year."""
    if found.payback_months is None:
        return "The first year brings nothing, so there is no payback to speak of."
    months = rounded(found.payback_months, 1)
    return f"At the pace of the first year, as much as was put in comes out after {months} months."


def whose(value_map: ValueMap) -> str:
    """Whose answers a map counts."""
    area = value_map.area.name if value_map.area else "All areas"
    level = LEVELS.get(value_map.level, ALL_LEVELS)
    wave = value_map.wave.name if value_map.wave else "no follow-up"
    return f"{area}, {level}, {wave}, before {BEFORE_KINDS[value_map.before_kind]}"


def is_of(area: str, said: str) -> bool:
    """Whether what `whose` said speaks of this area; the name of another may begin as its name does."""
    return any(said.startswith(f"{area}, {level}, ") for level in (*LEVELS.values(), ALL_LEVELS))


def settings(value_map: ValueMap, supported: int | None) -> tuple[tuple[str, str], ...]:
    """Every setting that the ratio hangs on, as it is printed beside it: what it is, and how it is set."""
    start = (
        "the first year is discounted once"
        if value_map.timing == END_OF_YEAR
        else "the first year is not discounted"
    )
    table = value_map.rate_table or f"one rate, {rate(value_map)}"
    deflated = (
        f", proxies of other years brought to it by {_deflator(value_map)}" if value_map.deflator else ""
    )
    return (
        ("Kind", KIND_WORDS[value_map.kind].capitalize()),
        ("Whose answers", whose(value_map)),
        (
            "People supported",
            f"{supported:,}" if supported is not None else "not known, so nothing is scaled up",
        ),
        ("Quantity rule", rule(value_map)),
        ("Discounting", f"{table}; {start}"),
        (
            "Inputs discounted",
            "yes, in the year in which they are put in" if value_map.inputs_discounted else "no",
        ),
        ("Volunteers’ time", "counted among the inputs" if value_map.volunteers_counted else "not counted"),
        ("Filters", "each is taken from what the others leave; attribution is the share due to others"),
        ("Drop-off", "compound, from the second year of an outcome"),
        ("Price year", f"{value_map.price_year}{deflated}"),
        ("Rounding", "none before display"),
    )


def _varies(simulated: Simulated) -> bool:
    return simulated.low != simulated.high


def _deflator(value_map: ValueMap) -> str:
    return f"the {proxies.deflators()[value_map.deflator].name}"


def rule(value_map: ValueMap) -> str:
    """When somebody counts as changed."""
    if value_map.rule != COUNTED:
        return (
            "distance travelled: the average share of the scale that people moved, for each person supported"
        )
    points = "one point" if value_map.points == 1 else f"{number(value_map.points)} points"
    worse = (
        "those who came out worse are taken off"
        if value_map.net_of_worse
        else "those who came out worse are not taken off"
    )
    return (
        f"a person counts who came out at least {points} better and at {value_map.at_least} or more "
        f"afterwards (read so that more is better), scaled from those asked to those supported; {worse}"
    )
