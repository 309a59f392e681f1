"""An attack on what releases say of partners: all worlds that fit them, and what is the same in each.

The reader knows who answered, when, of which kind, and the rules; not what was said.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import combinations_with_replacement, product

from survey.analysis.bands import BANDS
from survey.analysis.counted import told

# An answer from the middle of each band.
SAYING = dict(zip(BANDS, (10, 50, 90), strict=True))
ONE_KIND = "police"
# What was said, by batch; and a release, from batches of (kind, per cent).
World = tuple[tuple[str, ...], ...]
Release = Callable[[list], object]


def determined(kinds: Sequence[Sequence[str]], release: Release = told) -> set[tuple[int, str]]:
    """Whose band (by place) the reader of a release after each batch can tell in some world."""
    batches = [list(product(BANDS, repeat=len(batch))) for batch in kinds]
    found = set()
    for alike in _that_read_the_same(product(*batches), kinds, release):
        one_by_one = (tuple(band for batch in world for band in batch) for world in alike)
        found |= {
            (place, *set(bands))
            for place, bands in enumerate(zip(*one_by_one, strict=True))
            if len(set(bands)) == 1
        }
    return found


def determined_in_batches(*sizes: int, release: Release = told) -> set[tuple[int, str]]:
    """The same for many of one kind, by batch: those of a batch are alike to the reader."""
    return {found for alike in _worlds(sizes, release) for found in _same(alike)}


def told_by_one_of_them(*sizes: int) -> set[tuple[int, str]]:
    """Whose band, by batch, somebody can tell who answered too, and so knows one answer more: the own."""
    found = set()
    for alike in _worlds(sizes, told):
        for batch, own in product(range(len(sizes)), BANDS):
            found |= _same([_without(world, batch, own) for world in alike if own in world[batch]])
    return found


def _worlds(sizes: Sequence[int], release: Release) -> Iterable[list[World]]:
    """All worlds of one kind in which the order within a batch plays no part."""
    batches = [list(combinations_with_replacement(BANDS, size)) for size in sizes]
    return _that_read_the_same(product(*batches), [[ONE_KIND] * size for size in sizes], release)


def _that_read_the_same(
    worlds: Iterable[World], kinds: Sequence[Sequence[str]], release: Release
) -> Iterable[list[World]]:
    @cache
    def read(world: World) -> tuple[str, ...]:
        said = [
            [(kind, SAYING[band]) for kind, band in zip(*batch, strict=True)]
            for batch in zip(kinds[: len(world)], world, strict=True)
        ]
        return (*(read(world[:-1]) if len(world) > 1 else ()), repr(release(said)))

    fitting: dict[tuple, list[World]] = {}
    for world in worlds:
        fitting.setdefault(read(world), []).append(world)
    return fitting.values()


def _same(worlds: list[World]) -> set[tuple[int, str]]:
    possible = [{band for batch in batches for band in batch} for batches in zip(*worlds, strict=True)]
    return {(place, *bands) for place, bands in enumerate(possible) if len(bands) == 1}


def _without(world: World, place: int, band: str) -> World:
    left = list(world[place])
    left.remove(band)
    return (*world[:place], tuple(left), *world[place + 1 :])
