import pytest

from survey.access import limits


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
