import pytest
from hypothesis import settings

from survey.analysis.change import change, moves_from_pairs

settings.register_profile("quick", max_examples=40, deadline=None)
settings.load_profile("quick")

TWELVE = (
    (1, 4),
    (2, 4),
    (2, 3),
    (1, 3),
    (3, 4),
    (2, 2),
    (4, 5),
    (5, 5),
    (2, 4),
    (1, 5),
    (3, 2),
    (2, 4),
    (2, None),
    (None, 4),
)


@pytest.fixture
def twelve():
    """Twelve pairs on 1 to 5, made up, with one person who has only a before and one who has only a now."""
    return list(TWELVE)


@pytest.fixture
def change_of():
    """Figures straight from pairs, with few draws where the interval does not matter."""

    def _change_of(pairs, lowest=1, highest=5, better="higher", **options):
        return change(
            *moves_from_pairs(pairs, lowest, highest), lowest, highest, better, **{"draws": 500, **options}
        )

    return _change_of
