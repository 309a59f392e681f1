"""Did more moves, and larger ones, go one way than chance would explain?"""

import math
from dataclasses import dataclass

import numpy as np

LARGEST_EXACT = 50  # also keeps the number of sign patterns, 2**50, exact in 64 bits


@dataclass(frozen=True)
class SignedRank:
    """What the test found among the `n` people whose score moved.

    `w_plus` and `w_minus` are sums of ranks of rises and of falls; `p` is two-sided, from 0 to 1;
    `rank_biserial` runs from -1 (all fell) to 1 (all rose). Both are None when nobody moved.
    """

    n: int
    w_plus: float
    w_minus: float
    p: float | None
    is_exact: bool
    rank_biserial: float | None


def signed_rank(rises: np.ndarray, falls: np.ndarray) -> SignedRank:
    """Wilcoxon's signed-rank test, two-sided; people without a change dropped, equal moves at mid-ranks.

    `rises[k]` and `falls[k]` are the numbers of people whose score rose or fell by k + 1 whole points, so no
    rounding can break a tie. Up to 50 people moved: the exact distribution of the mid-ranks over all patterns
    of signs. Above: the normal approximation with the variance corrected for ties and without continuity
    correction, which is what SciPy's `wilcoxon(method="asymptotic")` does by default. Effect size: (W+ - W-)
    / (W+ + W-). Source: Wilcoxon 1945; SciPy's documentation for zeros and ties; Kerby 2014 for the
    effect size.
    """
    sizes = rises + falls
    n = int(sizes.sum())
    doubled = 2 * (np.cumsum(sizes) - sizes) + sizes + 1
    up, down = int(rises @ doubled), int(falls @ doubled)
    if n == 0:
        return SignedRank(0, 0.0, 0.0, None, True, None)
    is_exact = n <= LARGEST_EXACT
    p = _exact_p(min(up, down), sizes, doubled) if is_exact else _normal_p(up, n, sizes)
    return SignedRank(n, up / 2, down / 2, p, is_exact, (up - down) / (up + down))


def sign_test(rises: int, falls: int) -> float | None:
    """Exact two-sided sign test of rises against falls: p from 0 to 1; None when nobody moved.

    It asks for no belief about the size of moves. Source: the binomial distribution with one half.
    """
    n = rises + falls
    if n == 0:
        return None
    whole = math.lgamma(n + 1) - n * math.log(2)
    tail = math.fsum(
        math.exp(whole - math.lgamma(k + 1) - math.lgamma(n - k + 1)) for k in range(min(rises, falls) + 1)
    )
    return min(1.0, 2 * tail)


def _exact_p(smaller: int, sizes: np.ndarray, doubled: np.ndarray) -> float:
    """Twice the share of sign patterns with a doubled rank sum of at most `smaller`, by symmetry."""
    n = int(sizes.sum())
    patterns = np.zeros(n * (n + 1) + 1, dtype=np.int64)
    patterns[0] = 1
    for rank in np.repeat(doubled, sizes):
        patterns[rank:] = patterns[rank:] + patterns[:-rank]
    return min(1.0, 2 * int(patterns[: smaller + 1].sum()) / 2**n)


def _normal_p(up: int, n: int, sizes: np.ndarray) -> float:
    ties = float((sizes.astype(float) ** 3 - sizes).sum())
    variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48
    z = (up / 2 - n * (n + 1) / 4) / math.sqrt(variance)
    return math.erfc(abs(z) / math.sqrt(2))
