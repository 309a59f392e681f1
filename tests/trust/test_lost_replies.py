"""A fifth of the replies is lost on the way, after the answers were kept; people press the button again."""

from tests.trust import faults
from tests.trust.crowds import Crowd
from tests.trust.dropping import BadLine
from tests.trust.reckoning import count_sent, count_stored, problems
from tests.trust.servers import Server
from tests.trust.visitors import OUTCOMES

INTENDED, FEW = 300, 30
LOST = 0.2


def answered_on_a_bad_line(place, people, fault=None):
    with Server(place.env, fault) as server, BadLine(server.port, LOST) as line:
        with Crowd(line.port, people, len(people), give_up=0) as crowd:
            pass
        assert line.dropped > line.posts * LOST / 2
    return crowd


def test_as_many_are_kept_as_were_meant(place):
    crowd = answered_on_a_bad_line(place, place.people(INTENDED))
    with place.records():
        assert crowd.complaints == []
        assert crowd.sent == count_sent() == count_stored() == INTENDED
        assert problems(crowd.told, OUTCOMES) == []


def test_control_a_server_that_takes_every_post_for_a_new_one_keeps_more(place):
    answered_on_a_bad_line(place, place.people(FEW, guarded=False), faults.starts_anew)
    with place.records():
        assert count_stored() > FEW
