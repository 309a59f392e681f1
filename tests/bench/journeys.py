"""What a journey costs: ours beside the same number of bare requests, in turns."""

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench import servers, walking, worlds
from tests.bench.servers import Server
from tests.bench.walking import PAGES, Walker

WARM, JOURNEYS = 10, 80
ROUNDS, CLIENTS, EACH = 3, 16, 2


@dataclass(frozen=True)
class Costs:
    """The bare server's and ours: milliseconds of CPU for ten pages, and whole journeys a second."""

    cpu: tuple[float, float]
    rate: tuple[float, float]


def measure(folder: Path, journeys: int = JOURNEYS, rounds: int = ROUNDS, clients: int = CLIENTS) -> Costs:
    port, crowd = servers.free_port(), clients * EACH
    homes, bodies = worlds.homes(folder, port, WARM + journeys + rounds * crowd)
    with servers.bare(folder) as bare, servers.ours(folder, port) as ours:
        pages = [(_bare_pages(bare), _ten_pages(ours, home, bodies)) for home in homes[: WARM + journeys]]
        crowds = [
            _rates(bare, ours, homes[WARM + journeys + place * crowd :][:crowd], bodies, clients)
            for place in range(rounds)
        ]
    return Costs(_medians(pages[WARM:]), _medians(crowds))


def _rates(bare: Server, ours: Server, homes: list[str], bodies: list[str], clients: int) -> tuple:
    return (
        walking.per_second(walking.bare_journey, bare.port, homes, bodies, clients),
        walking.per_second(walking.whole_journey, ours.port, homes, bodies, clients),
    )


def _medians(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    return median(floor for floor, _ in pairs), median(ours for _, ours in pairs)


def _bare_pages(server: Server) -> float:
    """Milliseconds of server CPU for a GET and a POST for each page."""
    with Walker(server.port) as walker:
        walker.get("/page")
        before = server.cpu
        for _ in range(PAGES):
            walker.get("/page")
            walker.post("/page", "score=3")
        return (server.cpu - before) * 1000


def _ten_pages(server: Server, home: str, bodies: list[str]) -> float:
    with Walker(server.port) as walker:
        first, key = walking.begin(walker, home)
        before = server.cpu
        walking.answer_all(walker, first, key, bodies)
        return (server.cpu - before) * 1000
