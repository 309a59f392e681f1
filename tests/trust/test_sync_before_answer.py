"""What a page's post says is on the disk before the reply leaves, seen from outside with strace."""

from tests.trust import visitors
from tests.trust.places import Place
from tests.trust.tracing import Traced, in_answer_to
from tests.trust.visitors import Told, Wire

DATABASE = "alongside.sqlite"


def seen(folder, app):
    place = Place(folder)
    [person] = place.people(1)
    with Traced(place.env, app, folder / "trace") as traced, Wire(traced.port) as wire:
        visitors.answer(wire, Told(person))
    return in_answer_to(f"{person.home}/control", traced.lines(), DATABASE)


def test_an_answer_is_synced_before_the_reply(tmp_path):
    done = seen(tmp_path, "app")
    assert done[-2:] == ["sync", "reply"]
    assert "write" in done


def test_control_without_synchronous_the_reply_comes_first(tmp_path):
    done = seen(tmp_path, "tests.trust.faults:unsynced_app")
    assert "sync" not in done
    assert done[-2:] == ["write", "reply"]
