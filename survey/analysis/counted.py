"""Who is counted together in a release, so that no release, nor several, tells what one of them said.

Groups share nobody, whoever was counted stays in that group, and a group grows by six or more at once. Why
that is enough, and nothing less is: `docs/decisions/what-a-release-says-of-partners.md`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from survey.analysis.bands import BANDS, band_of_median

# A group needs so many organisations, and changes for so many more only.
LEAST, STEP = 3, 6
OTHER_KINDS = "other kinds together"

Batch = Sequence[tuple[str, float]]


@dataclass(frozen=True)
class Told:
    """What a release says of a group: how many it counts, and the band that their median lies in."""

    n: int
    band: str


def told(batches: Sequence[Batch], least: int = LEAST) -> dict[str, Told]:
    """What a release says, by kind; of kinds with too few together; what is to be hidden is not there.

    `batches` hold (kind, per cent) of one filter of one outcome: one answer for each organisation, none for
    those who do not know; the last batch came since the last release. Residents are of one kind, and `least`
    is the threshold. Raises ValueError for what is no per cent.
    """
    answers = [answer for batch in batches for answer in batch]
    counted = groups([[kind for kind, _ in batch] for batch in batches], least)
    return {
        group: Told(len(places), band_of_median([answers[place][1] for place in places]))
        for group, places in counted.items()
    }


def groups(batches: Sequence[Sequence[str]], least: int = LEAST) -> dict[str, list[int]]:
    """Who counts where: by group the places in the order of answering, from the kinds in each batch.

    A kind makes a group when `least` of it count nowhere yet; from then on its own wait for that group. All
    other kinds make one together. What anybody said plays no part.
    """
    counted: dict[str, list[int]] = {}
    waiting: list[tuple[int, str]] = []
    place = 0
    for batch in batches:
        waiting += enumerate(batch, start=place)
        place += len(batch)
        for kind in sorted({kind for _, kind in waiting}):
            _count(counted, kind, [each for each, own in waiting if own == kind], least)
        _count(counted, OTHER_KINDS, [each for each, own in waiting if own not in counted], least)
        settled = {each for places in counted.values() for each in places}
        waiting = [each for each in waiting if each[0] not in settled]
    return counted


def _count(counted: dict[str, list[int]], group: str, places: list[int], least: int) -> None:
    if len(places) >= (STEP if group in counted else least):
        counted[group] = [*counted.get(group, ()), *places]


def together(parts: Iterable[Told]) -> str | None:
    """One band for several groups, from what is told of them: their median, each as often as it counts."""
    bands = sorted(BANDS.index(part.band) for part in parts for _ in range(part.n))
    return BANDS[bands[len(bands) // 2]] if bands else None
