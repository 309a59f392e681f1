"""JSON without binary fractions: numbers are read as they stand, and written as they are."""

import json
from collections.abc import Mapping, Sequence
from decimal import Context, Decimal

from survey.value.model import Wrong

# Of a file as text, and as many digits as other programs keep at most.
LONGEST, DIGITS, NESTED = 2_000_000, 28, "  "


def parsed(text: str, place: str = "file") -> object:
    """What JSON says, each number a Decimal, exactly; NaN and Infinity as well, for the reader to refuse.

    Raises Wrong where it is no JSON, longer than LONGEST, or gives a key twice.
    """
    if len(text) > LONGEST:
        raise Wrong(place, f"this is longer than {LONGEST:,} characters, far more than a value map needs.")
    try:
        return json.loads(
            text,
            parse_float=Decimal,
            parse_int=Decimal,
            parse_constant=Decimal,
            object_pairs_hook=lambda pairs: _once(pairs, place),
        )
    except json.JSONDecodeError as error:
        raise Wrong(place, f"this is not JSON (line {error.lineno}: {error.msg}).") from error
    except (RecursionError, ArithmeticError) as error:
        raise Wrong(place, "this is not JSON that can be read.") from error


def written(value: object, digits: int | None = None, level: int = 0) -> str:
    """JSON of dicts, lists, words, Decimals, whole numbers, true, false and null; indented.

    Decimals are JSON numbers with all their digits, or to `digits` significant ones. Raises TypeError for
    anything else, so that no float comes in unseen.
    """
    if isinstance(value, Mapping):
        parts = [f"{_quoted(key)}: {written(each, digits, level + 1)}" for key, each in value.items()]
        return _around(parts, "{}", level)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _around([written(each, digits, level + 1) for each in value], "[]", level)
    if isinstance(value, Decimal):
        return number(value, digits)
    if value is None or isinstance(value, str | int):
        return _quoted(value)
    raise TypeError(type(value).__name__)


def number(value: Decimal, digits: int | None = None) -> str:
    """A Decimal as a plain JSON number. Raises ValueError where it is not finite."""
    if not value.is_finite():
        raise ValueError("JSON knows finite numbers only.")
    given = value if digits is None else Context(prec=digits).plus(value)
    text = f"{given:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _around(parts: list[str], brackets: str, level: int) -> str:
    if not parts:
        return brackets
    inside = ",\n".join(f"{NESTED * (level + 1)}{part}" for part in parts)
    return f"{brackets[0]}\n{inside}\n{NESTED * level}{brackets[1]}"


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _once(pairs: list[tuple[str, object]], place: str) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise Wrong(
            place, f"the key {next(name for name in names if names.count(name) > 1)!r:.60} is given twice."
        )
    return found
