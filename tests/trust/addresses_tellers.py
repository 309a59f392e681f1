"""What the walks need of tellers: the links of stories at each point of the way, and of a poster."""

from survey.engagement import doors, invitations, responses, stories
from survey.records.base import db
from survey.records.evaluation import Evaluation
from tests import making

# A part of a story, as it stands in the address where it is spoken; a use, where it is taken back.
PROMPT, USE = "story-before", "quoted-unnamed"


def teller_links(evaluation: Evaluation) -> dict[str, str]:
    """By where the story stands; after the evaluation has begun to ask for stories."""
    told = {
        "story_half_way": making.story(evaluation, sent=False),
        "story_sent": making.story(evaluation, story_before="I was low.", **making.EVERY_USE),
        "story_gone": making.story(evaluation, story_before="I was low."),
    }
    making.take_back(told["story_gone"])
    told["story_ready"] = stories.begin(evaluation, "poster", *invitations.prepare(1))
    told["story_begun"] = stories.begin(evaluation, "poster", *invitations.prepare(1))
    responses.start(told["story_begun"], None)
    db.session.commit()
    links = {name: invitations.current_link(story).token for name, story in told.items()}
    return links | {"poster": doors.link(doors.poster(evaluation)).token}
