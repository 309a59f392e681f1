"""From a resident's own link to the story that they tell; and what is said of it there."""

from dataclasses import dataclass

from flask import Response, request

from survey.engagement import own_stories
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import send_to
from survey.web.respondent.visiting import Visit, visit


@dataclass(frozen=True)
class Offer:
    """What a resident's page says of stories: where to begin one, or where the one is that was begun."""

    begin: str = ""
    address: str = ""
    is_told: bool = False


def offer(visit: Visit) -> Offer | None:
    """None where there is nothing to say: to others than residents, and while no stories are asked for."""
    if visit.is_partner or visit.is_story:
        return None
    known = own_stories.of_resident(visit.resident.id)
    if known is not None:
        return Offer(address=f"/a/{known.link.token}", is_told=known.is_told)
    if own_stories.can_begin(visit.resident.evaluation_id):
        return Offer(begin=f"{visit.home}/story")
    return None


@respondent.post("/a/<token>/story")
@visit
def begin_story(visit: Visit) -> Response:
    # Nothing is read from the form, but a post that is too large is refused as such.
    request.get_data()
    offered = offer(visit)
    if offered is None:
        return send_to(visit.home)
    return send_to(f"/a/{own_stories.begin_or_find(visit.resident.id).link.token}")
