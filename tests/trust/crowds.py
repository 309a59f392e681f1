"""Eight people at a time, each with an own phone, until enough have sent their answers."""

import random
import threading
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from tests.trust import visitors
from tests.trust.places import Person
from tests.trust.servers import Server, wait_until
from tests.trust.visitors import Told, Wire

AT_ONCE = 8
# So many of a hundred people never press the last button.
GIVE_UP = 5


class Crowd:
    """`told` is what they were told is kept; `complaints` what they did not expect to see."""

    def __init__(self, port: int, people: Iterable[Person], enough: int, give_up: int = GIVE_UP):
        self.told: list[Told] = []
        self.complaints: list[str] = []
        self.sent = 0
        self._port, self._enough, self._give_up = port, enough, give_up
        self._waiting = deque(people)
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(AT_ONCE)

    def __enter__(self) -> "Crowd":
        self._phones = [self._pool.submit(self._one_phone) for _ in range(AT_ONCE)]
        return self

    def __exit__(self, *_exception) -> None:
        self._enough = 0 if _exception[0] else self._enough
        for phone in self._phones:
            phone.result()
        self._pool.shutdown()

    @property
    def is_done(self) -> bool:
        return all(phone.done() for phone in self._phones)

    def _one_phone(self) -> None:
        with Wire(self._port) as wire:
            while self.sent < self._enough and self._waiting:
                told = Told(self._waiting.popleft())
                self.told.append(told)
                try:
                    self._one_person(wire, told)
                except AssertionError as problem:
                    self.complaints.append(f"person {told.person.id}: {problem}")

    def _one_person(self, wire: Wire, told: Told) -> None:
        key = visitors.answer(wire, told)
        if told.person.id % 100 >= self._give_up:
            visitors.send(wire, told, key)
            with self._lock:
                self.sent += 1


def kill_at_random(server: Server, crowd: Crowd, times: int, enough: int, aside: Callable = bool) -> None:
    """Kill the server so many times while people answer, each time at a moment that nobody chose."""
    chosen = random.Random(7)
    for number in sorted(chosen.sample(range(enough // 50, enough - enough // 50), times)):
        wait_until(lambda number=number: crowd.sent >= number or crowd.is_done)
        threading.Event().wait(chosen.uniform(0, 0.05))
        server.kill()
        aside()
        server.start()


def keep_up(server: Server, crowd: Crowd) -> int:
    """Start a server again whenever it has died, until all have answered. Says how often."""
    times = 0
    while not crowd.is_done:
        wait_until(lambda: crowd.is_done or not server.is_running)
        if not server.is_running:
            times += 1
            server.start()
    return times
