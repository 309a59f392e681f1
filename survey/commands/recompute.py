"""`flask recompute`: work our figures out again from a file, so that anyone can check our arithmetic."""

import json
from pathlib import Path

import click
from flask.cli import AppGroup

from survey.analysis.change import change, moves_from_pairs
from survey.value.document import from_json
from survey.value.exact_json import LONGEST
from survey.value.results import results_json

MOST_POINTS = 101

FIGURES = (
    "n_pairs",
    "n_before_only",
    "n_after_only",
    "mean_before",
    "mean_after",
    "mean_change_points",
    "improved",
    "same",
    "worse",
    "at_ceiling_before",
    "at_floor_before",
    "pct_of_range",
    "pct_of_scale_maximum",
    "pct_relative_ratio_of_means",
    "pct_relative_mean_of_ratios",
    "pct_of_possible_means",
    "pct_of_possible_individuals",
    "wilcoxon_W_plus",
    "wilcoxon_W_minus",
    "wilcoxon_exact_p",
    "rank_biserial",
)

recompute = AppGroup("recompute", help="Work figures out again from a file.")


class Unreadable(ValueError):
    """The file does not say what is needed; the message says what is missing, in plain words."""


@recompute.command("change")
@click.argument("file", type=click.Path(path_type=Path))
def recompute_change(file: Path) -> None:
    """Print the change statistics of the pairs in FILE as JSON, unrounded.

    FILE is JSON: {"scale": [1, 5], "pairs": [[2, 4], [3, null]], "better": "higher"}; "better" may be left
    out.
    """
    try:
        lowest, highest, pairs, better = _understand(_read(file))
        found = change(*moves_from_pairs(pairs, lowest, highest), lowest, highest, better)
    except ValueError as error:
        raise click.ClickException(f"{file}: {error}") from error
    click.echo(json.dumps({key: getattr(found, key) for key in FIGURES}, indent=2, allow_nan=False))


@recompute.command("value")
@click.argument("file", type=click.Path(path_type=Path))
def recompute_value(file: Path) -> None:
    """Print what the value map in FILE comes to, as JSON.

    FILE is JSON with "assumptions" (discount_rate as a share or rate_table by name, discounting end_of_year
    or year_0, inputs_discounted), "inputs" (value, year) and "rows" (id, quantity, proxy, unit_value,
    duration_years, deadweight, displacement, attribution_to_others, drop_off as shares, starts 1 or 2).
    Other keys are left aside, but one that looks misspelt is refused.

    Nothing is rounded: figures are worked out to 50 digits, and printed as JSON numbers to 28. A file that
    makes no sense is refused with its place, and the exit code is 1.
    """
    try:
        click.echo(results_json(from_json(_text(file, LONGEST))))
    except ValueError as error:
        raise click.ClickException(f"{file}: {error}") from error


def _text(file: Path, longest: int = -1) -> str:
    """What stands in a file, one character more than `longest` at most, so that no file fills the memory."""
    try:
        with file.open(encoding="utf-8-sig") as opened:
            return opened.read(longest + 1 if longest >= 0 else -1)
    except OSError as error:
        raise Unreadable(f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise Unreadable("is not text in UTF-8") from error


def _read(file: Path) -> object:
    try:
        return json.loads(_text(file))
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable(f"is not JSON ({error})") from error


def _understand(document: object) -> tuple[int, int, list, str]:
    if not isinstance(document, dict):
        raise Unreadable('should be an object with "scale" and "pairs"')
    lowest, highest = _scale(document.get("scale"))
    better = document.get("better", "higher")
    if better not in ("higher", "lower"):
        raise Unreadable(f'"better" should be "higher" or "lower", not {json.dumps(better)}')
    return lowest, highest, _pairs(document.get("pairs")), better


def _scale(scale: object) -> tuple[int, int]:
    if not _is_pair(scale) or not all(type(end) is int for end in scale):
        raise Unreadable('"scale" should be two whole numbers, such as [1, 5]')
    lowest, highest = scale
    if not 2 <= highest - lowest + 1 <= MOST_POINTS:
        raise Unreadable(f'"scale" should have the lowest score first and from two to {MOST_POINTS} points')
    return lowest, highest


def _pairs(pairs: object) -> list:
    if not isinstance(pairs, list):
        raise Unreadable('"pairs" should be a list of [before, after]')
    for place, pair in enumerate(pairs, start=1):
        if not _is_pair(pair) or any(isinstance(score, bool) for score in pair):
            raise Unreadable(
                f"pair {place} should be two scores, or null for no score, such as [2, 4] or [2, null]"
            )
    return pairs


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2
