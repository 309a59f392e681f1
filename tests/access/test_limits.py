from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError

import pytest
from limits.storage import MemoryStorage

from survey.access import limits


@pytest.fixture
def app(new_app):
    return new_app


@pytest.fixture
def limited(app):
    limits.limiter.reset()
    view = limits.limiter.limit(limits.CODE_TRIES, methods=["POST"])(lambda: "tried")
    app.add_url_rule("/limited", "limited", view, methods=["GET", "POST"])
    yield
    limits.limiter.reset()


def statuses(client, count, **kwargs):
    return [client.post("/limited", **kwargs).status_code for _ in range(count)]


def test_a_code_can_be_tried_ten_times_a_minute(client, limited):
    assert statuses(client, 11) == [200] * 10 + [429]


def test_looking_is_not_limited(client, limited):
    statuses(client, 11)
    assert client.get("/limited").status_code == 200


def test_every_address_is_counted_by_itself(client, limited):
    statuses(client, 11)
    assert statuses(client, 1, environ_base={"REMOTE_ADDR": "192.0.2.7"}) == [200]


def test_an_address_that_a_stranger_claims_to_forward_is_not_believed(client, limited):
    statuses(client, 10)
    assert statuses(client, 1, headers={"X-Forwarded-For": "192.0.2.7"}) == [429]


def test_guessing_a_code_does_not_pay():
    """Sixty tries an hour against nine random signs of 23."""
    assert limits.CODE_TRIES.endswith("60 per hour")
    assert 23**9 / (60 * 24 * 365) > 1_000_000


def meet(storage, monkeypatch, patience):
    """Whether two tries at once can both be about to start the timer that tidies up."""
    both, met = Barrier(2, timeout=patience), []

    def schedule(_storage):
        try:
            both.wait()
            met.append(True)
        except BrokenBarrierError:
            pass

    monkeypatch.setattr(MemoryStorage, "_MemoryStorage__schedule_expiry", schedule)
    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(lambda _: storage.incr("somebody", 60), range(2))) == [1, 2]
    return bool(met)


def test_tries_at_once_never_start_one_timer_twice(monkeypatch):
    assert not meet(limits.Counts(), monkeypatch, 0.2)


def test_control_the_librarys_own_counts_let_them(monkeypatch):
    assert meet(MemoryStorage(), monkeypatch, 30)


def test_the_apps_limits_count_that_way(app):
    assert isinstance(limits.limiter.storage, limits.Counts)
