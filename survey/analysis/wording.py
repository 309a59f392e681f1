"""Numbers become plain English here, and here they are rounded for people to read."""

from decimal import ROUND_HALF_UP, Decimal

from survey.analysis.change import Change
from survey.analysis.definitions import DEFINITIONS, Definition
from survey.analysis.intervals import LEAST_PAIRS
from survey.analysis.tables import Column, Hidden

MINUS = "\N{MINUS SIGN}"
NOTHING = "\N{EN DASH}"
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
DECIMALS = {
    "people": 0,
    "stories": 0,
    "organisations": 0,
    "amount": 0,
    "score": 1,
    "points": 1,
    "per cent": 0,
    "£": 0,
    "£ for each £1": 2,
    "years": 0,
}


def rounded(value: float, decimals: int) -> str:
    """A number for people: halves away from zero, commas, a true minus sign, never minus zero."""
    exact = nearest(value, decimals)
    return (MINUS if exact < 0 else "") + f"{abs(exact):,}"


def nearest(value: float, decimals: int) -> Decimal:
    """The nearest number with so many decimals, halves away from zero."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def score(value: float) -> str:
    """A mean score, to one decimal."""
    return rounded(value, 1)


def signed(value: float, decimals: int) -> str:
    """A change, with its sign: "+1.4", "−0.3", and "0.0" for none."""
    text = rounded(value, decimals)
    return text if text.startswith(MINUS) or not text.strip("0.") else f"+{text}"


def per_cent(value: float) -> str:
    """A percentage in prose, to the whole per cent, and never a nought that hides something."""
    if value and abs(value) < 0.5:
        return "less than 1 per cent" if value > 0 else f"between {MINUS}1 and 0 per cent"
    return f"{rounded(value, 0)} per cent"


def number(count: int) -> str:
    """A count in prose: up to nine in words."""
    return WORDS[count] if count < len(WORDS) else f"{count:,}"


def people(count: int) -> str:
    """How many people, in prose."""
    return "one person" if count == 1 else f"{number(count)} people"


def p_value(p: float) -> str:
    """A p value to three decimals; very small ones are only called small."""
    return "below 0.001" if p < 0.001 else rounded(p, 3)


def shown(value: object, column: Column) -> str:
    """A cell of a table as text: rounded by its column, None as a dash."""
    if value is None:
        return NOTHING
    if column.unit == "text" or isinstance(value, (str, Hidden)):
        return str(value)
    return rounded(value, DECIMALS[column.unit] if column.decimals is None else column.decimals)


def capitalised(text: str) -> str:
    """The first letter large, the rest as it was."""
    return text[:1].upper() + text[1:]


def change_sentence(outcome_short_name: str, better: str, change: Change, definition_key: str) -> str:
    """What happened to an outcome, with the chosen percentage and what it is of, both means and n.

    "Isolation fell by 53 per cent of its starting level, from 4.1 to 1.9 out of 5 (48 people)." Says "got
    worse" when it did. Raises KeyError for an unknown definition and ValueError when `better` is not the
    outcome's own.
    """
    definition = DEFINITIONS[definition_key]
    if better != change.better:
        raise ValueError(f"{outcome_short_name}: the figures were made for {change.better} is better")
    name = capitalised(outcome_short_name)
    if not change.n_pairs:
        return f"{name}: nobody has given a score both for before and for now, so no change can be shown."
    points = change.mean_change_points
    if points == 0 and change.is_rounded:
        means = f"from {score(change.mean_before)} to {score(change.mean_after)} out of {change.highest}"
        return f"{name} hardly changed on average: {means} ({_with_both(change)})."
    if points == 0:
        return (
            f"{name} did not change on average: it was {score(change.mean_before)} out of {change.highest} "
            f"before and is the same now ({_with_both(change)})."
        )
    is_good = (points > 0) == (better == "higher")
    verb = "rose" if points > 0 else "fell"
    start = f"{name} {verb}" if is_good else f"{name} got worse: it {verb}"
    return f"{start}{_moved(change, definition)}"


def _moved(change: Change, definition: Definition) -> str:
    """The rest of the sentence, after "rose" or "fell"."""
    value = getattr(change, definition.key)
    means = f"from {score(change.mean_before)} to {score(change.mean_after)} out of {change.highest}"
    n = _with_both(change)
    if value is None:
        return f" {means} ({n}). This cannot be given as a percentage {definition.of}."
    if definition.per_person:
        return f" {means} ({n}), {_direction(value, definition)} {definition.of}."
    return f" by {per_cent(abs(value))} {definition.of}, {means} ({n})."


def _with_both(change: Change) -> str:
    return ("about " if change.is_rounded else "") + people(change.n_pairs)


def _direction(value: float, definition: Definition) -> str:
    """A percentage as a rise or a fall; as an improvement or a worsening where scores are turned."""
    if value == 0:
        return "no change"
    if definition.turned:
        kind = "an improvement" if value > 0 else "a worsening"
    else:
        kind = "a rise" if value > 0 else "a fall"
    return f"{kind} of {per_cent(abs(value))}"


def interval_sentence(change: Change, definition_key: str) -> str:
    """How far chance alone could move the percentage, or why that is not said."""
    definition = DEFINITIONS[definition_key]
    interval = change.intervals[definition_key]
    if change.n_pairs < LEAST_PAIRS:
        return f"With fewer than {LEAST_PAIRS} people we do not say how far chance could move the average."
    if interval is None and change.is_rounded:
        return "How far chance could move this figure is hidden."
    if interval is None:
        return "We cannot say how far chance could move this figure."
    near, far = sorted(interval, key=abs)
    if near == far:
        return "Everyone moved alike, so these answers cannot tell how far chance could move this figure."
    if near * far > 0:
        kind = _direction(near, definition).split(" of ")[0]
        between = f"{kind} of between {rounded(abs(near), 0)} and {rounded(abs(far), 0)} per cent"
    else:
        low, high = (_direction(end, definition) for end in interval)
        between = f"anything between {low} and {high}"
    return f"Allowing for chance, it could be {between} {definition.of} (95 per cent interval)."


def improved_sentence(change: Change) -> str:
    """How many people moved towards the good end, how many did not, and how sure that is."""
    if not change.n_pairs:
        return "Nobody has given a score both for before and for now."
    low, high = (rounded(100 * share, 0) for share in change.improved_interval)
    whole = "The" if change.n_pairs == 1 else "All"
    moved = {0: "None", change.n_pairs: whole}.get(change.improved, capitalised(number(change.improved)))
    everyone = people(change.n_pairs) if moved == whole else f"of {people(change.n_pairs)}"
    return (
        f"{moved} {everyone} ({per_cent(100 * change.share_improved)}) moved towards the good end, "
        f"{_somebody(change.same)} stayed where they were and {_somebody(change.worse)} moved away from it. "
        f"Allowing for chance, that share could be between {low} and {high} per cent (95 per cent interval)."
    )


def share_sentence(change: Change) -> str:
    """What share moved towards the good end, where counts are not told."""
    return f"Of {_with_both(change)}, {per_cent(100 * change.share_improved)} moved towards the good end."


def _somebody(count: int) -> str:
    return number(count) if count else "none"
