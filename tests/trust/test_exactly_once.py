"""Many identical posts at once, as from a button pressed again and again: one submission, one reference."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier

from tests.trust import faults, visitors
from tests.trust.reckoning import count_sent, problems
from tests.trust.servers import PATIENCE, Server
from tests.trust.visitors import OUTCOMES, Told, Wire

FORMS, AT_ONCE = 50, 20
FEW = 10
# Two servers on the same records: nothing may rest on what one of them remembers.
SERVERS = 2


class Fingers:
    """Presses one button in so many browsers at the same moment."""

    def __init__(self, ports, stack):
        self._wires = [stack.enter_context(Wire(ports[number % len(ports)])) for number in range(AT_ONCE)]
        self._together = Barrier(AT_ONCE, timeout=PATIENCE)
        self._pool = stack.enter_context(ThreadPoolExecutor(AT_ONCE))

    def press(self, path, **form):
        def one(wire):
            self._together.wait()
            return wire.post(path, **form)

        return list(self._pool.map(one, self._wires))


def press(place, people, fault=None):
    """Everybody starts and sends with all fingers at once; what they were told, and what was odd about it."""
    everybody, odd = [], []
    with ExitStack() as stack:
        ports = [stack.enter_context(Server(place.env, fault)).port for _ in range(SERVERS)]
        fingers = Fingers(ports, stack)
        wire = stack.enter_context(Wire(ports[0]))
        for told in map(Told, people):
            everybody.append(told)
            home = told.person.home
            replies = fingers.press(home)
            key = visitors.answer(wire, told)
            sent = fingers.press(f"{home}/check", submission_key=key)
            told.reference, *others = {reference(reply) for reply in sent}
            if others or {reply.status for reply in [*replies, *sent]} != {303}:
                odd.append(f"odd: {told.reference} and {others} for person {told.person.id}")
    return everybody, odd


def reference(reply):
    """Which submission a reply speaks of: the browser is given its reference, signed."""
    return (re.findall(r"^flower=([\w-]+)", reply.cookie) or [f"none ({reply.status})"])[0]


def test_a_form_sent_twenty_times_at_once_is_one_submission_with_one_reference(place):
    everybody, odd = press(place, place.people(FORMS))
    with place.records():
        assert odd == []
        assert problems(everybody, OUTCOMES) == []
        assert count_sent() == FORMS


def test_control_without_guards_there_are_more(place):
    everybody, odd = press(place, place.people(FEW, guarded=False), faults.without_guards)
    with place.records():
        assert [each for each in problems(everybody, OUTCOMES) if each.startswith("doubled")]
