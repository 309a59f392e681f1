"""How far chance could move a figure: Wilson's interval for a share, the bootstrap for the rest."""

import math

import numpy as np

Z_95 = 1.959963984540054  # the standard normal value that 2.5 per cent lie above
LEAST_PAIRS = 10
LARGEST_UNDEFINED_SHARE = 0.01


def wilson(successes: int, n: int) -> tuple[float, float] | None:
    """The 95 per cent interval of a share, as two shares from 0 to 1; None when n is 0.

    Score interval without continuity correction. Source: Wilson 1927; Newcombe 1998, method 3.
    """
    if n == 0:
        return None
    share, z2 = successes / n, Z_95**2
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z_95 * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    # Rounding noise must not leave 1e-17 where the interval touches its end.
    low = 0.0 if successes == 0 else max(0.0, centre - half)
    high = 1.0 if successes == n else min(1.0, centre + half)
    return low, high


def redraw(counts: np.ndarray, draws: int, seed: int) -> np.ndarray:
    """Draw as many people again, with replacement, `draws` times: counts of shape (draws, cells).

    To draw pairs with replacement is to draw a multinomial over the cells of the table of moves, so the cost
    does not grow with the number of people. Source: Efron and Tibshirani 1993. Needs at least one
    person.
    """
    return np.random.default_rng(seed).multinomial(counts.sum(), counts / counts.sum(), size=draws)


def percentile_interval(values: np.ndarray) -> tuple[float, float] | None:
    """The middle 95 per cent of redrawn values, in their own unit: the percentile bootstrap interval.

    None when more than one draw in a hundred is not defined (NaN); fewer are left out.
    """
    defined = values[~np.isnan(values)]
    if values.size - defined.size > LARGEST_UNDEFINED_SHARE * values.size:
        return None
    low, high = np.percentile(defined, [2.5, 97.5])
    return float(low), float(high)
