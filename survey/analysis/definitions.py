"""The six things that "percentage change" can mean, each with its name, its formula in words and its bound.

The keys are the names of the figures in code, in exports and in `flask recompute change`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Definition:
    """One meaning of "percentage change".

    `of` ends the sentence "It rose by 53 per cent ...". `per_person` marks an average of each person's own
    percentage, whose sign may differ from that of the change in the means. `turned` marks the measures of
    improvement, which are positive when people moved towards the good end, whichever end that is.
    """

    key: str
    name: str
    formula_in_words: str
    bound: str
    of: str
    per_person: bool = False
    turned: bool = False


FROM_BEFORE = Definition(
    key="pct_relative_ratio_of_means",
    name="percentage change from before",
    formula_in_words="the average change in points, divided by the average score before",
    bound=(
        "up to 400 per cent on a scale of 1 to 5; read from the other end, the same move gives another figure"
    ),
    of="of its starting level",
)
SHARE_OF_SCALE = Definition(
    key="pct_of_range",
    name="share of the scale moved",
    formula_in_words="the average change in points, divided by the distance between lowest and highest score",
    bound="from −100 to 100 per cent",
    of="of the whole scale",
)
SHARE_OF_POSSIBLE = Definition(
    key="pct_of_possible_means",
    name="share of possible improvement",
    formula_in_words=(
        "the average improvement in points, divided by the distance from the average score before "
        "to the best answer"
    ),
    bound=(
        "up to 100 per cent, negative when things got worse; not defined if everyone began at the best answer"
    ),
    of="of the distance to the best answer",
    turned=True,
)
SHARE_OF_TOP_SCORE = Definition(
    key="pct_of_scale_maximum",
    name="share of the top score",
    formula_in_words="the average change in points, divided by the highest score",
    bound="from −80 to 80 per cent on a scale of 1 to 5: it cannot reach 100",
    of="of the top score",
)
AVERAGE_OF_PERCENTAGES = Definition(
    key="pct_relative_mean_of_ratios",
    name="average of each person's percentage change",
    formula_in_words="each person's change divided by their own score before, averaged over people",
    bound=(
        "up to 400 per cent on a scale of 1 to 5; those who began at 1 weigh most; undefined if anyone had 0"
    ),
    of="of each person's own starting level, on average",
    per_person=True,
)
AVERAGE_OF_POSSIBLE = Definition(
    key="pct_of_possible_individuals",
    name="average share of each person's possible improvement",
    formula_in_words=(
        "each person's improvement divided by their own distance to the best answer, "
        "averaged over those who did not start there"
    ),
    bound="up to 100 per cent; leaves out people who started at the best answer",
    of="of each person's own distance to the best answer, on average",
    per_person=True,
    turned=True,
)

HEADLINE_KEYS = (FROM_BEFORE.key, SHARE_OF_SCALE.key, SHARE_OF_POSSIBLE.key)

DEFINITIONS: Mapping[str, Definition] = MappingProxyType(
    {
        definition.key: definition
        for definition in (
            SHARE_OF_SCALE,
            SHARE_OF_TOP_SCORE,
            FROM_BEFORE,
            AVERAGE_OF_PERCENTAGES,
            SHARE_OF_POSSIBLE,
            AVERAGE_OF_POSSIBLE,
        )
    }
)
