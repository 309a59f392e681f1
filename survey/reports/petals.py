"""The shape of a petal: whatever its size it is the same shape, so its area can follow the value."""

import math
from dataclasses import dataclass
from functools import cached_property

# One half of a whole petal as a cubic curve from foot to tip: (across, along), tip at (0, 1).
_HALF = ((0.0, 0.0), (0.28, 0.38), (1.5, 1.0), (0.0, 1.0))
_WIDEST, _GAP = 0.42, 0.95

Point = tuple[float, float]


@dataclass(frozen=True)
class Corolla:
    """Where the petals of one flower stand: the first points up, the others follow clockwise."""

    count: int
    centre: Point
    heart: float  # distance from the centre to the foot of a petal
    length: float  # of a whole petal

    @cached_property
    def breadth(self) -> float:
        """What `across` is multiplied by, so that whole petals come close and never overlap."""
        if self.count < 3:
            return _WIDEST * self.length
        slope = math.tan(math.pi / self.count) * _GAP
        steps = [_on_curve(step / 24) for step in range(1, 24)]
        free = min((self.heart + self.length * along) * slope / across for across, along in steps)
        return min(free, _WIDEST * self.length)

    def place(self, petal: int, across: float, along: float) -> Point:
        """A point on the paper, from one seen along the petal; `along` is counted from its foot."""
        angle = 2 * math.pi * petal / self.count
        out = self.heart + along
        x = self.centre[0] + out * math.sin(angle) + across * math.cos(angle)
        y = self.centre[1] - out * math.cos(angle) + across * math.sin(angle)
        return x, y

    def outline(self, petal: int, share: float) -> str:
        """The path of a petal whose area is this share of a whole one."""
        if not 0 <= share <= 1:
            raise ValueError(f"A petal holds a share from 0 to 1, not {share!r}")
        # Area grows with the square of the length, so the length grows with the root of the share.
        scale = math.sqrt(share)
        right = [self._scaled(petal, scale, across, along) for across, along in _HALF]
        left = [self._scaled(petal, scale, -across, along) for across, along in reversed(_HALF)]
        return f"M{right[0]}C{' '.join(right[1:])}C{' '.join(left[1:])}Z"

    def _scaled(self, petal: int, scale: float, across: float, along: float) -> str:
        x, y = self.place(petal, across * scale * self.breadth, along * scale * self.length)
        return f"{x:.3f},{y:.3f}"


def _on_curve(t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    across, along = (
        sum(weight * point[axis] for weight, point in zip(weights, _HALF, strict=True)) for axis in (0, 1)
    )
    return across, along
