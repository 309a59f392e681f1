"""`make bench`: what the product costs beside the least that it could cost, measured in one run."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import journeys, paper, phone, results
from tests.bench.table import Line, at_least, at_most, drawn, told, within


def main() -> int:
    """Prints the table; 1 where a bound is broken."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        lines = list(measured(Path(folder)))
    sys.stdout.write(drawn(lines) + "\n")
    broken = [line.what for line in lines if not line.within]
    sys.stdout.write(
        f"Not within its bound: {', '.join(broken)}.\n" if broken else "All within their bounds.\n"
    )
    return 1 if broken else 0


def measured(folder: Path) -> Iterator[Line]:
    for name, measure in PARTS.items():
        sys.stderr.write(f"Measuring {name} ...\n")
        (folder / name).mkdir()
        yield from measure(folder / name)


def _phone(folder: Path) -> Iterator[Line]:
    found = phone.measure(folder)
    yield within("first page on the wire, with headers", found.first[0], "B", 14_000)
    yield within("requests for it", found.first[1], "requests", 1)
    yield within("largest later page, packed", max(found.packed), "B", 3_000)
    yield told("largest later page on the wire, with headers", max(size for size, _ in found.later), "B")
    yield within("most requests for a later page", max(count for _, count in found.later), "requests", 1)
    yield at_most("first page can be read, slow 3G", found.bare, found.ours, "ms", 1.5)


def _journeys(folder: Path) -> Iterator[Line]:
    found = journeys.measure(folder)
    yield at_most("server CPU, ten pages shown and saved", *found.cpu, "ms", 2.5)
    yield at_least("whole journeys a second, 16 people at once", *found.rate, "a second", 0.35)


def _results(folder: Path) -> Iterator[Line]:
    for times in results.measure(folder):
        pairs = f"{times.pairs:,} pairs"
        yield at_most(f"counts and frame, {pairs}", times.bare, times.ours, "ms", 1.3, 50)
        yield told(f"statistics of these, {pairs}", times.statistics, "ms")
        yield told(f"statistics again, {pairs}", times.again, "ms")


def _paper(folder: Path) -> Iterator[Line]:
    times = paper.measure(folder)
    yield at_most(f"PDF of {times.pages} pages", times.alone, times.ours, "ms", 1.3)


PARTS = {"phone": _phone, "journeys": _journeys, "results": _results, "paper": _paper}

if __name__ == "__main__":
    sys.exit(main())
