"""Stories at every point of the way, for the walk through every page; posters that are open and are not."""

from survey.engagement import doors, invitations, recordings, stories, telling
from survey.records.base import db
from tests import making
from tests.sounds import WAV

SAID = {
    "story_before": "My husband died, and I stayed in.\nI did not know anybody.",
    "story_about": ["hope", "isolation"],
    "hope_direction": "better",
    "isolation_direction": "up_and_down",
}


def make(owner) -> dict[str, object]:
    asking = making.evaluation(owner, name="Asks for stories", made_up=True)
    half_way = making.story(asking, sent=False, **SAID)
    recordings.keep(half_way.id, "story_happened", WAV)
    sending, shown, leaving = (making.story(asking, sent=False, **SAID, **making.EVERY_USE) for _ in range(3))
    sent, gone = (making.story(asking, **SAID, **making.EVERY_USE) for _ in range(2))
    making.take_back(gone)
    fresh = stories.begin(asking, "poster", *invitations.prepare(1))
    invited, teller = making.people(asking, 2)
    for person in (invited, teller):
        making.answer(person, control=3)
    making.story(asking, way="link", resident=teller)
    door = doors.poster(asking)
    old, new = door, doors.replace(door)
    shut = making.evaluation(owner, name="Asked for stories before")
    waiting = making.story(shut, sent=False, **SAID)
    telling.close_telling(shut)
    db.session.commit()
    own = {"half_way": half_way, "sending": sending, "shown": shown, "leaving": leaving}
    own |= {"sent": sent, "gone": gone, "fresh": fresh, "waiting": waiting}
    return {
        **{f"story_{name}": invitations.current_link(each).token for name, each in own.items()},
        "invited_to_tell": invitations.current_link(invited).token,
        "teller": invitations.current_link(teller).token,
        "poster": doors.link(new).token,
        "poster_old": doors.link(old).token,
        "poster_shut": doors.link(doors.poster(shut)).token,
    }
